/** Hours worked by everybody on a lot, month by month: what a share is a share of (domain.md §6). */
import type { DeclarationState } from './declaration-state.ts';
import { formatHundredths } from './french-number.ts';
import type { Minutes } from './minutes.ts';
import { formatMinutes } from './minutes.ts';
import { partOf } from './proportion.ts';
import type { Result } from './result.ts';
import { done, refuse } from './result.ts';

export type WorkedRefusal = 'worked-below-insertion' | 'worked-sealed';

/** Insertion hours are among the hours worked; once a statement was issued, only the facilitator corrects its figures. */
export function checkWorked({
  minutes,
  insertion,
  state,
  by,
}: {
  minutes: Minutes;
  /** Insertion hours declared for the people at work there that month. */
  insertion: Minutes;
  state: DeclarationState | null;
  by: 'company' | 'facilitator';
}): Result<Minutes, WorkedRefusal> {
  if (by === 'company' && (state === 'locked' || state === 'corrected')) return refuse('worked-sealed');
  if (minutes < insertion) {
    return refuse('worked-below-insertion', { field: 'travail', details: { insertion: formatMinutes(insertion) } });
  }
  return done(minutes);
}

/** Hundredths of a percent of the hours worked, rounded down so that a target is never shown reached early; null when nothing is known. */
export function rateReached(done: Minutes, worked: Minutes): number | null {
  return worked <= 0 ? null : partOf(Math.max(0, done), { numerator: 10_000, denominator: worked });
}

/** What a rate of the hours worked asks for. */
export function shareOfWork(worked: Minutes, basisPoints: number): Minutes {
  return partOf(worked, { numerator: basisPoints, denominator: 10_000 });
}

/** "5 % de 12 000 h travaillées, soit 600 h". */
export function shareSentence({ basisPoints, worked }: { basisPoints: number; worked: Minutes }): string {
  const rate = `${formatHundredths(basisPoints)}\u00A0%`;
  if (worked === 0) return `${rate} des heures travaillées, encore inconnues`;
  return `${rate} de ${formatMinutes(worked)} travaillées, soit ${formatMinutes(shareOfWork(worked, basisPoints))}`;
}
