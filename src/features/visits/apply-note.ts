/** What a kept note writes: the visit itself, and the next one of the contract. */
import { accountOf } from '#domain/actor.ts';
import { parisDay } from '#domain/day.ts';
import { noteVisit } from '#domain/visit-note.ts';
import { record } from '#db/audit.ts';
import type { Context } from '#http/context.ts';
import type { NoteRow } from './note-queries.ts';
import type { VisitRow } from './queries.ts';
import { insertVisit, nextVisit, updateVisit } from './queries.ts';

type Told = Pick<NoteRow, 'outcome' | 'signal' | 'words' | 'notedOn' | 'nextOn'>;

export async function applyNote(
  ctx: Context,
  visit: VisitRow,
  { outcome, signal, notedOn, nextOn }: Told,
): Promise<void> {
  const noted = noteVisit(visit, { outcome, notedOn, movedTo: nextOn }, parisDay(ctx.now));
  if (!noted.ok) throw new Error(`a note was kept that the rule refuses: ${noted.because}`);
  await updateVisit(ctx, visit.id, { ...noted.value, signal, cancelledBecause: null });
  const { state, dueOn, doneOn } = noted.value;
  await record(ctx, {
    action: 'visit.noted',
    subjectType: 'visit',
    subjectId: visit.id,
    before: { state: visit.state, dueOn: visit.dueOn },
    after: { state, dueOn, ...(doneOn !== null && { doneOn }) },
  });
}

/** The next visit of the contract goes to that day; when there is none, one is added. */
export async function setNext(ctx: Context, visit: VisitRow, dueOn: string): Promise<void> {
  const next = await nextVisit(ctx, visit);
  if (next !== null && next.dueOn === dueOn) return;
  if (next !== null) return updateVisit(ctx, next.id, { dueOn, state: 'moved' });
  const { holderId, personId, contractId } = visit;
  await insertVisit(ctx, { holderId, personId, contractId, dueOn, accountId: accountOf(ctx.actor) });
}
