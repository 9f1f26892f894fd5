/** The life of a proposal, from the prescriber to the pool (domain.md §12.3), and whose turn it is at each step. */
import type { Day } from './day.ts';
import { isRefusalReason } from './referral-reasons.ts';
import type { Result } from './result.ts';
import { refuse } from './result.ts';
import type { Machine, Move, MoveRefusal, Step } from './state-machine.ts';
import { isClosed, moveState } from './state-machine.ts';
import type { Turn } from './whose-turn.ts';

export type ReferralState =
  | 'referred'
  | 'met'
  | 'eligibility-pending'
  | 'eligible'
  | 'not-eligible'
  | 'in-pool'
  | 'expired'
  | 'refused'
  | 'hired'
  | 'withdrawn';

const structure = ['facilitator'] as const;
const refused: Step<ReferralState> = { to: 'refused', by: structure, needs: ['reason'] };
const withdrawn: Step<ReferralState> = { to: 'withdrawn', by: ['prescriber'], needs: ['reason'] };
const verdict: readonly Step<ReferralState>[] = [
  { to: 'eligible', by: structure },
  { to: 'not-eligible', by: structure },
];

/** "expired" is the domain's EXPIRED, and its RENEWED is the step back to the pool. */
export const referralMachine: Machine<ReferralState> = {
  referred: { label: 'Proposée', tone: 'neutral', steps: [{ to: 'met', by: structure }, refused, withdrawn] },
  met: {
    label: 'Rencontrée',
    tone: 'progress',
    steps: [{ to: 'eligibility-pending', by: structure }, ...verdict, refused, withdrawn],
  },
  'eligibility-pending': {
    label: 'Justificatif attendu',
    tone: 'attention',
    steps: [...verdict, refused, withdrawn],
  },
  eligible: {
    label: 'Éligible',
    tone: 'ok',
    steps: [{ to: 'in-pool', by: structure }, { to: 'not-eligible', by: structure }, refused, withdrawn],
  },
  'not-eligible': {
    label: 'Non éligible',
    tone: 'problem',
    closed: true,
    steps: [
      { to: 'eligibility-pending', by: structure },
      { to: 'eligible', by: structure },
    ],
  },
  'in-pool': {
    label: 'Au vivier',
    tone: 'ok',
    steps: [
      { to: 'hired', by: structure },
      { to: 'not-eligible', by: structure },
      { to: 'expired', by: ['automatic'] },
      refused,
      withdrawn,
    ],
  },
  expired: {
    label: 'Éligibilité à renouveler',
    tone: 'attention',
    steps: [{ to: 'in-pool', by: structure }, ...verdict, refused, withdrawn],
  },
  refused: { label: 'Sans suite', tone: 'neutral', closed: true, steps: [] },
  hired: { label: 'En emploi', tone: 'ok', closed: true, steps: [] },
  withdrawn: { label: 'Retirée', tone: 'neutral', closed: true, steps: [] },
};

export const referralEntries: readonly ReferralState[] = ['referred'];

export const openReferralStates = (Object.keys(referralMachine) as ReferralState[]).filter(
  (state) => !isClosed(referralMachine, state),
);

export type ReferralRefusal = MoveRefusal | 'refusal-reason-unfit';

/** A refusal has a reason of the list. */
export function moveReferral(move: Move<ReferralState>): Result<ReferralState, ReferralRefusal> {
  const moved = moveState(referralMachine, move);
  if (!moved.ok || move.to !== 'refused') return moved;
  return isRefusalReason(move.reason ?? '') ? moved : refuse('refusal-reason-unfit', { field: 'reason' });
}

/** A decision on eligibility carries the proposal with it: whoever is decided was met. */
export function stateAfterDecision(state: ReferralState, eligible: boolean): ReferralState {
  if (state === 'expired' && eligible) return 'in-pool';
  const awaiting: readonly ReferralState[] = [
    'referred',
    'met',
    'eligibility-pending',
    'eligible',
    'in-pool',
    'expired',
  ];
  if (eligible)
    return state === 'in-pool' || !(awaiting.includes(state) || state === 'not-eligible') ? state : 'eligible';
  return awaiting.includes(state) ? 'not-eligible' : state;
}

export function turnOfReferral({
  state,
  since,
  accepted,
  proofHanded = false,
}: {
  state: ReferralState;
  since: Day;
  accepted: boolean;
  /** The prescriber said, since it was asked, that the paper was handed or renewed. */
  proofHanded?: boolean;
}): Turn {
  if (state === 'eligibility-pending' && proofHanded) {
    return { owner: 'facilitator', action: 'Vérifier le justificatif remis.', since };
  }
  return { ...turn(state, accepted), since };
}

function turn(state: ReferralState, accepted: boolean): Omit<Turn, 'since'> {
  switch (state) {
    case 'referred':
      return { owner: 'facilitator', action: accepted ? 'Rencontrer la personne.' : 'Répondre à la proposition.' };
    case 'met':
      return { owner: 'facilitator', action: 'Vérifier l’éligibilité.' };
    case 'eligibility-pending':
      return { owner: 'prescriber', action: 'Montrer le justificatif demandé.' };
    case 'eligible':
      return { owner: 'facilitator', action: 'Inscrire la personne au vivier.' };
    case 'in-pool':
      return { owner: 'facilitator', action: 'Proposer un poste.' };
    case 'expired':
      return { owner: 'facilitator', action: 'Renouveler l’éligibilité.' };
    case 'not-eligible':
    case 'refused':
    case 'hired':
    case 'withdrawn':
      return { owner: 'nobody', action: 'Rien à faire.' };
  }
}
