/** Legal days as 'YYYY-MM-DD' in Europe/Paris: they compare as text and never pass through a local clock. */
import type { Month } from './month.ts';
import { addToMonth, daysIn, isMonth, lastDayOf, monthNames, monthNumber, monthOf } from './month.ts';
import type { Result } from './result.ts';
import { done, refuse } from './result.ts';

export type Day = string;
export type DayRefusal = 'day-unreadable' | 'day-unknown';

const weekdayNames = ['lundi', 'mardi', 'mercredi', 'jeudi', 'vendredi', 'samedi', 'dimanche'] as const;
const oneDay = 86_400_000;

/** The platform is asked for the zone offset alone. */
const parisClock = new Intl.DateTimeFormat('en-GB', {
  timeZone: 'Europe/Paris',
  hourCycle: 'h23',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
  hour: '2-digit',
  minute: '2-digit',
  second: '2-digit',
});

export function isDay(text: string): boolean {
  const month = monthOf(text);
  if (!/^.{7}-\d\d$/u.test(text) || !isMonth(month)) return false;
  const date = Number(text.slice(8));
  return date >= 1 && date <= daysIn(month);
}

export function addDays(day: Day, count: number): Day {
  const moved = new Date(midnightUtc(day) + count * oneDay).toISOString().slice(0, 10);
  if (!isDay(moved)) throw new RangeError(`${day} moved by ${count} days leaves the calendar`);
  return moved;
}

/** Clamped to the end of the month (code de procédure civile, article 641): 31 January + 1 month is 28 or 29 February. */
export function addMonths(day: Day, count: number): Day {
  assertDay(day);
  const month: Month = addToMonth(monthOf(day), count);
  const sameDate = `${month}${day.slice(7)}`;
  return isDay(sameDate) ? sameDate : lastDayOf(month);
}

export function addYears(day: Day, count: number): Day {
  return addMonths(day, count * 12);
}

/** From 1 March to 3 March: 2. */
export function daysBetween(first: Day, last: Day): number {
  return Math.round((midnightUtc(last) - midnightUtc(first)) / oneDay);
}

/** 1 for Monday to 7 for Sunday (ISO 8601). */
export function weekday(day: Day): number {
  return ((((midnightUtc(day) / oneDay + 3) % 7) + 7) % 7) + 1;
}

/** The legal day of an instant. */
export function parisDay(instant: Date): Day {
  return wallClock(instant).toISOString().slice(0, 10);
}

/** "14:05": what a clock in Paris shows. */
export function parisTime(instant: Date): string {
  return wallClock(instant).toISOString().slice(11, 16);
}

/**
 * The instant a Paris clock shows this time. In the hour skipped in March the time moves forward by as much
 * (02:30 is read 03:30); in the hour lived twice in October the first one is meant.
 */
export function parisInstant(day: Day, time: string): Date {
  if (!isDay(day) || !/^(?:[01]\d|2[0-3]):[0-5]\d$/u.test(time)) {
    throw new RangeError(`${day} ${time} is not a day and a time`);
  }
  const wanted = Date.parse(`${day}T${time}:00Z`);
  const before = wanted - offsetAt(wanted - oneDay);
  const after = wanted - offsetAt(wanted + oneDay);
  const exact = [before, after].find((instant) => wallClock(new Date(instant)).getTime() === wanted);
  return new Date(exact ?? before);
}

/** A legal day as instants: from its first, included, to its last, excluded; 23 or 25 hours twice a year. */
export function parisBounds(day: Day): { from: Date; until: Date } {
  return { from: parisInstant(day, '00:00'), until: parisInstant(addDays(day, 1), '00:00') };
}

/** "21 novembre 2026", "1er novembre 2026". */
export function formatDay(day: Day): string {
  assertDay(day);
  const date = Number(day.slice(8));
  return `${date === 1 ? '1er' : date} ${monthNames[Number(day.slice(5, 7)) - 1] ?? ''} ${Number(day.slice(0, 4))}`;
}

/** "samedi 21 novembre 2026". */
export function formatLongDay(day: Day): string {
  return `${weekdayNames[weekday(day) - 1] ?? ''} ${formatDay(day)}`;
}

/** "21/11/2026". */
export function formatShortDay(day: Day): string {
  assertDay(day);
  return `${day.slice(8)}/${day.slice(5, 7)}/${day.slice(0, 4)}`;
}

/**
 * "2026-02-01", "1/2/26", "01.02.2026", "1er février 2026", with or without the weekday. A year of two digits is
 * the latest that keeps the day on or before `latest` (a birth date: today), else from 1970 to 2069.
 */
export function parseTypedDay(typed: string, { latest }: { latest?: Day } = {}): Result<Day, DayRefusal> {
  const text = typed.normalize('NFKC').trim().replace(/\s+/gu, ' ');
  const iso = /^(\d{4})-(\d{1,2})-(\d{1,2})$/u.exec(text);
  const numbers = /^(\d{1,2}) ?[/.\- ] ?(\d{1,2}) ?[/.\- ] ?(\d{4}|\d{2})$/u.exec(text);
  const words = /^(?:(?:le )?(?:\p{L}+di|dimanche) |le )?(\d{1,2})(?:er)? (\p{L}+)\.? (\d{4}|\d{2})$/iu.exec(text);
  const [date, month, year] =
    iso === null
      ? [(numbers ?? words)?.[1], numbers?.[2] ?? monthNumber(words?.[2] ?? ''), (numbers ?? words)?.[3]]
      : [iso[3], iso[2], iso[1]];
  if (date === undefined || year === undefined || Number(month) === 0) return refuse('day-unreadable');
  const end = `-${twoDigits(month ?? '')}-${twoDigits(date)}`;
  const candidates =
    year.length === 4 ? [year] : latest === undefined ? [nearCentury(year)] : [`20${year}`, `19${year}`];
  const days = candidates.map((written) => `${written}${end}`).filter(isDay);
  const day = days.find((candidate) => latest === undefined || candidate <= latest) ?? days.at(-1);
  return day === undefined ? refuse('day-unknown') : done(day);
}

function nearCentury(year: string): string {
  return `${Number(year) < 70 ? '20' : '19'}${year}`;
}

function midnightUtc(day: Day): number {
  assertDay(day);
  return Date.UTC(Number(day.slice(0, 4)), Number(day.slice(5, 7)) - 1, Number(day.slice(8)));
}

function assertDay(day: Day): void {
  if (!isDay(day)) throw new RangeError(`${day} is not a day`);
}

function twoDigits(value: string | number): string {
  return String(value).padStart(2, '0');
}

function offsetAt(instant: number): number {
  return wallClock(new Date(instant)).getTime() - instant;
}

/** What Paris clocks show, held as if it were UTC. */
function wallClock(instant: Date): Date {
  const shown = new Map(parisClock.formatToParts(instant).map(({ type, value }) => [type, value]));
  const { year, month, day, hour, minute, second } = Object.fromEntries(shown);
  return new Date(`${year?.padStart(4, '0')}-${month}-${day}T${hour}:${minute}:${second}Z`);
}
