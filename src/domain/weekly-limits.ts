/** The legal week read on a month: how many hours its days of contract can hold, and each week when days are given. */
import type { WeeklyLimit } from './counting-rules.ts';
import type { Day } from './day.ts';
import { addDays, daysBetween, weekday } from './day.ts';
import type { Minutes } from './minutes.ts';
import { partOf } from './proportion.ts';

/** First and last day, both included. */
export interface Span {
  from: Day;
  until: Day;
}

/**
 * Civil weeks run from Monday to Sunday (code du travail, L3121-35). A whole week in the span holds the weekly limit;
 * a week cut by the month or by the contract holds its days at the longest legal day, up to the weekly limit.
 * A total above the sum proves that at least one week was above the limit; below, only the detail by day could tell.
 */
export function mostInSpan(span: Span, limit: WeeklyLimit): Minutes {
  let most = 0;
  for (let monday = mondayOf(span.from); monday <= span.until; monday = addDays(monday, 7)) {
    const first = monday < span.from ? span.from : monday;
    const sunday = addDays(monday, 6);
    const last = sunday > span.until ? span.until : sunday;
    most += Math.min(limit.week, (daysBetween(first, last) + 1) * limit.day);
  }
  return most;
}

/** A monthly reference in proportion of the days of contract in the month. */
export function shareOfMonth(monthly: Minutes, { days, daysInMonth }: { days: number; daysInMonth: number }): Minutes {
  return partOf(monthly, { numerator: days, denominator: daysInMonth });
}

/** The Mondays of the weeks whose days, added up, pass the weekly limit. */
export function weeksAbove(days: readonly { day: Day; minutes: Minutes }[], week: Minutes): Day[] {
  const sums = new Map<Day, Minutes>();
  for (const { day, minutes } of days) {
    sums.set(mondayOf(day), (sums.get(mondayOf(day)) ?? 0) + minutes);
  }
  return [...sums]
    .filter(([, sum]) => sum > week)
    .map(([monday]) => monday)
    .sort();
}

export function overlap(one: Span, other: Span): Span | null {
  const from = one.from > other.from ? one.from : other.from;
  const until = one.until < other.until ? one.until : other.until;
  return from <= until ? { from, until } : null;
}

export function spanDays({ from, until }: Span): number {
  return daysBetween(from, until) + 1;
}

function mondayOf(day: Day): Day {
  return addDays(day, 1 - weekday(day));
}
