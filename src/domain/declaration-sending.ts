/** May a month be sent, or sent again, from where its declaration stands; when it is due; and the number of its receipt. */
import type { Day } from './day.ts';
import type { DeclarationState } from './declaration-state.ts';
import { moveDeclaration } from './declaration-state.ts';
import type { Month } from './month.ts';
import { addToMonth } from './month.ts';
import type { Result } from './result.ts';
import { done, refuse } from './result.ts';
import type { Side } from './state-machine.ts';

export type SendingRefusal = 'declaration-validated' | 'month-sealed' | 'declaration-not-due';

/** Source: domain.md §5.4, State CCAP 2021: before the 15th of the following month. */
const dueDayOfMonth = 15;

/** Until it is validated a declaration sent is corrected in place; refused, in whole or in part, it is sent again. */
export function stateOnceSent(
  from: DeclarationState,
  by: Extract<Side, 'company' | 'inclusion' | 'facilitator'>,
): Result<DeclarationState, SendingRefusal> {
  if (from === 'submitted' || from === 'under-review') return done(from);
  const moved = moveDeclaration({ from, to: 'submitted', by }, { confirmation: 'not-needed' });
  if (moved.ok) return moved;
  if (from === 'not-due') return refuse('declaration-not-due');
  return refuse(from === 'validated' ? 'declaration-validated' : 'month-sealed');
}

export function canBeSent(state: DeclarationState): boolean {
  return stateOnceSent(state, 'company').ok;
}

/** Something is still asked of the company: never sent, or sent back. */
export function isOwed(state: DeclarationState): boolean {
  return canBeSent(state) && state !== 'submitted' && state !== 'under-review';
}

export function dueDay(month: Month): Day {
  return `${addToMonth(month, 1)}-${dueDayOfMonth}`;
}

/** "2026-10-4F7A91C2": the month, and enough of the declaration's own number to find it by telephone. */
export function receiptNumber({ id, month }: { id: string; month: Month }): string {
  return `${month}-${id.slice(0, 8).toUpperCase()}`;
}
