/** Which commitment each counted minute serves: all of it, once, and on another lot only under an agreement. */
import type { GlobalisationAgreement } from './globalisation.ts';
import { agreementFor } from './globalisation.ts';
import { formatMinutes, sumMinutes } from './minutes.ts';
import type { Minutes } from './minutes.ts';
import type { Result } from './result.ts';
import { done, refuse } from './result.ts';
import type { Span } from './weekly-limits.ts';

export interface AllocatableEntry {
  id: string;
  /** The lot on which the hours were worked. */
  lot: string;
  /** The company at work: an agreement binds the lots of one company. */
  company: string;
  worked: Span;
  /** What counting kept of it; negative for a counter-entry. */
  counted: Minutes;
}

export interface LotCommitment {
  id: string;
  lot: string;
}

/** HourAllocation: so many minutes of an entry for a commitment; agreement: what allows another lot than its own. */
export interface HourAllocation {
  entry: string;
  commitment: string;
  minutes: Minutes;
  agreement: string | null;
}

export type AllocationRefusal =
  | 'allocation-sum'
  | 'allocation-sign'
  | 'allocation-doubled'
  | 'allocation-unknown'
  | 'allocation-other-lot';

/** Without a decision, hours serve the commitment of the lot on which they were worked; none is lost, zero is written nowhere. */
export function allocateToOwnLots(
  entries: readonly AllocatableEntry[],
  commitments: readonly LotCommitment[],
): HourAllocation[] {
  const own = new Map(commitments.map(({ lot, id }) => [lot, id]));
  return [...entries].sort(byId).flatMap(({ id, lot, counted }) => {
    const commitment = own.get(lot);
    return commitment === undefined || counted === 0
      ? []
      : [{ entry: id, commitment, minutes: counted, agreement: null }];
  });
}

/** Source: domain.md §5.3: the parts of an entry make its counted minutes; the agreement is found and kept with each part. */
export function allocateEntry({
  entry,
  parts,
  commitments,
  agreements,
}: {
  entry: AllocatableEntry;
  parts: readonly { commitment: string; minutes: Minutes }[];
  commitments: readonly LotCommitment[];
  agreements: readonly GlobalisationAgreement[];
}): Result<HourAllocation[], AllocationRefusal> {
  if (new Set(parts.map(({ commitment }) => commitment)).size < parts.length) {
    return refuse('allocation-doubled');
  }
  if (parts.some(({ minutes }) => !Number.isSafeInteger(minutes) || minutes * Math.sign(entry.counted) <= 0)) {
    return refuse('allocation-sign');
  }
  const allocations: HourAllocation[] = [];
  for (const { commitment, minutes } of parts) {
    const target = commitments.find(({ id }) => id === commitment);
    if (target === undefined) return refuse('allocation-unknown');
    const agreement =
      target.lot === entry.lot
        ? null
        : agreementFor(agreements, {
            company: entry.company,
            from: entry.lot,
            to: target.lot,
            worked: entry.worked,
          });
    if (agreement === undefined) return refuse('allocation-other-lot');
    allocations.push({ entry: entry.id, commitment, minutes, agreement: agreement?.id ?? null });
  }
  const sum = sumMinutes(parts.map(({ minutes }) => minutes));
  return sum === entry.counted
    ? done(allocations)
    : refuse('allocation-sum', {
        details: { sum: formatMinutes(sum), counted: formatMinutes(entry.counted) },
      });
}

/** Minutes received by each commitment; their sum is the sum of what was counted. */
export function allocatedByCommitment(allocations: readonly HourAllocation[]): Map<string, Minutes> {
  const sums = new Map<string, Minutes>();
  for (const { commitment, minutes } of allocations) {
    sums.set(commitment, (sums.get(commitment) ?? 0) + minutes);
  }
  return sums;
}

function byId(one: AllocatableEntry, other: AllocatableEntry): number {
  return one.id < other.id ? -1 : 1;
}
