/** The visits a contract calls for: first day, end of first week, end of trial, before the end, every three months. */
import type { EndReason } from './contract-state.ts';
import type { Day } from './day.ts';
import { addDays, addMonths, weekday } from './day.ts';
import { monthOf, monthsBetween } from './month.ts';
import type { PathwaySettings } from './pathway-rules.ts';
import type { HolidayTerritory } from './public-holidays.ts';
import { isWorkingDay, workingDayFrom } from './public-holidays.ts';
import type { VisitKind } from './visit-state.ts';

export interface VisitedContract {
  startsOn: Day;
  trialEndsOn: Day | null;
  plannedEndOn: Day | null;
  endedOn: Day | null;
  endReason: EndReason | null;
  /** Entered by mistake: nothing to visit. */
  removed: boolean;
}

export interface PlannedVisit {
  /** The same visit keeps the same key when the dates of its contract change. */
  key: string;
  kind: VisitKind;
  /** What the rule says, before Sundays and public holidays are left aside. */
  wantedOn: Day;
  dueOn: Day;
}

interface VisitRule {
  kind: VisitKind;
  from: Day;
  source: string;
  days(contract: VisitedContract, settings: PathwaySettings): readonly Day[];
}

const profile = 'S0, profil de poste (domain.md §7.5)';
const since = '2014-01-01';

/** In order of importance: of two visits on one day the first stays. */
export const visitRules: readonly VisitRule[] = [
  { kind: 'first-day', from: since, source: profile, days: ({ startsOn }) => [startsOn] },
  {
    kind: 'first-week',
    from: since,
    // Choice of §13.9: the Friday; for who begins at the week-end, the next one.
    source: profile,
    days: ({ startsOn }) => [addDays(startsOn, (12 - weekday(startsOn)) % 7)],
  },
  {
    kind: 'trial-end',
    from: since,
    source: profile,
    days: ({ trialEndsOn }) => (trialEndsOn === null ? [] : [trialEndsOn]),
  },
  {
    kind: 'before-end',
    from: since,
    source: profile,
    days: ({ plannedEndOn }, settings) =>
      plannedEndOn === null ? [] : [addDays(plannedEndOn, -settings['visit-before-end-days'])],
  },
  { kind: 'quarterly', from: since, source: profile, days: everyQuarter },
];

/** Reasons that are no early break: the term itself, a CDI that follows, a contract that never was. */
const foreseen: readonly (EndReason | null)[] = ['term', 'converted-to-cdi', 'never-started', null];

export function endedEarly({ endedOn, endReason, plannedEndOn }: VisitedContract): boolean {
  if (endedOn === null || foreseen.includes(endReason)) return false;
  return plannedEndOn === null || endedOn < plannedEndOn;
}

export function planVisits(
  contract: VisitedContract,
  { settings, territory = 'metropole' }: { settings: PathwaySettings; territory?: HolidayTerritory },
): PlannedVisit[] {
  const { startsOn, plannedEndOn, endedOn } = contract;
  if (contract.removed || contract.endReason === 'never-started') return [];
  const last = endedOn ?? plannedEndOn;
  const wanted = visitRules
    .filter(({ from }) => from <= startsOn)
    .flatMap(({ kind, days }) =>
      days(contract, settings).map((day, place) => ({
        key: kind === 'quarterly' ? `quarterly-${place + 1}` : kind,
        kind,
        wantedOn: day,
        dueOn: heldOn(day, { startsOn, territory }),
      })),
    )
    .filter(({ wantedOn }) => wantedOn >= startsOn && (last === null || wantedOn <= last))
    .filter(({ kind, wantedOn }) => kind === 'first-day' || wantedOn > startsOn);
  const visits = wanted.filter(({ dueOn }, place) => wanted.findIndex((other) => other.dueOn === dueOn) === place);
  if (endedOn !== null && endedEarly(contract)) {
    const wantedOn = addDays(endedOn, settings['exit-interview-days']);
    visits.push({
      key: 'exit-interview',
      kind: 'exit-interview',
      wantedOn,
      dueOn: heldOn(wantedOn, { startsOn, territory }),
    });
  }
  return visits.toSorted((one, other) => (one.dueOn < other.dueOn ? -1 : 1));
}

/** From the first day, strictly before the end. */
function everyQuarter({ startsOn, plannedEndOn }: VisitedContract, settings: PathwaySettings): Day[] {
  const every = settings['visit-every-months'];
  const end = plannedEndOn ?? addDays(addMonths(startsOn, settings['visit-open-ended-months']), 1);
  const most = every > 0 ? Math.ceil(monthsBetween(monthOf(startsOn), monthOf(end)) / every) : 0;
  return Array.from({ length: most }, (_, place) => addMonths(startsOn, (place + 1) * every)).filter(
    (day) => day < end,
  );
}

/** Choice of §13.9: the previous working day; never before the work begins. */
function heldOn(wanted: Day, { startsOn, territory }: { startsOn: Day; territory: HolidayTerritory }): Day {
  let day = wanted;
  while (day > startsOn && !isWorkingDay(day, territory)) day = addDays(day, -1);
  return day <= startsOn ? workingDayFrom(startsOn, territory) : day;
}
