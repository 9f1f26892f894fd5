/** A day as one says it on a visit: its name, then its date. */
import { formatShortDay, weekday } from '#domain/day.ts';

const shortDays = ['lun.', 'mar.', 'mer.', 'jeu.', 'ven.', 'sam.', 'dim.'];

export function dayWithName(day: string): string {
  return `${shortDays[weekday(day) - 1] ?? ''} ${formatShortDay(day)}`;
}
