/** The notes of a visit, each kept once by its key, whatever the number of times it was sent. */
import { sql } from 'kysely';
import { accountOf, organisationOf } from '#domain/actor.ts';
import type { Day } from '#domain/day.ts';
import type { VisitOutcome, VisitSignal } from '#domain/visit-state.ts';
import type { Context } from '#http/context.ts';

export type NoteStanding = 'kept' | 'waiting' | 'set-aside';

export interface NoteRow {
  id: string;
  visitId: string;
  outcome: VisitOutcome;
  signal: VisitSignal | null;
  words: string;
  notedOn: Day;
  nextOn: Day | null;
  standing: NoteStanding;
  receivedAt: Date;
  author: string | null;
}

function notes({ db, actor }: Context) {
  return db
    .selectFrom('visitNote')
    .leftJoin('account', 'account.id', 'visitNote.accountId')
    .select([
      'visitNote.id',
      'visitNote.visitId',
      'visitNote.outcome',
      'visitNote.signal',
      'visitNote.words',
      'visitNote.notedOn',
      'visitNote.nextOn',
      'visitNote.standing',
      'visitNote.receivedAt',
      'account.name as author',
    ])
    .where('visitNote.holderId', '=', organisationOf(actor) ?? '');
}

/** The newest first. */
export async function listNotes(ctx: Context, visit: string): Promise<NoteRow[]> {
  return notes(ctx).where('visitNote.visitId', '=', visit).orderBy('visitNote.receivedAt', 'desc').execute();
}

export async function findNote(ctx: Context, id: string): Promise<NoteRow | null> {
  return (await notes(ctx).where('visitNote.id', '=', id).executeTakeFirst()) ?? null;
}

export async function findNoteByKey(ctx: Context, key: string): Promise<NoteRow | null> {
  return (await notes(ctx).where('visitNote.noteKey', '=', key).executeTakeFirst()) ?? null;
}

export interface NewNote {
  visitId: string;
  holderId: string;
  noteKey: string;
  outcome: VisitOutcome;
  signal: VisitSignal | null;
  words: string;
  notedOn: Day;
  nextOn: Day | null;
  standing: NoteStanding;
}

export async function insertNote({ db, actor, now }: Context, note: NewNote): Promise<void> {
  await db
    .insertInto('visitNote')
    .values({ ...note, accountId: accountOf(actor), receivedAt: now })
    .execute();
}

export async function standNote({ db }: Context, id: string, standing: NoteStanding): Promise<void> {
  await db.updateTable('visitNote').set({ standing }).where('id', '=', id).execute();
}

/** What this person's telephone may forget: the keys received from her lately. */
export async function listReceivedKeys({ db, actor, now }: Context): Promise<string[]> {
  const since = new Date(now.getTime() - 7 * 86_400_000);
  const found = await sql<{ noteKey: string }>`select note_key from visit_note
    where holder_id = ${organisationOf(actor)} and account_id = ${accountOf(actor)} and received_at >= ${since}
    order by received_at desc limit 100`.execute(db);
  return found.rows.map(({ noteKey }) => noteKey);
}
