/** The life of a market (domain.md §12.3): from the first sign of it to the closing of its follow-up. */
import type { LotState } from './lot-state.ts';
import { lotMachine } from './lot-state.ts';
import type { Result } from './result.ts';
import { refuse } from './result.ts';
import type { Machine, Mover, Move, MoveRefusal, Step } from './state-machine.ts';
import { isClosed, moveState, nextStates } from './state-machine.ts';

export type MarketState =
  | 'identified'
  | 'under-study'
  | 'calibrated'
  | 'dce-ready'
  | 'published'
  | 'offers-analysed'
  | 'awarded'
  | 'notified'
  | 'running'
  | 'suspended'
  | 'completed'
  | 'closed'
  | 'no-clause'
  | 'unsuccessful'
  | 'terminated';

const desk: readonly Mover[] = ['buyer', 'facilitator'];
const noClause: Step<MarketState> = { to: 'no-clause', by: ['buyer'], needs: ['reason'] };
const unsuccessful: Step<MarketState> = { to: 'unsuccessful', by: ['buyer'], needs: ['reason'] };
const terminated: Step<MarketState> = { to: 'terminated', by: ['buyer'], needs: ['reason', 'day'] };

/** Before publication a step may be taken back; after it only the law of the market moves it. */
export const marketMachine: Machine<MarketState> = {
  identified: { label: 'Repéré', tone: 'neutral', steps: [{ to: 'under-study', by: desk }, noClause] },
  'under-study': { label: 'À l’étude', tone: 'progress', steps: [{ to: 'calibrated', by: desk }, noClause] },
  calibrated: {
    label: 'Calibré',
    tone: 'progress',
    steps: [{ to: 'dce-ready', by: desk }, { to: 'under-study', by: desk }, noClause],
  },
  'dce-ready': {
    label: 'Dossier prêt',
    tone: 'progress',
    steps: [{ to: 'published', by: desk, needs: ['day'] }, { to: 'calibrated', by: desk }, noClause],
  },
  published: {
    label: 'Publié',
    tone: 'progress',
    steps: [{ to: 'offers-analysed', by: desk }, unsuccessful],
  },
  'offers-analysed': {
    label: 'Offres analysées',
    tone: 'progress',
    steps: [{ to: 'awarded', by: ['buyer'] }, unsuccessful],
  },
  awarded: {
    label: 'Attribué',
    tone: 'progress',
    steps: [{ to: 'notified', by: desk, needs: ['day'] }, unsuccessful],
  },
  notified: {
    label: 'Notifié',
    tone: 'progress',
    steps: [{ to: 'running', by: desk, needs: ['day'] }, terminated],
  },
  running: {
    label: 'En cours',
    tone: 'progress',
    steps: [
      { to: 'suspended', by: ['buyer'], needs: ['reason', 'day'] },
      { to: 'completed', by: desk, needs: ['day'] },
      terminated,
    ],
  },
  suspended: {
    label: 'Suspendu',
    tone: 'attention',
    steps: [{ to: 'running', by: ['buyer'], needs: ['day'] }, terminated],
  },
  completed: {
    label: 'Exécuté',
    tone: 'ok',
    steps: [{ to: 'closed', by: ['facilitator'], needs: ['day'] }],
  },
  closed: { label: 'Clos', tone: 'neutral', closed: true, steps: [] },
  'no-clause': {
    label: 'Sans clause',
    tone: 'neutral',
    closed: true,
    steps: [{ to: 'under-study', by: desk, needs: ['reason'] }],
  },
  unsuccessful: {
    label: 'Sans suite',
    tone: 'neutral',
    closed: true,
    steps: [{ to: 'published', by: ['buyer'], needs: ['reason', 'day'] }],
  },
  terminated: {
    label: 'Résilié',
    tone: 'problem',
    steps: [{ to: 'closed', by: ['facilitator'], needs: ['day'] }],
  },
};

/** A market already under way when it is entered or imported starts where it stands. */
export const marketEntries: readonly MarketState[] = [
  ...(['identified', 'under-study', 'calibrated', 'dce-ready', 'published'] as const),
  ...(['offers-analysed', 'awarded', 'notified', 'running'] as const),
];

export type MarketRefusal = MoveRefusal | 'lots-still-open';

export function nextMarketStates(state: MarketState, by?: Mover): MarketState[] {
  return nextStates(marketMachine, { state, ...(by === undefined ? {} : { by }) });
}

/** A market is executed or closed only after its lots: none may stay behind without an owner. */
export function moveMarket(
  move: Move<MarketState>,
  { lots }: { lots: readonly LotState[] },
): Result<MarketState, MarketRefusal> {
  const moved = moveState(marketMachine, move);
  if (!moved.ok) return moved;
  const behind = lots.filter((lot) => !isClosed(lotMachine, lot) && !(move.to === 'completed' && over(lot)));
  return (move.to === 'completed' || move.to === 'closed') && behind.length > 0
    ? refuse('lots-still-open', { details: { count: behind.length } })
    : moved;
}

function over(lot: LotState): boolean {
  return lot === 'completed' || lot === 'terminated';
}
