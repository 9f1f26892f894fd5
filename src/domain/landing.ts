/** Where the pace of the last months leads, until when a recruitment is still useful, and how many are needed now (users.md §3, 6). */
import type { FullTime } from './counting-rules.ts';
import type { Day } from './day.ts';
import { addDays, daysBetween } from './day.ts';
import type { Minutes } from './minutes.ts';
import { hundredthsOfFullTimeMonths, sumMinutes } from './minutes.ts';
import type { Month } from './month.ts';
import { addToMonth, daysIn, lastDayOf, monthOf, monthsFrom } from './month.ts';
import { partOf, unitsFor } from './proportion.ts';

export interface LandingFacts {
  due: Minutes;
  done: Minutes;
  /** Validated minutes by month of work; a month absent is a month without hours. */
  months: ReadonlyMap<Month, Minutes>;
  today: Day;
  /** Last month whose hours are all in; the month before today when absent. */
  knownUntil?: Month;
  startsOn: Day;
  endsOn: Day;
}

export interface Landing {
  /** Hours on the last day if the pace holds. */
  landing: Minutes;
  /** What would be missing then. */
  gap: Minutes;
  /** After this day one full-time person alone no longer closes the gap; null when nothing is missing. */
  lastUsefulDay: Day | null;
  /** The gap in hundredths of full-time months: the work to hire for. */
  fullTimeMonths: number;
  /** Full-time people to hire today; null when nothing is missing, or when it is over. */
  peopleNow: number | null;
}

/** A full-time week spread over seven days: 5 h a day, so that weekends and months need no calendar. */
export function landingOf(
  facts: LandingFacts,
  { fullTime, paceMonths }: { fullTime: FullTime; paceMonths: number },
): Landing {
  const landing = landedMinutes(facts, paceMonths);
  const gap = Math.max(0, facts.due - landing);
  const days = unitsFor(gap * 7, fullTime.week);
  const left = Math.max(0, daysBetween(facts.today, facts.endsOn));
  const capacity = partOf(fullTime.week, { numerator: left, denominator: 7 });
  return {
    landing,
    gap,
    lastUsefulDay: gap === 0 ? null : addDays(facts.endsOn, 1 - days),
    fullTimeMonths: hundredthsOfFullTimeMonths({ minutes: gap, minutesPerMonth: fullTime.month }),
    peopleNow: gap === 0 || capacity === 0 ? null : unitsFor(gap, capacity),
  };
}

/** Hours known so far, then the pace of the last known months on every day that follows them. */
function landedMinutes(facts: LandingFacts, paceMonths: number): Minutes {
  const lastKnown = facts.knownUntil ?? addToMonth(monthOf(facts.today), -1);
  const known = monthsFrom(addToMonth(lastKnown, 1 - paceMonths), lastKnown).filter(
    (month) => month >= monthOf(facts.startsOn),
  );
  const minutes = Math.max(0, sumMinutes(known.map((month) => facts.months.get(month) ?? 0)));
  const denominator = known.reduce((sum, month) => sum + daysOf(month, facts.startsOn), 0);
  const later = sumMinutes([...facts.months].filter(([month]) => month > lastKnown).map(([, sum]) => sum));
  const numerator = Math.max(0, daysBetween(lastDayOf(lastKnown), facts.endsOn));
  if (denominator === 0) return facts.done;
  return Math.max(facts.done, facts.done - later + partOf(minutes, { numerator, denominator }));
}

function daysOf(month: Month, startsOn: Day): number {
  return month === monthOf(startsOn) ? daysIn(month) - Number(startsOn.slice(8)) + 1 : daysIn(month);
}
