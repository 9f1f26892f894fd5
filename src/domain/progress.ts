/** Where a commitment stands on a day: done, due, expected by now, percent and one status. */
import type { CommitmentKind } from './commitment.ts';
import type { CountingRules } from './counting-rules.ts';
import type { Day } from './day.ts';
import { daysBetween } from './day.ts';
import type { Minutes } from './minutes.ts';
import { partOf } from './proportion.ts';

export const progressStatuses = {
  'on-track': { label: 'Dans les temps', tone: 'ok' },
  'to-watch': { label: 'À surveiller', tone: 'attention' },
  late: { label: 'En retard', tone: 'problem' },
  fulfilled: { label: 'Atteint', tone: 'ok' },
  'no-obligation': { label: 'Sans obligation', tone: 'neutral' },
  'not-triggered': { label: 'Non déclenché', tone: 'neutral' },
} as const;

export type ProgressStatus = keyof typeof progressStatuses;

export interface ProgressFacts {
  kind: CommitmentKind;
  due: Minutes | null;
  /** Validated hours allocated to the commitment. */
  done: Minutes;
  today: Day;
  startsOn: Day;
  endsOn: Day;
}

export interface Progress {
  done: Minutes;
  due: Minutes | null;
  missing: Minutes;
  surplus: Minutes;
  expectedToday: Minutes;
  /** Hundredths of a percent, rounded down so that 100 % is never shown early; above 100 % is shown; null without obligation. */
  percentHundredths: number | null;
  status: ProgressStatus;
}

export function progressOf(facts: ProgressFacts, thresholds: CountingRules['progress-thresholds']): Progress {
  const due = facts.due ?? 0;
  const expectedToday = expectedOn(facts, due);
  return {
    done: facts.done,
    due: facts.due,
    missing: Math.max(0, due - facts.done),
    surplus: facts.due === null ? 0 : Math.max(0, facts.done - due),
    expectedToday,
    percentHundredths: due === 0 ? null : partOf(Math.max(0, facts.done), { numerator: 10_000, denominator: due }),
    status: statusOf(facts, { due, expectedToday, thresholds }),
  };
}

/** Source: domain.md §7.2: a lot of zero hours is "no obligation", not 100 %. */
function statusOf(
  facts: ProgressFacts,
  {
    due,
    expectedToday,
    thresholds,
  }: { due: Minutes; expectedToday: Minutes; thresholds: CountingRules['progress-thresholds'] },
): ProgressStatus {
  if (due === 0) {
    const mayGrow = facts.due !== null && (facts.kind === 'variable' || facts.kind === 'share');
    return mayGrow ? 'not-triggered' : 'no-obligation';
  }
  if (facts.done >= due) return 'fulfilled';
  if (facts.today > facts.endsOn) return 'late';
  const reached = BigInt(facts.done) * 10_000n;
  const expected = BigInt(expectedToday);
  if (reached >= expected * BigInt(thresholds.onTrackBasisPoints)) return 'on-track';
  return reached >= expected * BigInt(thresholds.toWatchBasisPoints) ? 'to-watch' : 'late';
}

/** What follows the invoices or the hours worked is due to this day: all of it should be done (domain.md §6). */
function expectedOn({ kind, today, startsOn, endsOn }: ProgressFacts, due: Minutes): Minutes {
  if (kind === 'variable' || kind === 'share') return today < startsOn ? 0 : due;
  const length = Math.max(1, daysBetween(startsOn, endsOn) + 1);
  const elapsed = Math.min(length, Math.max(0, daysBetween(startsOn, today) + 1));
  return partOf(due, { numerator: elapsed, denominator: length });
}
