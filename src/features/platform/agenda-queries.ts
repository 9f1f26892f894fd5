/** The agenda of a meeting: who of the pool answers which trade. The one place where needs and profiles meet. */
import { sql } from 'kysely';
import { organisationOf } from '#domain/actor.ts';
import type { Day } from '#domain/day.ts';
import { parisDay } from '#domain/day.ts';
import { inPool } from '#db/pool-standing.ts';
import { isPresent } from '#db/person-present.ts';
import type { Context } from '#http/context.ts';

export interface AgendaTrade {
  code: string;
  /** Posts that companies ask for and that are still open. */
  posts: number;
  profiles: number;
}

/** Trades asked for by companies first, then by the number of people ready for them. */
export async function listAgendaTrades({ db, actor, now }: Context): Promise<AgendaTrade[]> {
  const found = await sql<AgendaTrade>`
    with ready as (select code, count(*)::integer as profiles from pool_profile, unnest(rome_codes) as code, person
        where person.id = pool_profile.person_id and pool_profile.holder_id = ${organisationOf(actor)}
          and ${inPool({ today: parisDay(now), atWork: false })} group by code),
      asked as (select rome_code as code, sum(posts)::integer as posts from job_offer
        where facilitator_id = ${organisationOf(actor)} and state = 'open' and closes_on >= ${parisDay(now)}::date group by rome_code)
    select code, coalesce(posts, 0) as posts, coalesce(profiles, 0) as profiles from ready full join asked using (code)
    order by coalesce(posts, 0) > 0 desc, coalesce(profiles, 0) desc, code limit 30`.execute(db);
  return found.rows;
}

export interface AgendaPost {
  id: string;
  title: string;
  company: string | null;
  commune: string;
  posts: number;
  startsOn: Day;
}

/** What companies ask for and is still open, for one trade or for all. */
export async function listAgendaPosts({ db, actor, now }: Context, trade: string): Promise<AgendaPost[]> {
  const found = await sql<AgendaPost>`
    select o.id, o.title, c.name as company, o.commune, o.posts, o.starts_on
    from job_offer o left join organisation c on c.id = o.company_id
    where o.facilitator_id = ${organisationOf(actor)} and o.state = 'open' and o.closes_on >= ${parisDay(now)}::date
      and (${trade} = '' or o.rome_code = ${trade})
    order by o.starts_on, o.id limit 30`.execute(db);
  return found.rows;
}

export interface AgendaProfile {
  id: string;
  familyName: string;
  givenName: string;
  romeCodes: string[];
  drivingLicence: string;
}

/** Those of the pool who are not on the agenda yet, for one trade or for all. */
export async function listReadyProfiles(
  { db, actor, now }: Context,
  { meeting, trade }: { meeting: string; trade: string },
): Promise<AgendaProfile[]> {
  const found = await sql<AgendaProfile>`
    select person.id, person.family_name, person.given_name, rome_codes, driving_licence from pool_profile, person
    where person.id = pool_profile.person_id and pool_profile.holder_id = ${organisationOf(actor)}
      and ${inPool({ today: parisDay(now), atWork: false })}
      and (${trade} = '' or rome_codes @> array[${trade}])
      and not exists (select from platform_candidate c where c.meeting_id = ${meeting} and c.person_id = person.id)
    order by available_from nulls first, person.folded_name, person.id limit 30`.execute(db);
  return found.rows;
}

export interface AgendaCandidate {
  personId: string;
  familyName: string;
  givenName: string;
  romeCode: string;
  decision: string;
}

export function listCandidates({ db, actor }: Context, meeting: string): Promise<AgendaCandidate[]> {
  return db
    .selectFrom('platformCandidate')
    .innerJoin('person', 'person.id', 'platformCandidate.personId')
    .select([
      'platformCandidate.personId',
      'person.familyName',
      'person.givenName',
      'platformCandidate.romeCode',
      'platformCandidate.decision',
    ])
    .where('platformCandidate.meetingId', '=', meeting)
    .where('platformCandidate.holderId', '=', organisationOf(actor) ?? '')
    .where(isPresent())
    .orderBy('person.foldedName')
    .execute();
}

export async function insertCandidates(
  { db, actor }: Context,
  { meeting, people, romeCode }: { meeting: string; people: readonly string[]; romeCode: string },
): Promise<number> {
  const own = organisationOf(actor) ?? '';
  const written = await sql`insert into platform_candidate (meeting_id, holder_id, person_id, rome_code)
    select ${meeting}::uuid, holder_id, id, ${romeCode} from person where holder_id = ${own} and ${isPresent()} and id = any(${[...people]}::uuid[])
    on conflict do nothing`.execute(db);
  return Number(written.numAffectedRows ?? 0);
}

export async function setDecision(
  { db, now }: Context,
  { meeting, person, decision }: { meeting: string; person: string; decision: string },
): Promise<boolean> {
  const written = await sql`update platform_candidate set decision = ${decision}, decided_at = ${now}
    where meeting_id = ${meeting} and person_id = ${person}`.execute(db);
  return Number(written.numAffectedRows ?? 0) === 1;
}

export async function removeCandidate(
  { db }: Context,
  { meeting, person }: { meeting: string; person: string },
): Promise<boolean> {
  const gone = await db
    .deleteFrom('platformCandidate')
    .where('meetingId', '=', meeting)
    .where('personId', '=', person)
    .returning('personId')
    .executeTakeFirst();
  return gone !== undefined;
}
