/** Which minutes of an entry count for the clause, under which rule, and why the others do not. */
import type { CountableEntry, CountingSettings, NotCounted } from './countable-entry.ts';
import { countablePeriods } from './countable-period.ts';
import type { AppliedRule } from './dated-rules.ts';
import type { DayWorked } from './hours-line.ts';
import type { Minutes } from './minutes.ts';
import { sumMinutes } from './minutes.ts';
import { partOf } from './proportion.ts';
import type { Span } from './weekly-limits.ts';
import { overlap, spanDays } from './weekly-limits.ts';

export interface CountedEntry {
  id: string;
  /** Minutes on days that count, before the training cap. */
  kept: Minutes;
  counted: Minutes;
  countedTraining: Minutes;
  refusedBecause?: NotCounted;
  /** The rule that decided; null when the contract itself did. */
  ruleApplied: AppliedRule<unknown> | null;
}

/** What the same contract already had: hours kept, and training counted among them. */
export interface CountedBefore {
  kept: Minutes;
  training: Minutes;
}

export function countEntry(
  entry: CountableEntry,
  settings: CountingSettings,
  before: CountedBefore = { kept: 0, training: 0 },
): CountedEntry {
  const periods = countablePeriods(entry, settings);
  if ('refusedBecause' in periods) return { id: entry.id, kept: 0, counted: 0, countedTraining: 0, ...periods };
  const { worked, bounds } = periods;
  const outside = bounds.find(({ span }) => !covers(span, worked, entry.days));
  const inside = bounds.reduce<Span | null>(
    (left, { span }) => (left === null || span === null ? null : overlap(left, span)),
    worked,
  );
  if (outside === undefined) return withTraining(entry, { within: entry.minutes, settings, before });
  const { because: refusedBecause, rule: ruleApplied } = outside;
  if (inside !== null && entry.days === undefined && settings.partialMonth.value === 'days-needed') {
    const rule = settings.partialMonth;
    return {
      id: entry.id,
      kept: 0,
      counted: 0,
      countedTraining: 0,
      refusedBecause: 'days-needed',
      ruleApplied: rule,
    };
  }
  const within = inside === null ? 0 : minutesWithin(entry, { inside, worked });
  return { ...withTraining(entry, { within, settings, before }), refusedBecause, ruleApplied };
}

/** Training counts in proportion of the minutes kept, within the cap over the whole contract (domain.md §5.2). */
function withTraining(
  entry: CountableEntry,
  { within, settings, before }: { within: Minutes; settings: CountingSettings; before: CountedBefore },
): CountedEntry {
  const { counted: trainingCounts, capBasisPoints } = settings.training.value;
  const training =
    entry.minutes === 0 ? 0 : partOf(entry.trainingMinutes, { numerator: within, denominator: entry.minutes });
  const cap = partOf(before.kept + within, { numerator: capBasisPoints, denominator: 10_000 });
  const room = Math.max(0, cap - before.training);
  const countedTraining = trainingCounts ? Math.min(training, room) : 0;
  const counted = within - training + countedTraining;
  return countedTraining < training
    ? {
        id: entry.id,
        kept: within,
        counted,
        countedTraining,
        refusedBecause: 'training-capped',
        ruleApplied: settings.training,
      }
    : { id: entry.id, kept: within, counted, countedTraining, ruleApplied: settings.window };
}

function covers(span: Span | null, worked: Span, days: readonly DayWorked[] | undefined): boolean {
  if (span === null) return false;
  return days === undefined
    ? span.from <= worked.from && worked.until <= span.until
    : days.every(({ day }) => span.from <= day && day <= span.until);
}

function minutesWithin(entry: CountableEntry, { inside, worked }: { inside: Span; worked: Span }): Minutes {
  return entry.days === undefined
    ? partOf(entry.minutes, { numerator: spanDays(inside), denominator: spanDays(worked) })
    : sumMinutes(
        entry.days.filter(({ day }) => inside.from <= day && day <= inside.until).map(({ minutes }) => minutes),
      );
}
