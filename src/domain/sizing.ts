/** Sizing of a lot: how many hours its amount may carry (domain.md §5.1); a proposal, never the contract. */
import type { Minutes } from './minutes.ts';
import type { Cents } from './money.ts';

export interface SizingFacts {
  amountCents: Cents;
  labourBasisPoints: number;
  insertionBasisPoints: number;
  hourlyCostCents: Cents;
}

/** amount × labour share × insertion rate ÷ hourly cost, floored to the step (an hour, or 5, 10, 35 hours). */
export function sizeMinutes(facts: SizingFacts, step: Minutes): Minutes {
  if (facts.hourlyCostCents <= 0 || step <= 0) throw new RangeError('a cost and a step are above zero');
  const rate = BigInt(facts.labourBasisPoints) * BigInt(facts.insertionBasisPoints);
  const numerator = BigInt(facts.amountCents) * rate * 60n;
  const denominator = BigInt(facts.hourlyCostCents) * 100_000_000n * BigInt(step);
  return Number(numerator / denominator) * step;
}
