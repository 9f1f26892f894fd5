/** Programmes with a rate: insertion hours validated against all hours worked on the lots that answer to them. */
import { sql } from 'kysely';
import type { Minutes } from '#domain/minutes.ts';
import type { Context } from '#http/context.ts';

export interface ProgrammeRate {
  id: string;
  name: string;
  basisPoints: number;
  targetPublic: string;
  worked: Minutes;
  /** Insertion hours of the months whose total is known: a rate compares the same months. */
  done: Minutes;
  /** Months declared on these lots without the hours everybody worked: the rate does not know them. */
  missing: number;
}

export async function listProgrammeRates({ db }: Context, markets: readonly string[]): Promise<ProgrammeRate[]> {
  if (markets.length === 0) return [];
  const found = await sql<ProgrammeRate>`
    select p.id, p.name, p.target_basis_points as basis_points, p.target_public,
      coalesce(sum(counted.worked), 0)::bigint as worked, coalesce(sum(counted.done), 0)::bigint as done,
      coalesce(sum(counted.missing), 0)::int as missing
    from programme p join market_programme t on t.programme_id = p.id
    join lot l on l.market_id = t.market_id
    cross join lateral (
      select lot_worked_minutes(l.id) as worked,
        (select sum(counted_minutes) from (
          select month, counted_minutes from hours_total where lot_id = l.id
          union all select month, counted_minutes from hours_delta where lot_id = l.id) kept
          where exists (select from worked_month w where w.lot_id = l.id and w.month = kept.month)) as done,
        (select count(*) from declaration d where d.lot_id = l.id and d.state not in ('expected', 'late', 'not-due')
          and exists (select from lot_party o where o.lot_id = l.id and o.organisation_id = d.company_id and o.role <> 'inclusion')
          and not exists (select from worked_month w where w.lot_id = l.id and w.company_id = d.company_id and w.month = d.month)) as missing
    ) counted
    where t.market_id = any(${markets}::uuid[]) and p.target_basis_points is not null
    group by p.id order by p.name, p.id`.execute(db);
  return found.rows;
}
