/** What changes in the visits of a contract when the contract changes: what was done or moved by hand is never lost. */
import type { Day } from './day.ts';
import type { PlannedVisit } from './visit-plan.ts';
import type { CancelReason, VisitState } from './visit-state.ts';
import { isOpenVisit } from './visit-state.ts';

export interface KnownVisit {
  id: string;
  /** Empty for a visit added by hand. */
  key: string;
  state: VisitState;
  dueOn: Day;
  cancelledBecause: CancelReason | null;
}

export interface VisitChanges {
  add: PlannedVisit[];
  /** Another day, or back from a cancellation. */
  move: { id: string; wantedOn: Day; dueOn: Day }[];
  cancel: { id: string; because: CancelReason }[];
}

export function replanVisits({
  plan,
  known,
  knownOn,
  endedOn,
  removed,
}: {
  plan: readonly PlannedVisit[];
  known: readonly KnownVisit[];
  /** When the contract was recorded: a visit whose day had passed by then is not asked for. */
  knownOn: Day;
  endedOn: Day | null;
  removed: boolean;
}): VisitChanges {
  const wanted = new Map(plan.map((visit) => [visit.key, visit]));
  const because = removed ? 'contract-removed' : endedOn !== null ? 'contract-ended' : 'contract-changed';
  const changes: VisitChanges = { add: [], move: [], cancel: [] };
  for (const visit of known) {
    const asked = wanted.get(visit.key);
    if (visit.key === '') {
      if (isOpenVisit(visit.state) && (removed || (endedOn !== null && visit.dueOn > endedOn))) {
        changes.cancel.push({ id: visit.id, because });
      }
    } else if (asked === undefined) {
      if (isOpenVisit(visit.state)) changes.cancel.push({ id: visit.id, because });
    } else if (mayMove(visit) && (visit.state === 'cancelled' || visit.dueOn !== asked.dueOn)) {
      changes.move.push({ id: visit.id, wantedOn: asked.wantedOn, dueOn: asked.dueOn });
    }
  }
  const keys = new Set(known.map(({ key }) => key));
  changes.add = plan.filter(
    ({ key, kind, dueOn }) => !keys.has(key) && (kind === 'exit-interview' || dueOn >= knownOn),
  );
  return changes;
}

/** A day chosen by somebody stays; a cancellation decided by somebody too. */
function mayMove({ state, cancelledBecause }: KnownVisit): boolean {
  return state === 'planned' || (state === 'cancelled' && cancelledBecause !== 'by-hand');
}
