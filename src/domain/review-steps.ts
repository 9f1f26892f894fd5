/** The steps of a review on top of the life of a declaration: decided in one go, and taken back while nothing is sealed. */
import type { DeclarationState } from './declaration-state.ts';
import { declarationMachine, moveDeclaration } from './declaration-state.ts';
import type { Result } from './result.ts';
import { done, refuse } from './result.ts';

export type ReviewOutcome = 'validated' | 'partially-validated' | 'rejected';
export type ReviewStepRefusal = 'declaration-reviewed' | 'month-sealed' | 'reason-missing';

/** Deciding takes the declaration under review first (domain.md §12.3); another state means somebody decided before. */
export function decideReview(
  from: DeclarationState,
  { to, reason }: { to: ReviewOutcome; reason: string },
): Result<ReviewOutcome, ReviewStepRefusal> {
  const opened =
    from === 'submitted'
      ? moveDeclaration({ from, to: 'under-review', by: 'facilitator' }, { confirmation: 'not-needed' })
      : done(from);
  if (!opened.ok || opened.value !== 'under-review') {
    return refuse('declaration-reviewed', { details: { state: declarationMachine[from].label } });
  }
  const moved = moveDeclaration({ from: opened.value, to, by: 'facilitator', reason }, { confirmation: 'not-needed' });
  return moved.ok ? done(to) : refuse('reason-missing', { field: 'motif' });
}

/** Source: design.md §5: a decision is undone, not rewritten; an issued statement closes that door (domain.md §12.3). */
export function undoReview(
  from: DeclarationState,
  { shared }: { shared: boolean },
): Result<'submitted', ReviewStepRefusal> {
  // While another structure still decides, one takes back her own lines.
  if (from === 'under-review' && shared) return done('submitted');
  if (from === 'validated' || from === 'partially-validated' || from === 'rejected') return done('submitted');
  return from === 'locked' || from === 'corrected'
    ? refuse('month-sealed')
    : refuse('declaration-reviewed', { details: { state: declarationMachine[from].label } });
}

export function isToReview(state: DeclarationState): boolean {
  return state === 'submitted' || state === 'under-review';
}
