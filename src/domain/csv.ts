/** Lines of a CSV file that French spreadsheets open as text: semicolons, and no cell that runs as a formula. */

/** OWASP, CSV Injection: a cell that begins so is a formula to a spreadsheet. */
const formula = /^[\s\u200b\ufeff]*[=+\-@＝＋－＠|]|^[\t\r\n]/u;

/** Spreadsheets tell UTF-8 by this mark. */
export const csvStart = '\ufeff';

/** RFC 4180, with the separator French spreadsheets expect. */
export function csvLine(cells: readonly (string | number)[]): string {
  return `${cells.map(cell).join(';')}\r\n`;
}

function cell(value: string | number): string {
  if (typeof value === 'number') return String(value);
  const safe = formula.test(value) ? `'${value}` : value;
  return /[";\r\n\t]/u.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
