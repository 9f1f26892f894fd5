/** Notes a visit, once whatever the number of sendings; when somebody changed it meanwhile, both versions are kept. */
import { formatShortDay, parisDay } from '#domain/day.ts';
import type { Result } from '#domain/result.ts';
import { done, refuse } from '#domain/result.ts';
import { noteVisit } from '#domain/visit-note.ts';
import { record } from '#db/audit.ts';
import type { Context } from '#http/context.ts';
import { applyNote, setNext } from './apply-note.ts';
import type { NoteInput, SettleInput } from './input.ts';
import { findNote, findNoteByKey, insertNote, standNote } from './note-queries.ts';
import type { VisitRow } from './queries.ts';
import { lockVisit } from './queries.ts';

export interface Noted {
  id: string;
  retour: NoteInput['retour'];
}

export async function note(ctx: Context, input: NoteInput): Promise<Result<Noted>> {
  const visit = await lockVisit(ctx, input.id);
  if (visit === null) return refuse('not-found');
  const { id, retour, note: noteKey } = input;
  const known = await findNoteByKey(ctx, noteKey);
  if (known !== null && known.visitId !== id) return refuse('key-reused');
  if (known !== null) return known.standing === 'waiting' ? refuse('changed-meanwhile') : done({ id, retour });
  const checked = check(visit, input, parisDay(ctx.now));
  if (!checked.ok) return checked;
  const { outcome, signal, words, notedOn, nextOn } = input;
  const fresh = visit.version === input.version;
  const kept = { outcome, signal: outcome === 'done' ? signal : null, words, notedOn, nextOn };
  const standing = fresh ? ('kept' as const) : ('waiting' as const);
  await insertNote(ctx, { ...kept, visitId: id, holderId: visit.holderId, noteKey, standing });
  if (!fresh) {
    await record(ctx, { action: 'visit.note-waiting', subjectType: 'visit', subjectId: id });
    return { ...refuse('changed-meanwhile'), keep: true };
  }
  await applyNote(ctx, visit, kept);
  if (outcome !== 'moved' && nextOn !== null && nextOn !== input.nextWas) await setNext(ctx, visit, nextOn);
  return done({ id, retour });
}

/** Of two notes of one visit, the one that was waiting replaces the other or steps aside; both stay readable. */
export async function settle(ctx: Context, { id, note: noteId, version, choix }: SettleInput): Promise<Result<Noted>> {
  const visit = await lockVisit(ctx, id);
  const waiting = visit && (await findNote(ctx, noteId));
  if (visit === null || waiting === null || waiting.visitId !== id) return refuse('not-found');
  if (waiting.standing !== 'waiting') return refuse('note-settled');
  if (visit.version !== version) return refuse('changed-meanwhile');
  await standNote(ctx, noteId, choix === 'garder' ? 'kept' : 'set-aside');
  if (choix === 'garder') await applyNote(ctx, visit, waiting);
  await record(ctx, { action: 'visit.note-settled', subjectType: 'visit', subjectId: id, after: { kept: choix } });
  return done({ id, retour: 'fiche' });
}

function check(visit: VisitRow, input: NoteInput, today: string): Result<null> {
  const { outcome, notedOn, nextOn } = input;
  const noted = noteVisit(visit, { outcome, notedOn, movedTo: nextOn }, today);
  if (!noted.ok) return noted;
  if (nextOn !== null && nextOn <= notedOn && outcome !== 'moved')
    return refuse('visit-next-past', { field: 'nextOn' });
  const { endedOn } = visit;
  if (nextOn !== null && nextOn !== input.nextWas && endedOn !== null && nextOn > endedOn && outcome !== 'moved') {
    return refuse('visit-outside-contract', { field: 'nextOn', details: { day: formatShortDay(endedOn) } });
  }
  return done(null);
}
