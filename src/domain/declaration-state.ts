/** The life of a month's declaration of hours (domain.md §12.3): expected, given, checked, sealed, corrected. */
import type { Day } from './day.ts';
import { daysBetween } from './day.ts';
import type { Result } from './result.ts';
import { refuse } from './result.ts';
import type { Machine, Move, MoveRefusal } from './state-machine.ts';
import { moveState } from './state-machine.ts';

export type DeclarationState =
  | 'expected'
  | 'late'
  | 'submitted'
  | 'under-review'
  | 'validated'
  | 'partially-validated'
  | 'rejected'
  | 'locked'
  | 'corrected'
  | 'not-due';

/** The other party of a secondment confirms or disputes (users.md §3, 3). */
export type Confirmation = 'not-needed' | 'waiting' | 'confirmed' | 'disputed';

const submit = { to: 'submitted', by: ['company', 'inclusion', 'facilitator'] } as const;
const notDue = { to: 'not-due', by: ['facilitator'], needs: ['reason'] } as const;
/** Source: convention S2 art. 4: the buyer refuses hours already validated, on the facilitator's proposal. */
const refusedLater = { to: 'rejected', by: ['buyer'], needs: ['reason', 'proposal'] } as const;
const refusedInPart = { to: 'partially-validated', by: ['buyer'], needs: ['reason', 'proposal'] } as const;

export const declarationMachine: Machine<DeclarationState> = {
  expected: {
    label: 'Attendue',
    tone: 'neutral',
    steps: [{ to: 'late', by: ['automatic'] }, submit, notDue],
  },
  late: { label: 'En retard', tone: 'attention', steps: [submit, notDue] },
  submitted: {
    label: 'Transmise',
    tone: 'progress',
    steps: [
      { to: 'under-review', by: ['facilitator'] },
      { to: 'validated', by: ['automatic'] },
    ],
  },
  'under-review': {
    label: 'En contrôle',
    tone: 'progress',
    steps: [
      { to: 'validated', by: ['facilitator', 'automatic'] },
      { to: 'partially-validated', by: ['facilitator'], needs: ['reason'] },
      { to: 'rejected', by: ['facilitator'], needs: ['reason'] },
    ],
  },
  validated: {
    label: 'Validée',
    tone: 'ok',
    steps: [{ to: 'locked', by: ['facilitator', 'automatic'] }, refusedLater, refusedInPart],
  },
  'partially-validated': {
    label: 'Validée en partie',
    tone: 'attention',
    steps: [submit, { to: 'locked', by: ['facilitator', 'automatic'] }, refusedLater],
  },
  rejected: { label: 'Refusée', tone: 'problem', steps: [submit, notDue] },
  locked: {
    label: 'Scellée',
    tone: 'neutral',
    closed: true,
    steps: [{ to: 'corrected', by: ['facilitator', 'buyer'], needs: ['reason'] }],
  },
  corrected: {
    label: 'Corrigée',
    tone: 'attention',
    steps: [{ to: 'locked', by: ['facilitator', 'automatic'] }],
  },
  'not-due': {
    label: 'Sans objet',
    tone: 'neutral',
    closed: true,
    steps: [{ to: 'expected', by: ['facilitator'], needs: ['reason'] }],
  },
};

export const declarationEntries: readonly DeclarationState[] = ['expected', 'submitted'];

export type DeclarationRefusal = MoveRefusal | 'confirmation-missing';

/** Hours the other party has not confirmed are validated only with a written reason, by a person; a part always has one. */
export function moveDeclaration(
  move: Move<DeclarationState>,
  { confirmation }: { confirmation: Confirmation },
): Result<DeclarationState, DeclarationRefusal> {
  const moved = moveState(declarationMachine, move);
  if (!moved.ok || move.to !== 'validated') return moved;
  const settled = confirmation === 'not-needed' || confirmation === 'confirmed';
  const explained = move.by === 'facilitator' && (move.reason ?? '').trim() !== '';
  return settled || explained ? moved : refuse('confirmation-missing', { field: 'reason' });
}

/** What the decisions line by line make of the whole; a month declared without any hour is validated as it is. */
export function outcomeOfReview(
  lines: readonly ('accepted' | 'refused')[],
): 'validated' | 'partially-validated' | 'rejected' {
  if (!lines.includes('refused')) return 'validated';
  return lines.includes('accepted') ? 'partially-validated' : 'rejected';
}

/** Symmetrical deadline (users.md §3, 8): the controller's silence accepts, and the hours stay shown as not controlled. */
export function acceptedBySilence({
  submittedOn,
  today,
  reviewDays,
  confirmation,
}: {
  submittedOn: Day;
  today: Day;
  reviewDays: number;
  confirmation: Confirmation;
}): boolean {
  const settled = confirmation === 'not-needed' || confirmation === 'confirmed';
  return settled && daysBetween(submittedOn, today) > reviewDays;
}
