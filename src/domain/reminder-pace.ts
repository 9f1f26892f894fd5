/** How often somebody is reminded of hours to declare (users.md §4, 22; §5.1, 6). */
import type { Day } from './day.ts';
import { addDays, parisDay } from './day.ts';

/** Choice of the product: never two letters to the same person within a week. */
const cooldownDays = 7;
/** Choice of the product: after four letters a person must telephone. */
const mostLetters = 4;
/** Choice of the product: the link comes a week before the month is due. */
const daysBeforeDue = 7;

/** The first day a new reminder may leave. */
export function nextReminderDay(last: Date | null, today: Day): Day {
  if (last === null) return today;
  const open = addDays(parisDay(last), cooldownDays);
  return open > today ? open : today;
}

export function mayRemindByItself({ last, times, today }: { last: Date | null; times: number; today: Day }): boolean {
  return times < mostLetters && nextReminderDay(last, today) <= today;
}

/** Declarations due until this day are reminded today. */
export function remindedUntil(today: Day): Day {
  return addDays(today, daysBeforeDue);
}
