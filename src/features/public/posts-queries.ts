/** The open posts a prescriber was told of, and how many wait for its answer. */
import { sql } from 'kysely';
import { organisationOf } from '#domain/actor.ts';
import { parisDay } from '#domain/day.ts';
import type { Context } from '#http/context.ts';

export interface OpenPost {
  id: string;
  title: string;
  commune: string;
  departmentCode: string;
  startsOn: string;
  closesOn: string;
  romeCode: string;
  answer: string;
  /** The prescriber's own people in the same commune. */
  near: number;
}

/** The posts this prescriber was told of: those where its own people live first. */
export async function listOpenPosts({ db, actor, now }: Context): Promise<OpenPost[]> {
  const own = organisationOf(actor);
  const found = await sql<OpenPost>`
    select o.id, o.title, o.commune, o.department_code, o.starts_on, o.closes_on, o.rome_code, r.answer,
      (select count(*) from people_i_follow() p where lower(p.commune) = lower(o.commune)) as near
    from offer_recipient r join job_offer o on o.id = r.offer_id
    where r.organisation_id = ${own} and o.state = 'open' and o.closes_on >= ${parisDay(now)}::date
    order by near desc, o.closes_on, o.id limit 8`.execute(db);
  return found.rows;
}

export async function countUnanswered({ db, actor, now }: Context): Promise<number> {
  const found = await sql<{ count: number }>`
    select count(*) as count from offer_recipient r join job_offer o on o.id = r.offer_id
    where r.organisation_id = ${organisationOf(actor)} and r.answer = '' and o.state = 'open'
      and o.closes_on >= ${parisDay(now)}::date`.execute(db);
  return found.rows[0]?.count ?? 0;
}
