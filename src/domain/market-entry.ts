/** Where a market stands when it is first written down: its dates say it, nobody is asked twice. */
import type { CommitmentState } from './commitment-state.ts';
import type { Day } from './day.ts';
import type { LotState } from './lot-state.ts';
import type { MarketState } from './market-state.ts';

export interface MarketDays {
  notifiedOn: Day | null;
  startsOn: Day | null;
  endsOn: Day | null;
}

export interface EntryStates {
  market: MarketState;
  lot: LotState;
  commitment: CommitmentState;
}

/** Source: domain.md §12.3: a market already under way starts where it stands (market-state, marketEntries). */
export function entryStates({ notifiedOn, startsOn }: MarketDays, today: Day): EntryStates {
  if (notifiedOn === null) return { market: 'under-study', lot: 'in-preparation', commitment: 'draft' };
  if (notifiedOn > today) return { market: 'awarded', lot: 'awarded', commitment: 'contractual' };
  return startsOn !== null && startsOn <= today
    ? { market: 'running', lot: 'running', commitment: 'contractual' }
    : { market: 'notified', lot: 'notified', commitment: 'contractual' };
}
