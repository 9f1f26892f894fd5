/** The life of a work contract under the clause (domain.md §12.3), and why it ended. */
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
const ended: Step<ContractState> = { to: 'ended', by: employer, needs: ['reason', 'day'] };
/** A contract entered by mistake; nothing is erased. */
const removed: Step<ContractState> = { to: 'removed', by: ['facilitator'], needs: ['reason'] };

export const contractMachine: Machine<ContractState> = {
  planned: { label: 'Prévu', tone: 'neutral', steps: [{ to: 'active', by: employer }, ended, removed] },
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
    (reason === 'never-started') === (move.from === 'planned') &&
    !(reason === 'trial-break' && move.from === 'trial-over') &&
    !(reason === 'never-started' && hasHours);
  return fits ? moved : refuse('end-reason-unfit', { field: 'reason' });
}

export function isEndReason(value: string): value is EndReason {
  return Object.hasOwn(endReasons, value);
}
