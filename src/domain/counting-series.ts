/** Counting many entries at once: by contract and month, so that the order in which they were typed never matters. */
import type { CountableEntry, CountingSettings } from './countable-entry.ts';
import type { CountedBefore, CountedEntry } from './counting.ts';
import { countEntry } from './counting.ts';

export interface EntryToCount {
  entry: CountableEntry;
  settings: CountingSettings;
}

/**
 * A counter-entry counts the exact opposite of what it cancels, even if the rules changed since (architecture.md §4,
 * sealing). A cancelled entry no longer weighs on the training cap of the following months.
 */
export function countEntries(items: readonly EntryToCount[]): CountedEntry[] {
  const cancelled = new Set(items.map(({ entry }) => entry.cancels));
  const before = new Map<string, CountedBefore>();
  const counted = new Map<string, CountedEntry>();
  for (const { entry, settings } of [...items].sort(byMonth)) {
    if (entry.cancels !== undefined) continue;
    const { kept, training } = before.get(entry.contract) ?? { kept: 0, training: 0 };
    const found = countEntry(entry, settings, { kept, training });
    counted.set(entry.id, found);
    if (cancelled.has(entry.id)) continue;
    before.set(entry.contract, {
      kept: kept + found.kept,
      training: training + found.countedTraining,
    });
  }
  return items.map(({ entry }) => counted.get(entry.id) ?? opposite(entry, counted));
}

function opposite(entry: CountableEntry, counted: ReadonlyMap<string, CountedEntry>): CountedEntry {
  const former = counted.get(entry.cancels ?? '');
  if (former === undefined) throw new RangeError(`${entry.id} cancels an entry that is not counted with it`);
  return {
    id: entry.id,
    kept: -former.kept || 0,
    counted: -former.counted || 0,
    countedTraining: -former.countedTraining || 0,
    ruleApplied: former.ruleApplied,
  };
}

function byMonth({ entry: one }: EntryToCount, { entry: other }: EntryToCount): number {
  if (one.month !== other.month) return one.month < other.month ? -1 : 1;
  return one.id < other.id ? -1 : 1;
}
