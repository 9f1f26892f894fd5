/** A month told day by day, as people type it: one line per day, the date then the hours. */
import type { DayWorked } from './hours-line.ts';
import { parseTypedHours } from './minutes.ts';
import { formatMinutes } from './minutes.ts';
import type { Month } from './month.ts';
import type { Result } from './result.ts';
import { done, refuse } from './result.ts';

/** "3 : 7 h 30", "03/10 7,5" or "2026-10-03 7:30"; the month is the declared one unless the line says another. */
export function parseTypedDays(typed: string, month: Month): Result<DayWorked[] | null, 'days-unreadable'> {
  const lines = typed.split(/[\n;]/u).filter((line) => line.trim() !== '');
  if (lines.length === 0) return done(null);
  const days: DayWorked[] = [];
  for (const line of lines) {
    const read = /^\s*(?:(\d{4}-\d{2}-\d{2})|(\d{1,2})(?:\/(\d{1,2}))?(?:\/\d{4})?)(?:\s*:\s*|\s+)(\S.*)$/u.exec(line);
    const hours = parseTypedHours(read?.[4] ?? '');
    if (read === null || !hours.ok) return refuse('days-unreadable');
    const [, whole, date = '', place = month.slice(5)] = read;
    const day = whole ?? `${month.slice(0, 4)}-${place.padStart(2, '0')}-${date.padStart(2, '0')}`;
    days.push({ day, minutes: hours.value });
  }
  return done(days);
}

/** The same, to be typed again. */
export function typedDays(days: readonly DayWorked[]): string {
  return days.map(({ day, minutes }) => `${day.slice(8)}/${day.slice(5, 7)} : ${formatMinutes(minutes)}`).join('\n');
}
