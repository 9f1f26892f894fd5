/** The life of a work contract under the clause (domain.md §12.3), and why it ended. */
import type { Day } from './day.ts';
import type { Result } from './result.ts';
import { refuse } from './result.ts';
import type { Machine, Move, MoveRefusal, Step } from './state-machine.ts';
import { moveState } from './state-machine.ts';

export type ContractState = 'planned' | 'active' | 'trial-over' | 'suspended' | 'ended' | 'removed';

export const endReasons = {
  term: 'Terme du contrat',
  'employer-break': 'Rupture par l’employeur',
  'employee-break': 'Rupture par la personne',
  'mutual-break': 'Rupture d’un commun accord',
  'trial-break': 'Fin pendant la période d’essai',
  misconduct: 'Faute grave ou lourde',
  'force-majeure': 'Force majeure',
  'converted-to-cdi': 'Transformé en CDI',
  'never-started': 'Contrat jamais commencé',
} as const;

export type EndReason = keyof typeof endReasons;

const employer = ['company', 'inclusion', 'facilitator'] as const;
const ended: Step<ContractState> = { to: 'ended', by: [...employer, 'automatic'], needs: ['reason', 'day'] };
/** A contract entered by mistake; nothing is erased. */
const removed: Step<ContractState> = { to: 'removed', by: ['facilitator'], needs: ['reason'] };

export const contractMachine: Machine<ContractState> = {
  planned: {
    label: 'Prévu',
    tone: 'neutral',
    steps: [{ to: 'active', by: [...employer, 'automatic'] }, ended, removed],
  },
  active: {
    label: 'En cours',
    tone: 'progress',
    steps: [
      { to: 'trial-over', by: [...employer, 'automatic'] },
      { to: 'suspended', by: employer, needs: ['reason', 'day'] },
      ended,
      removed,
    ],
  },
  'trial-over': {
    label: 'Essai terminé',
    tone: 'ok',
    steps: [{ to: 'suspended', by: employer, needs: ['reason', 'day'] }, ended, removed],
  },
  suspended: {
    label: 'Suspendu',
    tone: 'attention',
    steps: [
      { to: 'active', by: employer, needs: ['day'] },
      { to: 'trial-over', by: employer, needs: ['day'] },
      ended,
      removed,
    ],
  },
  ended: { label: 'Terminé', tone: 'neutral', closed: true, steps: [] },
  removed: { label: 'Retiré', tone: 'neutral', closed: true, steps: [] },
};

export const contractEntries: readonly ContractState[] = ['planned', 'active', 'trial-over'];

export type ContractRefusal = MoveRefusal | 'contract-has-hours' | 'end-reason-unfit';

/** The end has a reason of the list, and one that the state allows; a contract with declared hours is ended, never removed. */
export function moveContract(
  move: Move<ContractState>,
  { hasHours }: { hasHours: boolean },
): Result<ContractState, ContractRefusal> {
  const moved = moveState(contractMachine, move);
  if (!moved.ok) return moved;
  if (move.to === 'removed' && hasHours) return refuse('contract-has-hours');
  if (move.to !== 'ended') return moved;
  const reason = move.reason ?? '';
  const fits =
    isEndReason(reason) &&
    (reason === 'never-started' ? neverStarted(move.from) && !hasHours : move.from !== 'planned') &&
    !(reason === 'trial-break' && move.from === 'trial-over');
  return fits ? moved : refuse('end-reason-unfit', { field: 'reason' });
}

/** The calendar begins a contract on its first day; somebody may say later that nobody came. */
function neverStarted(from: ContractState): boolean {
  return from === 'planned' || from === 'active';
}

/** Where the days alone lead a contract today: begun, trial over, ended at its term; the same state when nothing is due. */
export function stateByDays(
  {
    state,
    startsOn,
    trialEndsOn,
    plannedEndOn,
  }: { state: ContractState; startsOn: Day; trialEndsOn: Day | null; plannedEndOn: Day | null },
  today: Day,
): ContractState {
  if (state === 'ended' || state === 'removed' || startsOn > today) return state;
  if (plannedEndOn !== null && plannedEndOn < today) return 'ended';
  if (state === 'suspended') return state;
  return trialEndsOn !== null && trialEndsOn < today ? 'trial-over' : state === 'planned' ? 'active' : state;
}

export function isEndReason(value: string): value is EndReason {
  return Object.hasOwn(endReasons, value);
}
