/** Reads and writes meetings, their guests and what they decide; row security keeps a guest to her own candidates. */
import { sql } from 'kysely';
import { accountOf, organisationOf } from '#domain/actor.ts';
import type { Day } from '#domain/day.ts';
import type { PlatformState } from '#domain/platform-words.ts';
import type { PrescriberKind } from '#domain/prescriber-kinds.ts';
import type { Context } from '#http/context.ts';
import type { MeetingInput } from './input.ts';

export interface MeetingRow {
  id: string;
  title: string;
  heldOn: Day;
  startsAt: string;
  place: string;
  state: PlatformState;
  /** Before it was cancelled. */
  formerState: 'planned' | 'held';
  minutes: string;
  version: number;
}

const columns = ['id', 'title', 'heldOn', 'startsAt', 'place', 'state', 'formerState', 'minutes', 'version'] as const;

export function listMeetings({ db, actor }: Context): Promise<(MeetingRow & { guests: number; candidates: number })[]> {
  return db
    .selectFrom('platformMeeting')
    .select(columns)
    .select([
      sql<number>`(select count(*)::integer from platform_guest g where g.meeting_id = platform_meeting.id)`.as(
        'guests',
      ),
      sql<number>`(select count(*)::integer from platform_candidate c where c.meeting_id = platform_meeting.id)`.as(
        'candidates',
      ),
    ])
    .where('holderId', '=', organisationOf(actor) ?? '')
    .orderBy('heldOn', 'desc')
    .orderBy('id')
    .limit(100)
    .execute();
}

export async function findMeeting({ db, actor }: Context, id: string): Promise<MeetingRow | null> {
  const row = await db
    .selectFrom('platformMeeting')
    .select(columns)
    .where('id', '=', id)
    .where('holderId', '=', organisationOf(actor) ?? '')
    .executeTakeFirst();
  return row ?? null;
}

export async function lockMeeting({ db, actor }: Context, id: string): Promise<MeetingRow | null> {
  const row = await db
    .selectFrom('platformMeeting')
    .select(columns)
    .where('id', '=', id)
    .where('holderId', '=', organisationOf(actor) ?? '')
    .forUpdate()
    .executeTakeFirst();
  return row ?? null;
}

export async function insertMeeting(
  { db, actor, now }: Context,
  { title, heldOn, startsAt, place }: MeetingInput,
): Promise<string> {
  const { id } = await db
    .insertInto('platformMeeting')
    .values({
      holderId: organisationOf(actor) ?? '',
      title,
      heldOn,
      startsAt,
      place,
      createdBy: accountOf(actor),
      createdAt: now,
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  return id;
}

export async function updateMeeting(
  { db }: Context,
  { id, version, ...changes }: { id: string; version: number } & Partial<Omit<MeetingRow, 'id' | 'version'>>,
): Promise<void> {
  await db
    .updateTable('platformMeeting')
    .set({ ...changes, version: version + 1 })
    .where('id', '=', id)
    .execute();
}

export interface GuestRow {
  prescriberId: string;
  name: string;
  kind: PrescriberKind;
  attended: boolean | null;
}

export function listGuests({ db, actor }: Context, meeting: string): Promise<GuestRow[]> {
  return db
    .selectFrom('platformGuest')
    .innerJoin('organisation', 'organisation.id', 'platformGuest.prescriberId')
    .innerJoin('prescriberPartner', (join) =>
      join
        .onRef('prescriberPartner.prescriberId', '=', 'platformGuest.prescriberId')
        .onRef('prescriberPartner.holderId', '=', 'platformGuest.holderId'),
    )
    .select(['platformGuest.prescriberId', 'organisation.name', 'prescriberPartner.kind', 'platformGuest.attended'])
    .where('platformGuest.meetingId', '=', meeting)
    .where('platformGuest.holderId', '=', organisationOf(actor) ?? '')
    .orderBy('organisation.name')
    .execute();
}

export function listPartners({ db, actor }: Context): Promise<{ id: string; name: string }[]> {
  return db
    .selectFrom('prescriberPartner')
    .innerJoin('organisation', 'organisation.id', 'prescriberPartner.prescriberId')
    .select(['organisation.id', 'organisation.name'])
    .where('prescriberPartner.holderId', '=', organisationOf(actor) ?? '')
    .where('prescriberPartner.endedAt', 'is', null)
    .orderBy('organisation.name')
    .execute();
}

/** Those who stay keep whether they came. */
export async function setGuests(
  { db, actor }: Context,
  { meeting, guests }: { meeting: string; guests: readonly string[] },
): Promise<void> {
  let gone = db.deleteFrom('platformGuest').where('meetingId', '=', meeting);
  if (guests.length > 0) gone = gone.where('prescriberId', 'not in', guests);
  await gone.execute();
  if (guests.length === 0) return;
  const holderId = organisationOf(actor) ?? '';
  await db
    .insertInto('platformGuest')
    .values(guests.map((prescriberId) => ({ meetingId: meeting, holderId, prescriberId })))
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

export async function setAttendance(
  { db }: Context,
  { meeting, attended }: { meeting: string; attended: readonly string[] },
): Promise<void> {
  await sql`update platform_guest set attended = prescriber_id = any(${[...attended]}::uuid[])
    where meeting_id = ${meeting}`.execute(db);
}
