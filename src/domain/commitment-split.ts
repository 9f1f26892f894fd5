/** Who owes which part of a commitment: holder, joint contractors, subcontractors or trades; the parts make the whole. */
import { formatMinutes, sumMinutes } from './minutes.ts';
import type { Minutes } from './minutes.ts';
import { splitCents } from './money.ts';
import type { Result } from './result.ts';
import { done, refuse } from './result.ts';

export const partRoles = {
  holder: 'Titulaire',
  joint: 'Cotraitant',
  subcontractor: 'Sous-traitant',
  trade: 'Corps d’état',
} as const;

export type PartRole = keyof typeof partRoles;

export interface CommitmentPart {
  /** The company, or the trade when all trades are under one holder. */
  party: string;
  role: PartRole;
  minutes: Minutes;
}

export type SplitRefusal = 'split-sum' | 'split-negative' | 'split-doubled';

/** Source: domain.md §13.6, H16: a subcontractor's part counts for the lot and is shown by company. */
export function checkSplit({
  whole,
  parts,
}: {
  whole: Minutes;
  parts: readonly CommitmentPart[];
}): Result<readonly CommitmentPart[], SplitRefusal> {
  const keys = new Set(parts.map(({ role, party }) => `${role}/${party}`));
  if (parts.some(({ minutes }) => minutes < 0)) return refuse('split-negative');
  if (keys.size < parts.length) return refuse('split-doubled');
  const sum = sumMinutes(parts.map(({ minutes }) => minutes));
  return sum === whole
    ? done(parts)
    : refuse('split-sum', { details: { sum: formatMinutes(sum), whole: formatMinutes(whole) } });
}

/** Exact parts in proportion of weights, such as the amounts of each trade; the same largest-remainder rule as for cents. */
export function splitMinutes(whole: Minutes, weights: readonly number[]): Minutes[] {
  return splitCents(whole, weights);
}

/** A lot's hours company by company; the sum is the lot's. */
export function byCompany(
  entries: readonly { company: string; minutes: Minutes }[],
): { company: string; minutes: Minutes }[] {
  const sums = new Map<string, Minutes>();
  for (const { company, minutes } of entries) sums.set(company, (sums.get(company) ?? 0) + minutes);
  return [...sums]
    .map(([company, minutes]) => ({ company, minutes }))
    .sort((one, other) => (one.company < other.company ? -1 : 1));
}
