/** How values read from PostgreSQL become JavaScript values: exact, or refused. */
import type { CustomTypesConfig } from 'pg';
import { types } from 'pg';

const bigint = 20;
const bigintArray = 1016;
const date = 1082;
const dateArray = 1182;
const textArray = 1009;

/** bigint is a safe number, a legal day stays its text, numeric stays text, instants are Date. */
export const valueTypes: CustomTypesConfig = {
  getTypeParser(id: number, format: 'text' | 'binary' = 'text') {
    if (format === 'binary') return types.getTypeParser(id, 'binary');
    if (id === bigint) return exactNumber;
    if (id === date) return asText;
    if (id === dateArray) return textItems;
    if (id === bigintArray) return exactNumbers;
    return types.getTypeParser(id);
  },
};

function exactNumber(text: string): number {
  const value = Number(text);
  if (!Number.isSafeInteger(value)) throw new RangeError(`The bigint ${text} does not fit a JavaScript number`);
  return value;
}

function exactNumbers(text: string): unknown[] {
  return textItems(text).map((item) => (typeof item === 'string' ? exactNumber(item) : item));
}

function textItems(text: string): unknown[] {
  // The driver reads text[] through this parser, but its typings list no array.
  const parse: unknown = Reflect.apply(types.getTypeParser, types, [textArray]);
  return typeof parse === 'function' ? (parse(text) as unknown[]) : [];
}

function asText(text: string): string {
  return text;
}
