/** A value of a rule as it is typed, read into what the rules hold. */
import type { CountingRules, CountingWindow, FullTime, TrainingRule, WeeklyLimit } from './counting-rules.ts';
import type { Minutes, MinutesRefusal } from './minutes.ts';
import { formatMinutes, parseTypedHours } from './minutes.ts';
import type { Result } from './result.ts';
import { done, refuse } from './result.ts';
import type { SettableCode } from './rule-catalogue.ts';
import { cardOf } from './rule-catalogue.ts';
import type { ShareRefusal } from './typed-share.ts';
import { parseTypedShare } from './typed-share.ts';

/** What the form of any rule may hold; each shape reads its own. */
export interface TypedRule {
  choice: string;
  windowKind: string;
  months: string;
  counted: string;
  cap: string;
  hours: string;
  year: string;
  month: string;
  week: string;
  day: string;
  onTrack: string;
  toWatch: string;
  count: string;
}

export type RuleValue = CountingRules[SettableCode];

export type TypedRuleRefusal =
  | MinutesRefusal
  | ShareRefusal
  | 'rule-choice'
  | 'rule-months'
  | 'rule-count'
  | 'rule-hours-outside'
  | 'rule-limit-order'
  | 'rule-full-time-order'
  | 'rule-thresholds-order';

type Read = Result<RuleValue, TypedRuleRefusal>;

export function readTypedRule(code: SettableCode, typed: TypedRule): Read {
  const card = cardOf(code);
  switch (card.shape) {
    case 'choice':
      return Object.hasOwn(card.choices ?? {}, typed.choice)
        ? done(typed.choice as RuleValue)
        : refuse('rule-choice', { field: 'choice' });
    case 'window':
      return windowOf(typed);
    case 'training':
      return trainingOf(typed);
    case 'limit':
      return limitOf(typed);
    case 'hours':
      return hoursUpTo(typed, { field: 'hours', most: code === 'day-over-two-lots' ? day : month });
    case 'full-time':
      return fullTimeOf(typed);
    case 'thresholds':
      return thresholdsOf(typed);
    case 'count':
      return wholeOf(typed.count, { field: 'count', most: 24, because: 'rule-count' });
  }
}

const day = 24 * 60;
const week = 7 * day;
const month = 31 * day;
const year = 366 * day;

/** Ten years: no window of the trade comes near (domain.md §3.3 goes to four years). */
const longestMonths = 120;

function windowOf({ windowKind, months }: TypedRule): Result<CountingWindow, TypedRuleRefusal> {
  const kinds = ['months', 'contract-end', 'market-end'] as const;
  const kind = kinds.find((known) => known === windowKind);
  if (kind === undefined) return refuse('rule-choice', { field: 'windowKind' });
  const read = wholeOf(months, { field: 'months', most: longestMonths, because: 'rule-months' });
  if (!read.ok) return read;
  return done(kind === 'months' ? { kind, months: read.value } : { kind, atMostMonths: read.value });
}

function trainingOf({ counted, cap }: TypedRule): Result<TrainingRule, TypedRuleRefusal> {
  if (counted === 'non') return done({ counted: false, capBasisPoints: 0 });
  if (counted !== 'oui') return refuse('rule-choice', { field: 'counted' });
  const read = parseTypedShare(cap);
  return read.ok ? done({ counted: true, capBasisPoints: read.value }) : { ...read, field: 'cap' };
}

function limitOf(typed: TypedRule): Result<WeeklyLimit, TypedRuleRefusal> {
  const ofWeek = hoursUpTo(typed, { field: 'week', most: week });
  if (!ofWeek.ok) return ofWeek;
  const ofDay = hoursUpTo(typed, { field: 'day', most: day });
  if (!ofDay.ok) return ofDay;
  return ofDay.value > ofWeek.value
    ? refuse('rule-limit-order', { field: 'day' })
    : done({ week: ofWeek.value, day: ofDay.value });
}

function fullTimeOf(typed: TypedRule): Result<FullTime, TypedRuleRefusal> {
  const read = {
    year: hoursUpTo(typed, { field: 'year', most: year }),
    month: hoursUpTo(typed, { field: 'month', most: month }),
    week: hoursUpTo(typed, { field: 'week', most: week }),
    day: hoursUpTo(typed, { field: 'day', most: day }),
  };
  if (!read.year.ok) return read.year;
  if (!read.month.ok) return read.month;
  if (!read.week.ok) return read.week;
  if (!read.day.ok) return read.day;
  const value = { year: read.year.value, month: read.month.value, week: read.week.value, day: read.day.value };
  const ordered = value.day <= value.week && value.week <= value.month && value.month <= value.year;
  return ordered ? done(value) : refuse('rule-full-time-order', { field: 'year' });
}

function thresholdsOf({ onTrack, toWatch }: TypedRule): Result<CountingRules['progress-thresholds'], TypedRuleRefusal> {
  const good = parseTypedShare(onTrack);
  if (!good.ok) return { ...good, field: 'onTrack' };
  const watched = parseTypedShare(toWatch);
  if (!watched.ok) return { ...watched, field: 'toWatch' };
  return watched.value < good.value
    ? done({ onTrackBasisPoints: good.value, toWatchBasisPoints: watched.value })
    : refuse('rule-thresholds-order', { field: 'toWatch' });
}

function hoursUpTo(
  typed: TypedRule,
  { field, most }: { field: 'hours' | 'year' | 'month' | 'week' | 'day'; most: Minutes },
): Result<Minutes, TypedRuleRefusal> {
  const read = parseTypedHours(typed[field]);
  if (!read.ok) return { ...read, field };
  return read.value > 0 && read.value <= most
    ? read
    : refuse('rule-hours-outside', { field, details: { most: formatMinutes(most) } });
}

function wholeOf<Because extends TypedRuleRefusal>(
  typed: string,
  { field, most, because }: { field: string; most: number; because: Because },
): Result<number, Because> {
  const text = typed.trim();
  const value = /^\d{1,4}$/u.test(text) ? Number(text) : 0;
  return value >= 1 && value <= most ? done(value) : refuse(because, { field, details: { most } });
}
