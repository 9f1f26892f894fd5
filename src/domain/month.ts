/** Calendar months as 'YYYY-MM': the unit of declarations and statements. */
import type { Result } from './result.ts';
import { done, refuse } from './result.ts';

export type Month = string;
export type MonthRefusal = 'month-unreadable';

export const monthNames = [
  'janvier',
  'février',
  'mars',
  'avril',
  'mai',
  'juin',
  'juillet',
  'août',
  'septembre',
  'octobre',
  'novembre',
  'décembre',
] as const;

export function isMonth(text: string): boolean {
  return /^(?:1[6-9]|[2-9]\d)\d\d-(?:0[1-9]|1[0-2])$/u.test(text);
}

export function monthOf(day: string): Month {
  return day.slice(0, 7);
}

export function addToMonth(month: Month, count: number): Month {
  const index = monthIndex(month) + count;
  const moved = `${String(Math.floor(index / 12)).padStart(4, '0')}-${twoDigits((((index % 12) + 12) % 12) + 1)}`;
  if (!isMonth(moved)) throw new RangeError(`${month} moved by ${count} leaves the calendar`);
  return moved;
}

/** From January 2026 to March 2026: 2. */
export function monthsBetween(first: Month, last: Month): number {
  return monthIndex(last) - monthIndex(first);
}

/** Every month from the first to the last, both included; none when the last comes before. */
export function monthsFrom(first: Month, last: Month): Month[] {
  const count = Math.max(0, monthsBetween(first, last) + 1);
  return Array.from({ length: count }, (_, place) => addToMonth(first, place));
}

export function firstDayOf(month: Month): string {
  return `${month}-01`;
}

export function lastDayOf(month: Month): string {
  return `${month}-${twoDigits(daysIn(month))}`;
}

/** Gregorian rule: a year divisible by 4 is leap, by 100 is not, by 400 is. */
export function daysIn(month: Month): number {
  const { year, place } = parts(month);
  if (place === 2) return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 29 : 28;
  return [4, 6, 9, 11].includes(place) ? 30 : 31;
}

/** "2026-T4": the quarter of the statement. */
export function quarterOf(month: Month): string {
  const { year, place } = parts(month);
  return `${year}-T${Math.ceil(place / 3)}`;
}

/** "2e trimestre 2026" of "2026-T2". */
export function formatQuarter(quarter: string): string {
  const [year = '', place = ''] = quarter.split('-T');
  return `${place}${place === '1' ? 'er' : 'e'}\u00A0trimestre ${year}`;
}

/** The last month of "2026-T2": "2026-06"; null when it is no quarter. */
export function lastMonthOfQuarter(quarter: string): Month | null {
  const [, year, place] = /^(\d{4})-T([1-4])$/u.exec(quarter) ?? [];
  return year === undefined ? null : `${year}-${String(Number(place) * 3).padStart(2, '0')}`;
}

/** "novembre 2026". */
export function formatMonth(month: Month): string {
  const { year, place } = parts(month);
  return `${monthNames[place - 1] ?? ''} ${year}`;
}

/** "d’octobre 2026", "de mars 2026". */
export function formatOfMonth(month: Month): string {
  const name = formatMonth(month);
  return /^[aeiouy]/u.test(name) ? `d’${name}` : `de ${name}`;
}

/** "2026-11", "11/2026", "11-26" or "novembre 2026". */
export function parseTypedMonth(typed: string): Result<Month, MonthRefusal> {
  const text = typed.trim().replace(/\s+/gu, ' ');
  const written = /^(\d{4})-(\d{1,2})$|^(\d{1,2})[/.\- ](\d{4}|\d{2})$|^(\p{L}+)\.? (\d{4})$/u.exec(
    text.normalize('NFC'),
  );
  if (written === null) return refuse('month-unreadable');
  const [, isoYear, isoMonth, place, year, name, namedYear] = written;
  const longYear = isoYear ?? namedYear ?? (year?.length === 2 ? `20${year}` : year) ?? '';
  const number = name === undefined ? Number(isoMonth ?? place) : monthNumber(name);
  const month = `${longYear}-${twoDigits(number)}`;
  return isMonth(month) ? done(month) : refuse('month-unreadable');
}

/** 1 to 12 from a French name, with or without accents, or from its usual short form; 0 when unknown. */
export function monthNumber(name: string): number {
  const plain = unaccented(name);
  const found = monthNames.filter((month) => unaccented(month) === plain);
  const begun = monthNames.filter((month) => plain.length >= 3 && unaccented(month).startsWith(plain));
  const [month, ...others] = found.length > 0 ? found : begun;
  return month === undefined || others.length > 0 ? 0 : monthNames.indexOf(month) + 1;
}

function unaccented(name: string): string {
  return name.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
}

function monthIndex(month: Month): number {
  const { year, place } = parts(month);
  return year * 12 + place - 1;
}

function parts(month: Month): { year: number; place: number } {
  if (!isMonth(month)) throw new RangeError(`${month} is not a month`);
  return { year: Number(month.slice(0, 4)), place: Number(month.slice(5)) };
}

function twoDigits(value: number): string {
  return String(value).padStart(2, '0');
}
