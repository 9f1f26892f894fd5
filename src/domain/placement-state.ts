/** The life of a candidate on a post (domain.md §12.3): put forward, presented, met, chosen, hired; or why not. */
import type { Machine, Step } from './state-machine.ts';

export type PlacementState =
  | 'suggested'
  | 'proposed'
  | 'silent'
  | 'interview'
  | 'selected'
  | 'hired'
  | 'rejected'
  | 'withdrawn'
  | 'no-show';

const employers = ['company', 'inclusion'] as const;
const answerers = [...employers, 'facilitator'] as const;
const answers: readonly Step<PlacementState>[] = [
  { to: 'interview', by: answerers },
  { to: 'selected', by: answerers },
  { to: 'rejected', by: answerers, needs: ['reason'] },
];
const withdrawn: Step<PlacementState> = { to: 'withdrawn', by: ['facilitator', 'prescriber'], needs: ['reason'] };
const noShow: Step<PlacementState> = { to: 'no-show', by: answerers };
/** A hasty thumb is corrected, and a change of mind is told: never without its reason. */
const again: Step<PlacementState> = { to: 'proposed', by: answerers, needs: ['reason'] };

export const placementMachine: Machine<PlacementState> = {
  suggested: {
    label: 'À présenter',
    tone: 'attention',
    steps: [{ to: 'proposed', by: ['facilitator'] }, withdrawn],
  },
  proposed: {
    label: 'Présentée',
    tone: 'progress',
    steps: [...answers, { to: 'silent', by: ['automatic'] }, withdrawn],
  },
  silent: {
    label: 'Sans réponse',
    tone: 'problem',
    steps: [...answers, { to: 'proposed', by: ['facilitator'] }, withdrawn],
  },
  interview: {
    label: 'Entretien',
    tone: 'progress',
    steps: [{ to: 'selected', by: answerers }, { to: 'rejected', by: answerers, needs: ['reason'] }, noShow, withdrawn],
  },
  selected: {
    label: 'Retenue',
    tone: 'ok',
    steps: [
      { to: 'hired', by: ['facilitator'] },
      { to: 'rejected', by: answerers, needs: ['reason'] },
      noShow,
      withdrawn,
    ],
  },
  // The hire taken back has a door of its own: the contract goes with it.
  hired: { label: 'Embauchée', tone: 'ok', closed: true, steps: [{ to: 'selected', by: ['facilitator'] }] },
  rejected: { label: 'Non retenue', tone: 'neutral', closed: true, steps: [again] },
  withdrawn: { label: 'Retirée', tone: 'neutral', closed: true, steps: [again] },
  'no-show': { label: 'Absente', tone: 'problem', closed: true, steps: [again] },
};

export const placementEntries: readonly PlacementState[] = ['suggested', 'proposed'];

/** Those about whom the company has something to say. */
export const awaitingCompany: readonly PlacementState[] = ['proposed', 'silent', 'interview'];

export function isPlacementState(value: string): value is PlacementState {
  return Object.hasOwn(placementMachine, value);
}
