/** Collective information sessions as the reader may see them: her own, or those of structures that invite her team. */
import { sql } from 'kysely';
import { organisationOf } from '#domain/actor.ts';
import { isPresent } from '#db/person-present.ts';
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

/** Held so that two teams do not take the last place together; for the inviting structure alone. */
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
  return db
    .selectFrom('sessionRegistration as r')
    .innerJoin('person', 'person.id', 'r.personId')
    .leftJoin('organisation as team', 'team.id', 'r.registeredBy')
    .select([
      'r.personId',
      'person.familyName',
      'person.givenName',
      'r.attendance',
      'r.registeredBy',
      'team.name as team',
    ])
    .where('r.sessionId', '=', session)
    .orderBy('person.familyName')
    .orderBy('person.givenName')
    .execute();
}

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
  let rows = db
    .selectFrom('person')
    .select(['person.id', 'person.familyName', 'person.givenName', 'person.commune'])
    .where('person.holderId', '=', holder)
    .where(isPresent())
    .where((where) =>
      where.not(
        where.exists(
          where
            .selectFrom('sessionRegistration as r')
            .select('r.personId')
            .whereRef('r.personId', '=', 'person.id')
            .where('r.sessionId', '=', session),
        ),
      ),
    );
  if (own !== holder) rows = rows.where('person.proposedBy', '=', own);
  if (only !== undefined) rows = rows.where('person.id', 'in', [...only]);
  if (search !== '') rows = rows.where('person.foldedName', 'like', `%${search.replace(/[\\%_]/gu, '\\$&')}%`);
  return rows
    .orderBy('person.familyName')
    .orderBy('person.givenName')
    .limit(only !== undefined ? 200 : search === '' ? 12 : 60)
    .execute();
}
