/** Reads a text of separated values as spreadsheets write it: semicolons, commas or tabs, quotes, any line end. */

export interface CsvLimits {
  lines: number;
  cell: number;
}

/** null: more lines than allowed. An empty line is skipped; a cell too long is cut, and refused later by its field. */
export function readCsv(text: string, { lines, cell }: CsvLimits): string[][] | null {
  const clean = text.replace(/^\ufeff/u, '');
  const separator = separatorOf(clean);
  const rows: string[][] = [];
  let row: string[] = [];
  let value = '';
  let quoted = false;
  const endCell = () => {
    row.push(value.slice(0, cell).trim());
    value = '';
  };
  const endRow = () => {
    endCell();
    if (row.some((one) => one !== '')) rows.push(row);
    row = [];
  };
  for (let place = 0; place < clean.length; place += 1) {
    const sign = clean[place] ?? '';
    if (quoted) {
      if (sign !== '"') value += sign;
      else if (clean[place + 1] === '"') {
        value += '"';
        place += 1;
      } else quoted = false;
    } else if (sign === '"' && value.trim() === '') {
      quoted = true;
      value = '';
    } else if (sign === separator) endCell();
    else if (sign === '\n' || sign === '\r') endRow();
    else value += sign;
    if (rows.length > lines) return null;
  }
  endRow();
  return rows.length > lines ? null : rows;
}

/** The one the first line holds most. */
function separatorOf(text: string): string {
  const [first = ''] = text.split(/[\r\n]/u, 1);
  const count = (sign: string) => first.split(sign).length;
  return [';', '\t', ','].reduce((best, sign) => (count(sign) > count(best) ? sign : best));
}
