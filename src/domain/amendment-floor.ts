/** Which validated hours an amendment of one commitment may not make superfluous, when a lot owes several. */
import type { Commitment } from './commitment.ts';
import type { Minutes } from './minutes.ts';
import { sumMinutes } from './minutes.ts';

/** Source: product decision: hours are validated for the lot; those the other commitments already take are not this one's. */
export function validatedFor({ validated, others }: { validated: Minutes; others: readonly Commitment[] }): Minutes {
  const taken = others.map((other) => (other.kind === 'fixed' || other.kind === 'training' ? other.minutes : 0));
  return Math.max(0, validated - sumMinutes(taken));
}
