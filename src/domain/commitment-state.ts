/** The life of a lot's commitment (LotEngagement, domain.md §12.3): from a draft target to a settled one. */
import type { Minutes } from './minutes.ts';
import type { Result } from './result.ts';
import { refuse } from './result.ts';
import type { Machine, Move, MoveRefusal, Step } from './state-machine.ts';
import { moveState } from './state-machine.ts';

export type CommitmentState =
  | 'draft'
  | 'proposed'
  | 'contractual'
  | 'not-triggered'
  | 'started'
  | 'in-progress'
  | 'at-risk'
  | 'fulfilled'
  | 'partially-fulfilled'
  | 'not-fulfilled'
  | 'suspended'
  | 'reduced'
  | 'waived'
  | 'closed';

/** Source: domain.md §5.6 and §12.3: economic difficulty may suspend, reduce (by a signed amendment) or lift the clause. */
const difficulty: readonly Step<CommitmentState>[] = [
  { to: 'suspended', by: ['buyer'], needs: ['reason', 'day'] },
  { to: 'reduced', by: ['buyer'], needs: ['reason', 'day'] },
  { to: 'waived', by: ['buyer'], needs: ['reason', 'day'] },
];
const outcomes = ['fulfilled', 'partially-fulfilled', 'not-fulfilled'] as const;
const outcome = automatic(...outcomes, 'not-triggered');
/** The end of the work moved to a later day: the commitment lives again. */
const again = automatic('started', 'in-progress', 'at-risk', 'not-triggered');
const settled: Step<CommitmentState> = { to: 'closed', by: ['facilitator'], needs: ['day'] };

export const commitmentMachine: Machine<CommitmentState> = {
  draft: {
    label: 'Brouillon',
    tone: 'neutral',
    steps: [{ to: 'proposed', by: ['facilitator', 'buyer'] }],
  },
  proposed: {
    label: 'Proposé',
    tone: 'progress',
    steps: [
      { to: 'draft', by: ['buyer', 'facilitator'], needs: ['reason'] },
      { to: 'contractual', by: ['buyer'], needs: ['day'] },
    ],
  },
  contractual: {
    label: 'Contractuel',
    tone: 'neutral',
    steps: [{ to: 'started', by: ['facilitator', 'automatic'] }, ...automatic('not-triggered'), ...difficulty],
  },
  'not-triggered': {
    label: 'Non déclenché',
    tone: 'neutral',
    steps: [...automatic('started'), settled],
  },
  started: {
    label: 'Démarré',
    tone: 'progress',
    steps: [
      ...automatic('in-progress', 'at-risk', 'not-triggered'),
      ...outcomes.map((to) => ({ to, by: ['automatic', 'facilitator'] }) as const),
      ...difficulty,
    ],
  },
  'in-progress': {
    label: 'En cours',
    tone: 'progress',
    steps: [...automatic('started', 'at-risk'), ...outcome, ...difficulty],
  },
  'at-risk': {
    label: 'En risque',
    tone: 'attention',
    steps: [...automatic('started', 'in-progress'), ...outcome, ...difficulty],
  },
  fulfilled: {
    label: 'Atteint',
    tone: 'ok',
    steps: [...again, ...automatic('partially-fulfilled', 'not-fulfilled'), settled],
  },
  'partially-fulfilled': {
    label: 'Atteint en partie',
    tone: 'attention',
    steps: [...again, ...automatic('fulfilled', 'not-fulfilled'), settled],
  },
  'not-fulfilled': {
    label: 'Non atteint',
    tone: 'problem',
    steps: [...again, ...automatic('fulfilled', 'partially-fulfilled'), settled],
  },
  suspended: {
    label: 'Suspendu',
    tone: 'attention',
    steps: [
      { to: 'started', by: ['buyer'], needs: ['day'] },
      { to: 'reduced', by: ['buyer'], needs: ['reason', 'day'] },
      { to: 'waived', by: ['buyer'], needs: ['reason', 'day'] },
    ],
  },
  reduced: { label: 'Réduit', tone: 'attention', steps: [...again, ...automatic(...outcomes)] },
  waived: {
    label: 'Levé',
    tone: 'neutral',
    steps: [{ to: 'started', by: ['buyer'], needs: ['reason', 'day'] }, settled],
  },
  closed: { label: 'Soldé', tone: 'neutral', closed: true, steps: [] },
};

/** A target written in a contract already signed is entered as contractual. */
export const commitmentEntries: readonly CommitmentState[] = ['draft', 'contractual'];

export type CommitmentRefusal = MoveRefusal | 'outcome-by-hours';

/** Hours alone decide an outcome in hours; the facilitator writes that of a commitment without hours (due: null). */
export function moveCommitment(
  move: Move<CommitmentState>,
  { due }: { due: Minutes | null },
): Result<CommitmentState, CommitmentRefusal> {
  const moved = moveState(commitmentMachine, move);
  const written = move.by === 'facilitator' && isOutcome(move.to);
  if (!moved.ok || !written) return moved;
  if (due !== null) return refuse('outcome-by-hours');
  return (move.reason ?? '').trim() === '' ? refuse('reason-missing', { field: 'reason' }) : moved;
}

/** Where validated hours put a commitment; what the buyer decided (suspended, waived) or nobody signed yet stays. */
export function followHours({
  state,
  done,
  due,
  atRisk,
  over,
  begun = true,
}: {
  state: CommitmentState;
  done: Minutes;
  due: Minutes | null;
  atRisk: boolean;
  over: boolean;
  /** The first day of the lot has come. */
  begun?: boolean;
}): CommitmentState {
  if (['draft', 'proposed', 'suspended', 'waived', 'closed'].includes(state) || due === null) return state;
  if (due === 0) return 'not-triggered';
  if (state === 'contractual' && !begun && done === 0) return state;
  if (done >= due) return 'fulfilled';
  if (over) return done > 0 ? 'partially-fulfilled' : 'not-fulfilled';
  if (atRisk) return 'at-risk';
  return done > 0 ? 'in-progress' : 'started';
}

function automatic(...states: readonly CommitmentState[]): Step<CommitmentState>[] {
  return states.map((to) => ({ to, by: ['automatic'] }));
}

function isOutcome(state: CommitmentState): boolean {
  return outcomes.some((outcome) => outcome === state);
}
