/** The life of a lot: prepared with its market, then awarded, executed and closed on its own. */
import type { Result } from './result.ts';
import type { Machine, Mover, Move, MoveRefusal, Step } from './state-machine.ts';
import { moveState, nextStates } from './state-machine.ts';

export type LotState =
  | 'in-preparation'
  | 'published'
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
const unsuccessful: Step<LotState> = { to: 'unsuccessful', by: ['buyer'], needs: ['reason'] };
const terminated: Step<LotState> = { to: 'terminated', by: ['buyer'], needs: ['reason', 'day'] };

/** Source: domain.md §12.3, the machine of the market from its publication; preparation is shared by all lots. */
export const lotMachine: Machine<LotState> = {
  'in-preparation': {
    label: 'En préparation',
    tone: 'neutral',
    steps: [
      { to: 'published', by: desk },
      { to: 'no-clause', by: ['buyer'], needs: ['reason'] },
    ],
  },
  published: { label: 'Publié', tone: 'progress', steps: [{ to: 'awarded', by: ['buyer'] }, unsuccessful] },
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
    steps: [{ to: 'in-preparation', by: desk, needs: ['reason'] }],
  },
  unsuccessful: {
    label: 'Sans suite',
    tone: 'neutral',
    closed: true,
    steps: [{ to: 'published', by: ['buyer'], needs: ['reason'] }],
  },
  terminated: {
    label: 'Résilié',
    tone: 'problem',
    steps: [{ to: 'closed', by: ['facilitator'], needs: ['day'] }],
  },
};

export const lotEntries: readonly LotState[] = ['in-preparation', 'published', 'awarded', 'notified', 'running'];

export function nextLotStates(state: LotState, by?: Mover): LotState[] {
  return nextStates(lotMachine, { state, ...(by === undefined ? {} : { by }) });
}

export function moveLot(move: Move<LotState>): Result<LotState, MoveRefusal> {
  return moveState(lotMachine, move);
}
