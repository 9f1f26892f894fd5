/** Tranches of a lot: firm ones are owed at once, conditional ones from the day the buyer affirms them. */
import type { Day } from './day.ts';
import type { Minutes } from './minutes.ts';
import { formatMinutes, sumMinutes } from './minutes.ts';
import type { Result } from './result.ts';
import { done, refuse } from './result.ts';

export interface Tranche {
  minutes: Minutes;
  /** null: conditional, and not affirmed. */
  affirmedOn: Day | null;
}

export type TrancheRefusal =
  | 'tranches-over'
  | 'tranche-below-validated'
  | 'tranche-firm'
  | 'tranche-affirmed'
  | 'tranche-not-affirmed'
  | 'tranche-day-future'
  | 'tranche-day-before';

export const trancheActs = {
  added: 'Ajoutée',
  edited: 'Modifiée',
  affirmed: 'Affermie',
  'affirmation-taken-back': 'Affermissement repris',
  removed: 'Retirée',
  restored: 'Remise',
} as const;

export type TrancheAct = keyof typeof trancheActs;

/** Source: CCP R2113-4: the buyer is bound by the firm tranche, and by a conditional one once it is affirmed. */
export function waitingMinutes(tranches: readonly Tranche[], day: Day): Minutes {
  return sumMinutes(
    tranches.filter(({ affirmedOn }) => affirmedOn === null || affirmedOn > day).map(({ minutes }) => minutes),
  );
}

/** The contract says the whole; what waits to be affirmed is not owed yet. */
export function dueWithTranches(
  whole: Minutes,
  { tranches, day }: { tranches: readonly Tranche[]; day: Day },
): Minutes {
  return Math.max(0, whole - waitingMinutes(tranches, day));
}

/** The tranches never make more than the contract; they may make less, the rest being owed outside them. */
export function checkTrancheSum(tranches: readonly Tranche[], whole: Minutes | null): Result<Minutes, TrancheRefusal> {
  const sum = sumMinutes(tranches.map(({ minutes }) => minutes));
  if (whole === null || sum <= whole) return done(sum);
  return refuse('tranches-over', {
    field: 'hours',
    details: { sum: formatMinutes(sum), whole: formatMinutes(whole), over: formatMinutes(sum - whole) },
  });
}

/** Source: product decision, as for amendments: a paper never makes superfluous hours that were already recognised. */
export function checkTrancheFloor({
  before,
  after,
  whole,
  validated,
  day,
}: {
  before: readonly Tranche[];
  after: readonly Tranche[];
  whole: Minutes | null;
  validated: Minutes;
  day: Day;
}): Result<null, TrancheRefusal> {
  if (whole === null) return done(null);
  const due = dueWithTranches(whole, { tranches: after, day });
  const lowered = due < dueWithTranches(whole, { tranches: before, day });
  return lowered && due < validated
    ? refuse('tranche-below-validated', {
        details: { due: formatMinutes(due), validated: formatMinutes(validated) },
      })
    : done(null);
}

/** An affirmation is written down once it was decided, and never before the lot was notified. */
export function checkAffirmation({
  tranche,
  day,
  today,
  notifiedOn,
}: {
  tranche: { conditional: boolean; affirmedOn: Day | null };
  day: Day;
  today: Day;
  notifiedOn: Day | null;
}): Result<Day, TrancheRefusal> {
  if (!tranche.conditional) return refuse('tranche-firm');
  if (tranche.affirmedOn !== null) return refuse('tranche-affirmed');
  if (day > today) return refuse('tranche-day-future', { field: 'day' });
  if (notifiedOn !== null && day < notifiedOn) {
    return refuse('tranche-day-before', { field: 'day', details: { day: notifiedOn } });
  }
  return done(day);
}
