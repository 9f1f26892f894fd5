/** Until when the hours of a contract count: the window of eligibility, by type of contract (domain.md §3.3). */
import type { CountingWindow } from './counting-rules.ts';
import type { Day } from './day.ts';
import { addDays, addMonths } from './day.ts';

export interface WindowFacts {
  /** The day the window starts: the first clause contract, or the hire for a window proper to the contract type. */
  from: Day;
  /** null when not known or open-ended. */
  contractEnd: Day | null;
  marketEnd: Day | null;
}

/** The last day counted, included; H8: from 01/03/2025, 24 months count until 28/02/2027. */
export function lastDayCounted(window: CountingWindow, facts: WindowFacts): Day {
  switch (window.kind) {
    case 'months':
      return lastDayOfMonths(facts.from, window.months);
    case 'contract-end':
      return earliest(facts.contractEnd, lastDayOfMonths(facts.from, window.atMostMonths));
    case 'market-end':
      return earliest(facts.marketEnd, lastDayOfMonths(facts.from, window.atMostMonths));
  }
}

/** The day before the same date; where the month has no such date, its last day (procédure civile, article 641). */
export function lastDayOfMonths(from: Day, months: number): Day {
  const reached = addMonths(from, months);
  return reached.slice(8) === from.slice(8) ? addDays(reached, -1) : reached;
}

function earliest(known: Day | null, limit: Day): Day {
  return known !== null && known < limit ? known : limit;
}
