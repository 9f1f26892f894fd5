/** Proposal of pooling: the hours a lot has in surplus go where others lack some, wherever an agreement allows it. */
import type { AllocatableEntry, HourAllocation, LotCommitment } from './allocation.ts';
import { allocatedByCommitment, allocateToOwnLots } from './allocation.ts';
import type { GlobalisationAgreement } from './globalisation.ts';
import { agreementFor } from './globalisation.ts';
import type { Minutes } from './minutes.ts';

/** due: null when the lot owes no hours; it then receives none and its own stay on it. */
export interface PooledCommitment extends LotCommitment {
  due: Minutes | null;
}

/**
 * Own lots are served first. The latest hours of a lot above its target are its surplus; those that can help the fewest
 * lots move first, towards the first lot in need. A surplus nobody may receive stays on its lot, above 100 % (domain.md §5.2).
 */
export function proposePooling({
  entries,
  commitments,
  agreements,
}: {
  entries: readonly AllocatableEntry[];
  commitments: readonly PooledCommitment[];
  agreements: readonly GlobalisationAgreement[];
}): HourAllocation[] {
  const own = allocateToOwnLots(entries, commitments);
  const received = allocatedByCommitment(own);
  const lacking = new Map(commitments.map(({ id, due }) => [id, Math.max(0, (due ?? 0) - (received.get(id) ?? 0))]));
  const movable = surplusOf({ entries, commitments, received }).map((surplus) => ({
    ...surplus,
    targets: targetsOf(surplus.entry, { commitments, agreements }),
  }));
  const moved = movable
    .sort((one, other) => one.targets.length - other.targets.length || byLatest(one.entry, other.entry))
    .flatMap(({ entry, minutes, targets }) => give({ entry, minutes, targets, lacking }));
  return [...own.flatMap((allocation) => less(allocation, moved)), ...moved].sort(byEntry);
}

interface Surplus {
  entry: AllocatableEntry;
  minutes: Minutes;
}

interface Target {
  commitment: string;
  agreement: string;
}

/** Counter-entries never move: they follow what they cancel, on their own lot. */
function surplusOf({
  entries,
  commitments,
  received,
}: {
  entries: readonly AllocatableEntry[];
  commitments: readonly PooledCommitment[];
  received: ReadonlyMap<string, Minutes>;
}): Surplus[] {
  return commitments.flatMap(({ id, lot, due }) => {
    let left = due === null ? 0 : Math.max(0, (received.get(id) ?? 0) - due);
    return entries
      .filter((entry) => entry.lot === lot && entry.counted > 0)
      .sort(byLatest)
      .flatMap((entry) => {
        const minutes = Math.min(left, entry.counted);
        left -= minutes;
        return minutes > 0 ? [{ entry, minutes }] : [];
      });
  });
}

function targetsOf(
  entry: AllocatableEntry,
  {
    commitments,
    agreements,
  }: { commitments: readonly PooledCommitment[]; agreements: readonly GlobalisationAgreement[] },
): Target[] {
  return commitments
    .filter(({ lot }) => lot !== entry.lot)
    .flatMap(({ id, lot }) => {
      const { company, worked } = entry;
      const agreement = agreementFor(agreements, { company, from: entry.lot, to: lot, worked });
      return agreement === undefined ? [] : [{ commitment: id, agreement: agreement.id }];
    })
    .sort((one, other) => (one.commitment < other.commitment ? -1 : 1));
}

function give({
  entry,
  minutes,
  targets,
  lacking,
}: Surplus & { targets: readonly Target[]; lacking: Map<string, Minutes> }): HourAllocation[] {
  let left = minutes;
  return targets.flatMap(({ commitment, agreement }) => {
    const given = Math.min(left, lacking.get(commitment) ?? 0);
    left -= given;
    lacking.set(commitment, (lacking.get(commitment) ?? 0) - given);
    return given > 0 ? [{ entry: entry.id, commitment, minutes: given, agreement }] : [];
  });
}

function less(own: HourAllocation, moved: readonly HourAllocation[]): HourAllocation[] {
  const gone = moved.filter(({ entry }) => entry === own.entry).reduce((sum, { minutes }) => sum + minutes, 0);
  return gone === own.minutes ? [] : [{ ...own, minutes: own.minutes - gone }];
}

function byLatest(one: AllocatableEntry, other: AllocatableEntry): number {
  if (one.worked.from !== other.worked.from) return one.worked.from < other.worked.from ? 1 : -1;
  return one.id < other.id ? 1 : -1;
}

function byEntry(one: HourAllocation, other: HourAllocation): number {
  if (one.entry !== other.entry) return one.entry < other.entry ? -1 : 1;
  return one.commitment < other.commitment ? -1 : 1;
}
