/** Where a whole market stands, from its state and its lots: one word, one tone, and the tab it belongs to. */
import type { Day } from './day.ts';
import type { MarketState } from './market-state.ts';
import { marketMachine } from './market-state.ts';
import type { Minutes } from './minutes.ts';
import { monthOf, monthsFrom } from './month.ts';
import type { Progress, ProgressStatus } from './progress.ts';
import { progressStatuses } from './progress.ts';
import { partOf } from './proportion.ts';
import type { Tone } from './state-machine.ts';

export const marketGroups = {
  running: 'En cours',
  'to-watch': 'À surveiller',
  'to-start': 'À démarrer',
  settled: 'Soldés',
} as const;

export type MarketGroup = keyof typeof marketGroups;

/** The states of each tab; what is to watch is found among what runs. */
export const statesOfGroup: Readonly<Record<Exclude<MarketGroup, 'to-watch'>, readonly MarketState[]>> = {
  running: ['running', 'suspended'],
  'to-start': [
    ...(['identified', 'under-study', 'calibrated', 'dce-ready'] as const),
    ...(['published', 'offers-analysed', 'awarded', 'notified'] as const),
  ],
  settled: ['completed', 'closed', 'no-clause', 'unsuccessful', 'terminated'],
};

/** Worst first: a lot in surplus never hides one that is late (each lot owes its own hours, domain.md §5.1). */
export const worstFirst = [
  'late',
  'to-watch',
  'on-track',
  'fulfilled',
  'not-triggered',
  'no-obligation',
] as const satisfies readonly ProgressStatus[];

export interface Standing {
  label: string;
  tone: Tone;
  group: MarketGroup;
}

export function worstStatus(lots: readonly ProgressStatus[]): ProgressStatus {
  return worstFirst.find((status) => lots.includes(status)) ?? 'no-obligation';
}

/** What the lots make together: hours are added, a surplus here never fills what is missing there. */
export interface Whole {
  due: Minutes | null;
  done: Minutes;
  expected: Minutes;
  missing: Minutes;
  status: ProgressStatus;
}

export function wholeOf(lots: readonly Progress[]): Whole {
  const total = (of: (lot: Progress) => number) => lots.reduce((sum, lot) => sum + of(lot), 0);
  return {
    due: lots.every(({ due }) => due === null) ? null : total(({ due }) => due ?? 0),
    done: total(({ done }) => done),
    expected: total(({ expectedToday }) => expectedToday),
    missing: total(({ missing }) => missing),
    status: worstStatus(lots.map(({ status }) => status)),
  };
}

/** Only a running market is judged by its hours; before and after, its own state says more. */
export function standingOf(state: MarketState, status: ProgressStatus): Standing {
  const { label, tone } = marketMachine[state];
  const group = groupOf(state);
  if (state !== 'running') return { label, tone, group };
  const late = status === 'late' || status === 'to-watch';
  return { ...progressStatuses[status], group: late ? 'to-watch' : group };
}

/** What each month should bring when the work is spread evenly over the months of the lot. */
export function monthlyTarget({ due, startsOn, endsOn }: { due: Minutes; startsOn: Day; endsOn: Day }): Minutes {
  const months = monthsFrom(monthOf(startsOn), monthOf(endsOn)).length;
  return partOf(due, { numerator: 1, denominator: Math.max(1, months) });
}

function groupOf(state: MarketState): Exclude<MarketGroup, 'to-watch'> {
  if (statesOfGroup.running.includes(state)) return 'running';
  return statesOfGroup.settled.includes(state) ? 'settled' : 'to-start';
}
