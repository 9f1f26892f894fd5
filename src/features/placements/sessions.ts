/** Organises a collective information session, registers people, and notes who came. */
import { randomUUID } from 'node:crypto';
import { organisationOf } from '#domain/actor.ts';
import { parisInstant } from '#domain/day.ts';
import type { Result } from '#domain/result.ts';
import { done, refuse } from '#domain/result.ts';
import { record } from '#db/audit.ts';
import type { Context } from '#http/context.ts';
import { findChosenPost } from './offer-query.ts';
import type {
  AttendanceInput,
  CancelSessionInput,
  EditSessionInput,
  LeaveInput,
  NewSessionInput,
  RegisterInput,
} from './session-input.ts';
import { findSession, holdPlaces, listInvitable, lockOwnSession } from './session-queries.ts';

export async function createSession(
  ctx: Context,
  { offer, day, time, ...fields }: NewSessionInput,
): Promise<Result<{ id: string }>> {
  const startsAt = parisInstant(day, time);
  if (startsAt <= ctx.now) return refuse('interview-past', { field: 'day' });
  if (offer !== '' && (await findChosenPost(ctx, offer)) === null) return refuse('not-found');
  const id = randomUUID();
  const session = { ...fields, startsAt, offerId: offer === '' ? null : offer };
  await ctx.db
    .insertInto('informationSession')
    .values({ id, holderId: organisationOf(ctx.actor) ?? '', ...session, createdAt: ctx.now })
    .execute();
  await record(ctx, {
    action: 'session-information.created',
    subjectType: 'information-session',
    subjectId: id,
    after: { ...session, startsAt: startsAt.toISOString() },
  });
  return done({ id });
}

export async function editSession(
  ctx: Context,
  { id, version, day, time, ...fields }: EditSessionInput,
): Promise<Result<{ id: string }>> {
  const before = await lockOwnSession(ctx, id);
  if (before === null) return refuse('not-found');
  if (before.version !== version) return refuse('changed-meanwhile');
  if (before.cancelledAt !== null) return refuse('session-over');
  const startsAt = parisInstant(day, time);
  if (startsAt <= ctx.now) return refuse('interview-past', { field: 'day' });
  await holdPlaces(ctx, id);
  const { registered } = (await findSession(ctx, id)) ?? before;
  if (fields.places !== null && fields.places < registered) {
    return refuse('session-full', { field: 'places', details: { left: fields.places } });
  }
  await ctx.db
    .updateTable('informationSession')
    .set({ ...fields, startsAt, version: version + 1 })
    .where('id', '=', id)
    .execute();
  await record(ctx, {
    action: 'session-information.edited',
    subjectType: 'information-session',
    subjectId: id,
    before: { title: before.title, place: before.place, startsAt: before.startsAt.toISOString() },
    after: { ...fields, startsAt: startsAt.toISOString() },
  });
  return done({ id });
}

export async function cancelSession(
  ctx: Context,
  { id, version, reason }: CancelSessionInput,
): Promise<Result<{ id: string }>> {
  const before = await lockOwnSession(ctx, id);
  if (before === null) return refuse('not-found');
  if (before.version !== version) return refuse('changed-meanwhile');
  if (before.cancelledAt !== null) return refuse('already-done');
  await ctx.db
    .updateTable('informationSession')
    .set({ cancelledAt: ctx.now, reason, version: version + 1 })
    .where('id', '=', id)
    .execute();
  await record(ctx, {
    action: 'session-information.cancelled',
    subjectType: 'information-session',
    subjectId: id,
    reason,
  });
  return done({ id });
}

/** Each team registers its own people; a place taken meanwhile is told with how many are left. */
export async function register(
  ctx: Context,
  { id, people }: RegisterInput,
): Promise<Result<{ id: string; count: number }>> {
  await holdPlaces(ctx, id);
  const session = await findSession(ctx, id);
  if (session === null) return refuse('not-found');
  if (session.cancelledAt !== null || session.startsAt < ctx.now) return refuse('session-over');
  const wanted = [...new Set(people)];
  if (wanted.length === 0) return refuse('session-nobody', { field: 'people' });
  const { holderId } = session;
  const left = session.places === null ? Infinity : session.places - session.registered;
  if (wanted.length > left) return refuse('session-full', { field: 'people', details: { left: Math.max(0, left) } });
  const known = new Set(
    (await listInvitable(ctx, { session: id, holder: holderId, search: '', only: wanted })).map((one) => one.id),
  );
  if (wanted.some((one) => !known.has(one))) return refuse('placement-person-unknown', { field: 'people' });
  const registeredBy = organisationOf(ctx.actor) ?? '';
  await ctx.db
    .insertInto('sessionRegistration')
    .values(wanted.map((personId) => ({ sessionId: id, personId, holderId, registeredBy, createdAt: ctx.now })))
    .execute();
  for (const personId of wanted) {
    await record(ctx, {
      action: 'session-information.registered',
      subjectType: 'information-session',
      subjectId: id,
      after: { person: personId },
    });
  }
  return done({ id, count: wanted.length });
}

export async function leave(ctx: Context, { id, person }: LeaveInput): Promise<Result<{ id: string }>> {
  if ((await findSession(ctx, id)) === null) return refuse('not-found');
  const gone = await ctx.db
    .deleteFrom('sessionRegistration')
    .where('sessionId', '=', id)
    .where('personId', '=', person)
    .returning('personId')
    .executeTakeFirst();
  if (gone === undefined) return refuse('already-done');
  await record(ctx, {
    action: 'session-information.left',
    subjectType: 'information-session',
    subjectId: id,
    before: { person },
  });
  return done({ id });
}

export async function noteAttendance(
  ctx: Context,
  { id, person, attendance }: AttendanceInput,
): Promise<Result<{ id: string }>> {
  if ((await lockOwnSession(ctx, id)) === null) return refuse('not-found');
  const noted = await ctx.db
    .updateTable('sessionRegistration')
    .set({ attendance })
    .where('sessionId', '=', id)
    .where('personId', '=', person)
    .returning('personId')
    .executeTakeFirst();
  if (noted === undefined) return refuse('placement-person-unknown', { field: 'person' });
  await record(ctx, {
    action: 'session-information.attendance',
    subjectType: 'information-session',
    subjectId: id,
    after: { person, attendance },
  });
  return done({ id });
}
