/** Which months a company still has to declare on a lot, the oldest first. */
import type { Day } from './day.ts';
import { isOwed } from './declaration-sending.ts';
import type { DeclarationState } from './declaration-state.ts';
import type { Month } from './month.ts';
import { addToMonth, monthOf } from './month.ts';

/**
 * What was asked and not given, or sent back; and the month that has just ended when it is to be declared (src/db/expected-months.ts),
 * even before anybody asked for it: a company never waits for a reminder to declare. Gone from the lot, it still owes
 * the months up to its departure, that one included.
 */
export function owedMonths(
  declared: readonly { month: Month; state: DeclarationState }[],
  { today, expectsLast, leftOn = null }: { today: Day; expectsLast: boolean; leftOn?: Day | null },
): Month[] {
  const asked = declared
    .filter(({ month, state }) => isOwed(state) && month <= monthOf(today) && !isAfter(month, leftOn))
    .map(({ month }) => month);
  const last = addToMonth(monthOf(today), -1);
  const known = declared.some(({ month }) => month === last);
  return [...asked, ...(expectsLast && !known && !isAfter(last, leftOn) ? [last] : [])].sort();
}

function isAfter(month: Month, last: Day | null): boolean {
  return last !== null && month > monthOf(last);
}
