/** Collective information sessions as the reader may see them: her own, or those of structures that invite her team. */
import { sql } from 'kysely';
import { organisationOf } from '#domain/actor.ts';
import { isPresent } from '#db/person-present.ts';
import type { FollowedPerson } from '#db/followed-people.ts';
import { followedPeople } from '#db/followed-people.ts';
import type { Context } from '#http/context.ts';

export interface SessionRow {
  id: string;
  holderId: string;
  holder: string | null;
  offerId: string | null;
  title: string;
  place: string;
  startsAt: Date;
  minutes: number;
  places: number | null;
  cancelledAt: Date | null;
  reason: string;
  version: number;
  /** Everybody registered, whoever did it. */
  registered: number;
}

function sessions({ db }: Context) {
  return db
    .selectFrom('informationSession as s')
    .leftJoin('organisation as holder', 'holder.id', 's.holderId')
    .select([
      's.id',
      's.holderId',
      'holder.name as holder',
      's.offerId',
      's.title',
      's.place',
      's.startsAt',
      's.minutes',
    ])
    .select(['s.places', 's.cancelledAt', 's.reason', 's.version'])
    .select(sql<number>`session_count(s.id)`.as('registered'));
}

const mostShown = 100;

/** Those to come first, then the last ones held. */
export function listSessions(ctx: Context, { past }: { past: boolean }): Promise<SessionRow[]> {
  return sessions(ctx)
    .where('s.startsAt', past ? '<' : '>=', new Date(ctx.now.getTime() - 6 * 3_600_000))
    .orderBy('s.startsAt', past ? 'desc' : 'asc')
    .orderBy('s.id')
    .limit(mostShown)
    .execute();
}

export async function findSession(ctx: Context, id: string): Promise<SessionRow | null> {
  return (await sessions(ctx).where('s.id', '=', id).executeTakeFirst()) ?? null;
}

/** One team at a time counts the places and takes them, the inviting structure or a prescriber. */
export async function holdPlaces({ db }: Context, session: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`session-places:${session}`}, 0))`.execute(db);
}

/** Held so that two changes do not cross; for the inviting structure alone. */
export async function lockOwnSession(ctx: Context, id: string): Promise<SessionRow | null> {
  const held = await ctx.db
    .selectFrom('informationSession')
    .select('id')
    .where('id', '=', id)
    .where('holderId', '=', organisationOf(ctx.actor) ?? '')
    .forUpdate()
    .executeTakeFirst();
  return held === undefined ? null : findSession(ctx, id);
}

export interface Registered {
  personId: string;
  familyName: string;
  givenName: string;
  attendance: '' | 'came' | 'absent' | 'excused';
  registeredBy: string;
  team: string | null;
}

export function listRegistered({ db }: Context, session: string): Promise<Registered[]> {
  return (
    db
      .selectFrom('sessionRegistration as r')
      .leftJoin('person', 'person.id', 'r.personId')
      .leftJoin(followedPeople, (join) => join.onRef('followed.id', '=', 'r.personId'))
      .leftJoin('organisation as team', 'team.id', 'r.registeredBy')
      .select(['r.personId', 'r.attendance', 'r.registeredBy', 'team.name as team'])
      .select((row) => [
        row.fn.coalesce('person.familyName', 'followed.familyName').$notNull().as('familyName'),
        row.fn.coalesce('person.givenName', 'followed.givenName').$notNull().as('givenName'),
      ])
      .where('r.sessionId', '=', session)
      // Whom a prescriber no longer follows it no longer names.
      .where((row) => row(row.fn.coalesce('person.id', 'followed.id'), 'is not', null))
      .orderBy((row) => row.fn.coalesce('person.foldedName', 'followed.foldedName'))
      .execute()
  );
}

type KnownPerson = Pick<FollowedPerson, 'id' | 'holderId' | 'familyName' | 'givenName' | 'foldedName' | 'commune'>;

export interface Invitable {
  id: string;
  familyName: string;
  givenName: string;
  commune: string;
}

/** Whom this team may register: her own people followed by the inviting structure, not registered yet. */
export function listInvitable(
  { db, actor }: Context,
  { session, holder, search, only }: { session: string; holder: string; search: string; only?: readonly string[] },
): Promise<Invitable[]> {
  const own = organisationOf(actor) ?? '';
  // Its own files for the structure; for a prescriber, the people it follows.
  const known =
    own === holder
      ? sql<KnownPerson>`(select * from person where ${isPresent()})`
      : sql<KnownPerson>`people_i_follow()`;
  let rows = db
    .selectFrom(known.as('known'))
    .select(['known.id', 'known.familyName', 'known.givenName', 'known.commune'])
    .where('known.holderId', '=', holder)
    .where((where) =>
      where.not(
        where.exists(
          where
            .selectFrom('sessionRegistration as r')
            .select('r.personId')
            .whereRef('r.personId', '=', 'known.id')
            .where('r.sessionId', '=', session),
        ),
      ),
    );
  if (only !== undefined) rows = rows.where('known.id', 'in', [...only]);
  if (search !== '') rows = rows.where('known.foldedName', 'like', `%${search.replace(/[\\%_]/gu, '\\$&')}%`);
  return rows
    .orderBy('known.foldedName')
    .orderBy('known.id')
    .limit(only !== undefined ? 200 : search === '' ? 12 : 60)
    .execute();
}
