/** Reads what pooling needs: the lots an agreement binds to this one, their lines that may move, and what each still owes. */
import { sql } from 'kysely';
import type { GlobalisationAgreement } from '#domain/globalisation.ts';
import type { Minutes } from '#domain/minutes.ts';
import type { StandingScope } from '#db/lot-standing.ts';
import { lotStanding } from '#db/lot-standing.ts';
import type { Context } from '#http/context.ts';

export async function listAgreements({ db }: Context, lot: string): Promise<GlobalisationAgreement[]> {
  const found = await sql<GlobalisationAgreement>`
    select g.id, g.company_id as company, array_agg(gl.lot_id::text) as lots, g.signed_on, g.from_day as from,
      coalesce(g.ended_on, g.until_day) as until
    from globalisation g join globalisation_lot gl on gl.globalisation_id = g.id
    where g.id in (select globalisation_id from globalisation_lot where lot_id = ${lot})
      and g.withdrawn_at is null and g.signed_on is not null
      -- Only between lots she looks after: elsewhere she writes nothing.
      and exists (select from lot_access a where a.lot_id = gl.lot_id and a.organisation_id = current_organisation()
        and a.capacity = 'facilitator')
    group by g.id order by g.id`.execute(db);
  return found.rows;
}

export async function listDue(
  { db }: Context,
  { lots, scope }: { lots: readonly string[]; scope: StandingScope },
): Promise<{ lotId: string; marketId: string; due: Minutes | null }[]> {
  const found = await sql<{ lotId: string; marketId: string; due: Minutes | null }>`
    select lot_id, market_id, due from (${lotStanding(scope, sql`l.id = any(${lots}::uuid[])`)}) standing
    order by lot_id`.execute(db);
  return found.rows;
}

/** The declarations whose lines may move, in one order: a decision under way on one of them ends first. */
export async function lockPooled({ db }: Context, lots: readonly string[]): Promise<string[]> {
  const found = await sql<{ id: string }>`
    select id from declaration where lot_id = any(${lots}::uuid[])
      and state in ('validated', 'partially-validated') order by id for update`.execute(db);
  return found.rows.map(({ id }) => id);
}

/** The lots whose hours this one received, or that received its own: they are put back together. */
export async function listPooledWith({ db }: Context, lot: string): Promise<string[]> {
  const found = await sql<{ lotId: string }>`
    select distinct e.lot_id from hour_allocation a join hour_entry e on e.id = a.entry_id
    where a.agreement_id is not null and a.lot_id <> e.lot_id and ${lot} in (a.lot_id, e.lot_id)
    order by 1`.execute(db);
  return found.rows.map(({ lotId }) => lotId);
}

/** Lines with a part that serves another lot. */
export async function listPooledLines({ db }: Context, lot: string): Promise<Set<number>> {
  const found = await sql<{ entryId: number }>`
    select distinct a.entry_id from hour_allocation a join hour_entry e on e.id = a.entry_id
    where a.agreement_id is not null and a.lot_id <> e.lot_id and ${lot} in (a.lot_id, e.lot_id)`.execute(db);
  return new Set(found.rows.map(({ entryId }) => entryId));
}

/** What sealed lines already give to each lot: it stays, and is no longer lacking. */
export async function listSealedMinutes({ db }: Context, lots: readonly string[]): Promise<Map<string, Minutes>> {
  const found = await sql<{ lotId: string; minutes: number }>`
    select a.lot_id, sum(a.minutes)::int as minutes from hour_allocation a
    where a.lot_id = any(${lots}::uuid[])
      and not exists (select from hour_entry e where e.id = a.entry_id and e.state = 'validated' and e.corrects_id is null)
    group by 1`.execute(db);
  return new Map(found.rows.map(({ lotId, minutes }) => [lotId, minutes]));
}
