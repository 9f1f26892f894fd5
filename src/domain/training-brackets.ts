/** Hours of training by bracket of amount, for the clause under school status (domain.md §5.1 and §5.7). */
import type { CountingRules } from './counting-rules.ts';
import type { Minutes } from './minutes.ts';
import { formatMinutes } from './minutes.ts';
import type { Cents } from './money.ts';
import type { Result } from './result.ts';
import { done, refuse } from './result.ts';

export interface Bracket {
  fromCents: Cents;
  /** Last amount, included; null for the open bracket at the end. */
  untilCents: Cents | null;
  minutes: Minutes;
}

/** Source: buyer's guide of the ministry of education, 2019; its brackets leave gaps, kept as published. */
export const schoolBrackets: readonly Bracket[] = [
  { fromCents: 100, untilCents: 9_900_000, minutes: 150 * 60 },
  { fromCents: 10_000_000, untilCents: 19_900_000, minutes: 300 * 60 },
  { fromCents: 20_000_000, untilCents: 39_900_000, minutes: 450 * 60 },
  { fromCents: 40_000_000, untilCents: null, minutes: 900 * 60 },
];

export type BracketRefusal = 'bracket-gap' | 'bracket-outside';

/** In a gap of the table the person is asked, and the next bracket is proposed [choice, H13]; a setting may take it at once. */
export function trainingMinutes({
  amountCents,
  brackets,
  gap,
}: {
  amountCents: Cents;
  brackets: readonly Bracket[];
  gap: CountingRules['bracket-gap'];
}): Result<Minutes, BracketRefusal> {
  const ordered = [...brackets].sort((one, other) => one.fromCents - other.fromCents);
  const [first] = ordered;
  const found = ordered.find(
    ({ fromCents, untilCents }) => fromCents <= amountCents && amountCents <= (untilCents ?? amountCents),
  );
  if (found !== undefined) return done(found.minutes);
  const next = ordered.find(({ fromCents }) => amountCents < fromCents);
  if (next === undefined || next === first) return refuse('bracket-outside');
  return gap === 'next'
    ? done(next.minutes)
    : refuse('bracket-gap', { details: { proposed: formatMinutes(next.minutes), minutes: next.minutes } });
}
