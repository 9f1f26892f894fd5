/** Hours as they are read on a board: whole hours, and what they are in days and full-time months. */
import type { FullTime } from '#domain/counting-rules.ts';
import { equivalentsOf } from '#domain/equivalents.ts';
import { formatMinutes } from '#domain/minutes.ts';
import { counted, frenchNumber } from '#ui/french.ts';

/** "570": rounded down, so that a target is never shown reached before it is. */
export function wholeHours(minutes: number): string {
  return frenchNumber(Math.floor(minutes / 60));
}

/** "570 h", and the minutes when there are some: "12 h 30". */
export function hours(minutes: number): string {
  return formatMinutes(minutes);
}

/** "81,4 jours, 3,8 mois à temps plein". */
export function inDays(minutes: number, fullTime: FullTime): string {
  const { days, fullTimeMonths } = equivalentsOf(minutes, fullTime);
  return `${counted(days / 100, 'jour').replace(/^\S+/u, frenchNumber(days / 100, 1))}, ${frenchNumber(fullTimeMonths / 100, 1)}\u00A0mois à temps plein`;
}
