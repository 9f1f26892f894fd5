/** A person's way through contracts, employers, lots and buyers: the spans, the gaps between them, the hours of each market. */
import type { Day } from './day.ts';
import { addDays, daysBetween } from './day.ts';
import type { Minutes } from './minutes.ts';

export interface Span {
  from: Day;
  /** Last day, included; null for a contract that runs without term. */
  until: Day | null;
}

export interface Gap {
  from: Day;
  until: Day;
  days: number;
}

/** Days without any contract between two of them; contracts side by side leave none. */
export function gapsBetween(spans: readonly Span[]): Gap[] {
  const sorted = spans.toSorted((one, other) => (one.from < other.from ? -1 : 1));
  const gaps: Gap[] = [];
  let covered: Day | null = null;
  for (const { from, until } of sorted) {
    if (covered !== null && from > addDays(covered, 1)) {
      const gap = { from: addDays(covered, 1), until: addDays(from, -1) };
      gaps.push({ ...gap, days: daysBetween(gap.from, gap.until) + 1 });
    }
    if (until === null) return gaps;
    if (covered === null || until > covered) covered = until;
  }
  return gaps;
}

export interface MarketHours {
  marketId: string;
  market: string;
  buyer: string;
  minutes: Minutes;
}

/** What each market got from this person, the most first: the picture of mutualisation. */
export function hoursByMarket(rows: readonly MarketHours[]): MarketHours[] {
  const sums = new Map<string, MarketHours>();
  for (const row of rows) {
    const sum = sums.get(row.marketId);
    sums.set(row.marketId, sum === undefined ? { ...row } : { ...sum, minutes: sum.minutes + row.minutes });
  }
  return [...sums.values()].toSorted(
    (one, other) => other.minutes - one.minutes || (one.market < other.market ? -1 : 1),
  );
}

/** Days at work under the clause, each counted once. */
export function daysCovered(spans: readonly Span[], today: Day): number {
  const known = spans
    .map(({ from, until }) => ({ from, until: until === null || until > today ? today : until }))
    .filter(({ from, until }) => from <= until);
  if (known.length === 0) return 0;
  const first = known.reduce((least, { from }) => (from < least ? from : least), known[0]?.from ?? today);
  const last = known.reduce((most, { until }) => (until > most ? until : most), first);
  const away = gapsBetween(known).reduce((sum, { days }) => sum + days, 0);
  return daysBetween(first, last) + 1 - away;
}
