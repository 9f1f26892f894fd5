/** Hours the buyer refuses after their validation, on the facilitator's proposal (convention S2 art. 4, domain.md §12.3). */
import type { Day } from './day.ts';
import type { DeclarationState } from './declaration-state.ts';
import { moveDeclaration } from './declaration-state.ts';
import type { Result } from './result.ts';
import { done, refuse } from './result.ts';
import type { LinesOf, LineState } from './shared-review.ts';
import { stateOfLines } from './shared-review.ts';
import type { Machine, MoveRefusal } from './state-machine.ts';
import type { Turn } from './whose-turn.ts';

export type RefusalState = 'proposed' | 'accepted' | 'declined' | 'withdrawn';

export const refusalMachine: Machine<RefusalState> = {
  proposed: {
    label: 'À décider',
    tone: 'attention',
    steps: [
      { to: 'accepted', by: ['buyer'], needs: ['proposal'] },
      { to: 'declined', by: ['buyer'], needs: ['reason', 'proposal'] },
      { to: 'withdrawn', by: ['facilitator'] },
    ],
  },
  accepted: { label: 'Heures refusées', tone: 'problem', closed: true, steps: [] },
  declined: { label: 'Heures gardées', tone: 'ok', closed: true, steps: [] },
  withdrawn: { label: 'Proposition retirée', tone: 'neutral', closed: true, steps: [] },
};

/** What an accepted refusal does to one line: a sealed one is never rewritten. null: it no longer counts, there is nothing to refuse. */
export function effectOnLine({
  state,
  cancelled,
}: {
  state: LineState;
  cancelled: boolean;
}): 'reject' | 'counter' | null {
  if (cancelled) return null;
  if (state === 'validated') return 'reject';
  return state === 'locked' ? 'counter' : null;
}

/** The state of the declaration once its lines were refused: sealed lines make it corrected, the others speak for themselves. */
export function declarationOnceRefused({
  from,
  countered,
  lines,
  reason,
}: {
  from: DeclarationState;
  countered: boolean;
  lines: readonly LinesOf[];
  reason: string;
}): Result<DeclarationState, MoveRefusal | 'confirmation-missing'> {
  const to = countered ? 'corrected' : stateOfLines(lines);
  if (to === from) return done(to);
  if (from === 'under-review' || from === 'submitted') return done(from);
  return moveDeclaration({ from, to, by: 'buyer', reason, proposedBy: 'facilitator' }, { confirmation: 'not-needed' });
}

export function turnOfRefusal({ state, since }: { state: RefusalState; since: Day }): Turn {
  return state === 'proposed'
    ? { owner: 'buyer', action: 'Accepter ou écarter le refus proposé.', since }
    : { owner: 'nobody', action: 'Rien à faire.', since };
}

/** A proposal is answered once, and only while it stands. */
export function checkWaiting(state: RefusalState): Result<null, 'refusal-answered'> {
  return state === 'proposed'
    ? done(null)
    : refuse('refusal-answered', { details: { state: refusalMachine[state].label } });
}
