/** What a note does to a visit: done, absent, or put off to another day. */
import type { Day } from './day.ts';
import type { Result } from './result.ts';
import { done, refuse } from './result.ts';
import type { VisitOutcome, VisitState } from './visit-state.ts';

export interface VisitNote {
  outcome: VisitOutcome;
  /** The day it was noted for: today, or the day the telephone had no network. */
  notedOn: Day;
  /** The new day of a visit put off. */
  movedTo: Day | null;
}

export type NoteRefusal = 'visit-noted-future' | 'visit-moved-day-missing' | 'visit-moved-past';

/** A visit already noted may be noted again, and one cancelled may have taken place all the same. */
export function noteVisit(
  { dueOn }: { dueOn: Day },
  { outcome, notedOn, movedTo }: VisitNote,
  today: Day,
): Result<{ state: VisitState; dueOn: Day; doneOn: Day | null }, NoteRefusal> {
  if (notedOn > today) return refuse('visit-noted-future', { field: 'notedOn' });
  if (outcome !== 'moved') return done({ state: outcome, dueOn, doneOn: notedOn });
  if (movedTo === null) return refuse('visit-moved-day-missing', { field: 'nextOn' });
  if (movedTo < notedOn) return refuse('visit-moved-past', { field: 'nextOn' });
  return done({ state: 'moved', dueOn: movedTo, doneOn: null });
}
