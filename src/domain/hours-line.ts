/** One line of a declaration of hours, and all that is known around it when it is checked. */
import type { CountingRules } from './counting-rules.ts';
import type { Day } from './day.ts';
import type { HoursWarning } from './hours-warnings.ts';
import type { Minutes } from './minutes.ts';
import type { Month } from './month.ts';
import type { Refusal } from './result.ts';
import type { Span } from './weekly-limits.ts';

export interface DayWorked {
  day: Day;
  minutes: Minutes;
}

export interface HoursLine {
  id: string;
  person: string;
  contract: string;
  lot: string;
  month: Month;
  minutes: Minutes;
  /** The part of the minutes spent in training. */
  trainingMinutes: Minutes;
  /** Day by day, when the declarant gives it. */
  days?: readonly DayWorked[];
}

export interface LineFacts {
  today: Day;
  /** The organisation that declares. */
  declarant: string;
  contract: { employer: string; startsOn: Day; endsOn: Day | null; removed: boolean };
  lot: {
    /** Holder, joint contractors and subcontractors. */
    parties: readonly string[];
    /** Inclusion structures that lend people to the lot or work on it. */
    linkedStructures: readonly string[];
    notifiedOn: Day | null;
    endsOn: Day | null;
  };
  /** The facilitator's decision on the person: the first and last day that may count; null while there is none. */
  validation: { from: Day; until: Day } | null;
  /** The month is in an issued statement. */
  sealed: boolean;
  /** The other lines of the same person in the same month, in any lot, with the days of their contracts. */
  others: readonly { line: HoursLine; contract: { startsOn: Day; endsOn: Day | null } }[];
  limits: Pick<
    CountingRules,
    'weekly-warning' | 'weekly-block' | 'monthly-warning' | 'day-impossible' | 'day-over-two-lots'
  >;
}

export type LineBlock =
  | 'hours-zero'
  | 'hours-negative'
  | 'training-over-total'
  | 'days-total'
  | 'day-outside-month'
  | 'day-twice'
  | 'day-impossible'
  | 'day-two-lots'
  | 'week-too-long'
  | 'month-too-long'
  | 'month-future'
  | 'day-future'
  | 'month-sealed'
  | 'line-outside-contract'
  | 'line-outside-market'
  | 'market-not-notified'
  | 'contract-removed'
  | 'lot-not-yours'
  | 'employer-not-linked'
  | 'line-twice';

/** A line is kept when it has no block; warnings ask for a look before validation. */
export interface LineCheck {
  blocks: Refusal<LineBlock>[];
  warnings: HoursWarning[];
}

/** The days of contract in the month of a line; null when there are none. */
export interface LineSpan {
  month: Span;
  contract: Span | null;
}
