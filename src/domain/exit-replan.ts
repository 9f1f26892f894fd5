/** What changes in the measures of a person when her contracts change: an answer is never taken away. */
import type { Day } from './day.ts';
import type { MeasurePoint, PlannedMeasure } from './exit-plan.ts';

export interface KnownMeasure {
  id: string;
  contractId: string;
  point: MeasurePoint;
  dueOn: Day;
  state: 'expected' | 'answered' | 'cancelled';
}

export interface MeasureChanges {
  add: PlannedMeasure[];
  move: { id: string; dueOn: Day }[];
  cancel: string[];
}

/** An answer is never taken away; a question nobody could answer any more is not opened. */
export function replanMeasures({
  plan,
  known,
  openFrom,
}: {
  plan: readonly PlannedMeasure[];
  known: readonly KnownMeasure[];
  openFrom: Day;
}): MeasureChanges {
  const same = (one: { contractId: string; point: string }, other: { contractId: string; point: string }) =>
    one.contractId === other.contractId && one.point === other.point;
  const changes: MeasureChanges = { add: [], move: [], cancel: [] };
  for (const measure of known) {
    if (measure.state === 'answered') continue;
    const wanted = plan.find((one) => same(one, measure));
    if (wanted === undefined) {
      if (measure.state === 'expected') changes.cancel.push(measure.id);
    } else if (measure.state === 'cancelled' || measure.dueOn !== wanted.dueOn) {
      changes.move.push({ id: measure.id, dueOn: wanted.dueOn });
    }
  }
  changes.add = plan.filter((one) => one.dueOn >= openFrom && !known.some((other) => same(one, other)));
  return changes;
}
