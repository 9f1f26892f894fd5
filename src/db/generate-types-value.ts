/** The TypeScript type of one column, narrowed to the values its check constraints allow. */
import type { CatalogueColumn } from './generate-types-catalog.ts';

const valueTypes: Record<string, string> = {
  bool: 'boolean',
  bpchar: 'string',
  bytea: 'Buffer',
  char: 'string',
  citext: 'string',
  date: 'string',
  daterange: 'string',
  float4: 'number',
  float8: 'number',
  inet: 'string',
  int2: 'number',
  int4: 'number',
  int4range: 'string',
  int8: 'number',
  int8range: 'string',
  json: 'Json',
  jsonb: 'Json',
  name: 'string',
  numeric: 'string',
  numrange: 'string',
  oid: 'number',
  text: 'string',
  time: 'string',
  timestamp: 'Timestamp',
  timestamptz: 'Timestamp',
  tsrange: 'string',
  tstzrange: 'string',
  tsvector: 'string',
  uuid: 'string',
  varchar: 'string',
};

export function columnType(column: CatalogueColumn): string {
  const item = itemType(column);
  const value = column.isArray ? `${item.includes(' ') ? `(${item})` : item}[]` : item;
  const nullable = column.isNullable ? `${value} | null` : value;
  if (column.isGenerated) return `GeneratedAlways<${nullable}>`;
  return column.hasDefault ? `Generated<${nullable}>` : nullable;
}

function itemType({ schema, table, column, type, labels, conditions }: CatalogueColumn): string {
  if (labels !== null) return labels.map(literal).join(' | ');
  const known = valueTypes[type];
  if (known === undefined) {
    throw new Error(
      `${schema}.${table}.${column} has the type ${type}: give its TypeScript type in generate-types-value.ts`,
    );
  }
  for (const condition of conditions) {
    const values = closedList(condition);
    if (values !== null && known === 'string') return values.map(literal).join(' | ');
    if (values !== null && known === 'number') return values.join(' | ');
  }
  return known;
}

function literal(value: string): string {
  return `'${value.replaceAll('\\', '\\\\').replaceAll("'", "\\'")}'`;
}

const quoted = "'(?:[^']|'')*'";
const cast = '(?:::[a-z ]+(?:\\[\\])?)?';
const item = `\\(?(?:${quoted}|-?\\d+)\\)?${cast}`;
const subject = `\\(*(?:"?[a-z_0-9]+"?|VALUE)\\)?${cast}\\)?`;
const list = `\\(*ARRAY\\[(${item}(?:, ${item})*)\\]\\)?${cast}`;

// What PostgreSQL prints back for: x in (…), x is null or x in (…), x = '…', x <@ array[…].
const forms = [
  new RegExp(`^CHECK \\(+(?:${subject} IS NULL\\) OR \\()?${subject} = ANY \\(${list}\\)+$`),
  new RegExp(`^CHECK \\(+${subject} <@ ${list}\\)+$`),
  new RegExp(`^CHECK \\(+(?:${subject} IS NULL\\) OR \\()?${subject} = (${item})\\)+$`),
];

/** The values of a condition that is nothing but a closed list, else null. */
export function closedList(condition: string): string[] | null {
  for (const form of forms) {
    const values = form.exec(condition)?.[1];
    if (values === undefined) continue;
    return Array.from(values.matchAll(/'((?:[^']|'')*)'|(-?\d+)/g), ([, text, number]) =>
      text === undefined ? String(number) : text.replaceAll("''", "'"),
    );
  }
  return null;
}
