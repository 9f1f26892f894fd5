/** An entry of hours as counting sees it, and the rules it is counted under. */
import type { ContractType } from './contract-types.ts';
import type { CountingBook, CountingRules, CountingWindow } from './counting-rules.ts';
import { resolveWindow } from './counting-rules.ts';
import type { AppliedRule, RuleRefusal } from './dated-rules.ts';
import { resolveRule } from './dated-rules.ts';
import type { Day } from './day.ts';
import type { DayWorked } from './hours-line.ts';
import type { Minutes } from './minutes.ts';
import type { Month } from './month.ts';
import type { Result } from './result.ts';
import { done } from './result.ts';

export interface CountableEntry {
  id: string;
  contract: string;
  month: Month;
  minutes: Minutes;
  trainingMinutes: Minutes;
  days?: readonly DayWorked[];
  /** The entry this one cancels: it counts exactly the opposite. */
  cancels?: string;
  terms: {
    type: ContractType;
    startsOn: Day;
    endsOn: Day | null;
    firstClauseStart: Day;
    removed: boolean;
  };
  /** The facilitator's decision; null while there is none, or when the person was found not eligible. */
  validation: { decidedOn: Day; eligibleAtHire: boolean; until?: Day } | null;
  market: { notifiedOn: Day | null; endsOn: Day | null };
}

export interface CountingSettings {
  validation: AppliedRule<boolean>;
  market: AppliedRule<CountingRules['market-period']>;
  window: AppliedRule<CountingWindow>;
  training: AppliedRule<CountingRules['training']>;
  retroactivity: AppliedRule<CountingRules['retroactivity']>;
  partialMonth: AppliedRule<CountingRules['partial-month']>;
}

export type NotCounted =
  | 'contract-removed'
  | 'outside-contract'
  | 'not-validated'
  | 'before-validation'
  | 'outside-market'
  | 'outside-window'
  | 'days-needed'
  | 'training-capped';

/** The rules in force on a day, usually that of the hire, each kept with its origin and version. */
export function countingSettings({
  book,
  type,
  day,
}: {
  book: CountingBook;
  type: ContractType;
  day: Day;
}): Result<CountingSettings, RuleRefusal> {
  const validation = resolveRule({ book, code: 'validation-needed', day });
  const market = resolveRule({ book, code: 'market-period', day });
  const window = resolveWindow({ book, type, day });
  const training = resolveRule({ book, code: 'training', day });
  const retroactivity = resolveRule({ book, code: 'retroactivity', day });
  const partialMonth = resolveRule({ book, code: 'partial-month', day });
  if (!validation.ok) return validation;
  if (!market.ok) return market;
  if (!window.ok) return window;
  if (!training.ok) return training;
  if (!retroactivity.ok) return retroactivity;
  if (!partialMonth.ok) return partialMonth;
  return done({
    validation: validation.value,
    market: market.value,
    window: window.value,
    training: training.value,
    retroactivity: retroactivity.value,
    partialMonth: partialMonth.value,
  });
}
