/** What the rules of counting may say, and how the window of a contract is found among them. */
import type { ContractType } from './contract-types.ts';
import type { AppliedRule, RuleBook, RuleRefusal } from './dated-rules.ts';
import { resolveRule } from './dated-rules.ts';
import type { Day } from './day.ts';
import type { Cents } from './money.ts';
import type { Minutes } from './minutes.ts';
import type { Result } from './result.ts';

/** How long hours keep counting. months: from the first clause contract (from the hire for a rule of one contract type). */
export type CountingWindow =
  | { kind: 'months'; months: number }
  | { kind: 'contract-end'; atMostMonths: number }
  | { kind: 'market-end'; atMostMonths: number };

export interface TrainingRule {
  counted: boolean;
  /** The part of the hours of one contract that may be training. */
  capBasisPoints: number;
}

/** A weekly limit, and the longest day that a week begun or cut by the month may hold. */
export interface WeeklyLimit {
  week: Minutes;
  day: Minutes;
}

export interface FullTime {
  year: Minutes;
  month: Minutes;
  week: Minutes;
  day: Minutes;
}

export type CountingRules = {
  'validation-needed': boolean;
  'market-period': 'bounded';
  'counting-window': CountingWindow;
  training: TrainingRule;
  retroactivity: 'refused' | 'from-hire';
  'partial-month': 'days-needed' | 'by-calendar-days';
  'weekly-warning': WeeklyLimit;
  'weekly-block': WeeklyLimit;
  'monthly-warning': Minutes;
  'day-impossible': Minutes;
  'day-over-two-lots': Minutes;
  'full-time': FullTime;
  'sizing-step': Minutes;
  'variable-tranche': 'full' | 'to-the-minute';
  'bracket-gap': 'ask' | 'next';
  'progress-thresholds': { onTrackBasisPoints: number; toWatchBasisPoints: number };
  'forecast-months': number;
  'review-days': number;
  /** Days a company has to answer about a candidate. */
  'answer-days': number;
  'training-before-hire': { counted: boolean };
  'smic-per-hour': Cents;
  'ceiling-per-hour': Cents;
} & { [Type in ContractType as `counting-window.${Type}`]: CountingWindow };

export type CountingBook = RuleBook<CountingRules>;

/** A rule written for this type of contract, at whatever level, comes before the general window (domain.md §3.3). */
export function resolveWindow({
  book,
  type,
  day,
}: {
  book: CountingBook;
  type: ContractType;
  day: Day;
}): Result<AppliedRule<CountingWindow>, RuleRefusal> {
  const own = resolveRule({ book, code: `counting-window.${type}` as 'counting-window.CDI', day });
  return own.ok ? own : resolveRule({ book, code: 'counting-window', day });
}

/** The value alone, of a rule that always has a national default. */
export function ruleValue<Code extends keyof CountingRules>(
  book: CountingBook,
  code: Code,
  day: Day,
): CountingRules[Code] {
  const rule = resolveRule<CountingRules, Code>({ book, code, day });
  if (!rule.ok) throw new RangeError(`no rule ${code} on ${day}`);
  return rule.value.value;
}

export type LineLimit = 'weekly-warning' | 'weekly-block' | 'monthly-warning' | 'day-impossible' | 'day-over-two-lots';

/** The limits a line of a month is checked by, before sending and while reviewing: those in force on its first day. */
export function limitsOn(book: CountingBook, day: Day): Pick<CountingRules, LineLimit> {
  return {
    'weekly-warning': ruleValue(book, 'weekly-warning', day),
    'weekly-block': ruleValue(book, 'weekly-block', day),
    'monthly-warning': ruleValue(book, 'monthly-warning', day),
    'day-impossible': ruleValue(book, 'day-impossible', day),
    'day-over-two-lots': ruleValue(book, 'day-over-two-lots', day),
  };
}
