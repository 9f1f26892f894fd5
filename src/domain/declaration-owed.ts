/** Which months a company still has to declare on a lot, the oldest first. */
import type { Day } from './day.ts';
import { isOwed } from './declaration-sending.ts';
import type { DeclarationState } from './declaration-state.ts';
import type { Month } from './month.ts';
import { addToMonth, monthOf } from './month.ts';

/**
 * What was asked and not given, or sent back; and the month that has just ended when it is to be declared (src/db/expected-months.ts),
 * even before anybody asked for it: a company never waits for a reminder to declare.
 */
export function owedMonths(
  declared: readonly { month: Month; state: DeclarationState }[],
  { today, expectsLast }: { today: Day; expectsLast: boolean },
): Month[] {
  const asked = declared
    .filter(({ month, state }) => isOwed(state) && month <= monthOf(today))
    .map(({ month }) => month);
  const last = addToMonth(monthOf(today), -1);
  const known = declared.some(({ month }) => month === last);
  return [...asked, ...(expectsLast && !known ? [last] : [])].sort();
}
