/** Counts what waits about posts and candidates for the actor's organisation; row security applies, nothing is written. */
import { sql } from 'kysely';
import { organisationOf } from '#domain/actor.ts';
import type { Context } from '#http/context.ts';

export interface TeamCounts {
  toPresent: number;
  silent: number;
  toDate: number;
  toHire: number;
  toSpread: number;
}

/** Of the posts and candidates this structure follows. */
export async function countForTeam({ db, actor }: Context): Promise<TeamCounts> {
  const own = organisationOf(actor);
  const found = await sql<TeamCounts>`select
      count(*) filter (where p.state = 'suggested') as to_present,
      count(*) filter (where p.state = 'silent') as silent,
      count(*) filter (where p.state = 'interview' and i.starts_at is null) as to_date,
      count(*) filter (where p.state = 'selected') as to_hire,
      (select count(*) from job_offer o where o.facilitator_id = ${own} and o.state = 'open' and o.spread_at is null) as to_spread
    from placement p left join interview i on i.placement_id = p.id
    where p.holder_id = ${own} and p.state in ('suggested', 'silent', 'interview', 'selected')`.execute(db);
  return found.rows[0] ?? { toPresent: 0, silent: 0, toDate: 0, toHire: 0, toSpread: 0 };
}

export interface CompanyCounts {
  toAnswer: number;
  soonest: string | null;
  afterInterview: number;
}

export async function countForCompany({ db, actor, now }: Context): Promise<CompanyCounts> {
  const found = await sql<CompanyCounts>`select
      count(*) filter (where p.state in ('proposed', 'silent')) as to_answer,
      min(p.due_on) filter (where p.state in ('proposed', 'silent')) as soonest,
      count(*) filter (where p.state = 'interview' and i.starts_at < ${now}) as after_interview
    from placement p left join interview i on i.placement_id = p.id
    where p.company_id = ${organisationOf(actor)} and p.state in ('proposed', 'silent', 'interview')`.execute(db);
  return found.rows[0] ?? { toAnswer: 0, soonest: null, afterInterview: 0 };
}
