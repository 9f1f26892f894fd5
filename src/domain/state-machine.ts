/** One way to read every life told as a table: which states follow, who moves them, and what must be given. */
import type { Day } from './day.ts';
import type { Result } from './result.ts';
import { done, refuse } from './result.ts';

export const sides = {
  buyer: 'l’acheteur',
  facilitator: 'la structure de facilitation',
  company: 'l’entreprise',
  inclusion: 'la structure d’insertion',
  prescriber: 'le prescripteur',
} as const;

export type Side = keyof typeof sides;

/** automatic: the calendar or the hours themselves make the step, through a job. */
export type Mover = Side | 'automatic';
export type Need = 'reason' | 'day' | 'proposal';
export type Tone = 'neutral' | 'progress' | 'ok' | 'attention' | 'problem';

export interface Step<State extends string> {
  to: State;
  by: readonly Mover[];
  needs?: readonly Need[];
}

export interface StateEntry<State extends string> {
  label: string;
  tone: Tone;
  /** Nobody owes anything more; a step may still reopen it. */
  closed?: true;
  steps: readonly Step<State>[];
}

export type Machine<State extends string> = Readonly<Record<State, StateEntry<State>>>;

export interface Move<State extends string> {
  from: State;
  to: State;
  by: Mover;
  reason?: string;
  day?: Day;
  proposedBy?: Side;
}

export type MoveRefusal =
  | 'move-impossible'
  | 'move-other-side'
  | 'reason-missing'
  | 'move-day-missing'
  | 'proposal-missing';

const refusalOfNeed = {
  reason: 'reason-missing',
  day: 'move-day-missing',
  proposal: 'proposal-missing',
} as const satisfies Record<Need, MoveRefusal>;

/** Only what this side may do, or every step when no side is given. */
export function nextStates<State extends string>(
  machine: Machine<State>,
  { state, by }: { state: State; by?: Mover },
): State[] {
  return machine[state].steps.filter((step) => by === undefined || step.by.includes(by)).map((step) => step.to);
}

export function moveState<State extends string>(
  machine: Machine<State>,
  move: Move<State>,
): Result<State, MoveRefusal> {
  const step = machine[move.from].steps.find(({ to }) => to === move.to);
  if (step === undefined) {
    const next = nextStates(machine, { state: move.from }).map((state) => machine[state].label);
    return refuse('move-impossible', { details: { next: next.join(', ') || 'aucune' } });
  }
  if (!step.by.includes(move.by)) {
    return refuse('move-other-side', { details: { who: step.by.map(sideName).join(' ou ') } });
  }
  const missing = step.needs?.find((need) => !given(move, need));
  return missing === undefined ? done(move.to) : refuse(refusalOfNeed[missing], { field: missing });
}

export function isClosed<State extends string>(machine: Machine<State>, state: State): boolean {
  return machine[state].closed === true;
}

function given(move: Move<string>, need: Need): boolean {
  switch (need) {
    case 'reason':
      return (move.reason ?? '').trim() !== '';
    case 'day':
      return move.day !== undefined;
    case 'proposal':
      return move.proposedBy !== undefined;
  }
}

function sideName(mover: Mover): string {
  return mover === 'automatic' ? 'le calendrier' : sides[mover];
}
