/** A kept value as a person reads it in the copy of her data: in French, without machinery. */
import { formatDay, isDay, parisDay } from './day.ts';
import { formatMinutes } from './minutes.ts';
import { formatMonth, isMonth } from './month.ts';

/** Numbers of things tell a reader nothing; they stay in the files. */
const machinery = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/u;
const hidden = ['id', 'version', 'folded_name', 'signature'];

/** Empty: nothing to read there. */
export function readableValue(column: string, value: unknown): string {
  if (value === null || value === undefined || hidden.includes(column)) return '';
  if (typeof value === 'boolean') return value ? 'oui' : 'non';
  if (typeof value === 'number') return column.endsWith('minutes') ? formatMinutes(value) : String(value);
  if (typeof value !== 'string') return JSON.stringify(value);
  if (machinery.test(value)) return '';
  if (isDay(value)) return formatDay(value);
  if (isMonth(value)) return formatMonth(value);
  const instant = /^\d{4}-\d\d-\d\dT/u.test(value) ? new Date(value) : null;
  return instant === null || Number.isNaN(instant.getTime()) ? value : formatDay(parisDay(instant));
}
