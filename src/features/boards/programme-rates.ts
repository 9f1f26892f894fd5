/** Programmes with a rate: hours of their public against all hours worked on the lots that answer to them. */
import { sql } from 'kysely';
import { countsDistricts } from '#domain/programme-public.ts';
import type { Minutes } from '#domain/minutes.ts';
import type { Context } from '#http/context.ts';

export interface ProgrammeRate {
  id: string;
  name: string;
  basisPoints: number;
  targetPublic: string;
  worked: Minutes;
  /** null: everybody in insertion counts. Else the hours of people of priority districts at hire alone. */
  districts: DistrictHours | null;
  /** Insertion hours of the months whose total is known: a rate compares the same months. */
  done: Minutes;
  /** Months declared on these lots without the hours everybody worked: the rate does not know them. */
  missing: number;
}

export interface DistrictHours {
  /** null: too few people to tell without naming one. */
  inside: Minutes | null;
  /** Of people whose address at hire is not known. */
  unknown: Minutes;
}

export async function listProgrammeRates(ctx: Context, markets: readonly string[]): Promise<ProgrammeRate[]> {
  if (markets.length === 0) return [];
  const rates = await listRates(ctx, markets);
  return Promise.all(
    rates.map(async ({ lots, ...rate }) => ({
      ...rate,
      districts: countsDistricts(rate.targetPublic) ? await districtHours(ctx, lots) : null,
    })),
  );
}

async function districtHours({ db }: Context, lots: readonly string[]): Promise<DistrictHours> {
  const found = await sql<{ inside: Minutes; unknown: Minutes }>`
    select inside, unknown from lots_district_minutes(${lots}::uuid[])`.execute(db);
  return found.rows[0] ?? { inside: null, unknown: 0 };
}

async function listRates(
  { db }: Context,
  markets: readonly string[],
): Promise<(Omit<ProgrammeRate, 'districts'> & { lots: string[] })[]> {
  const found = await sql<Omit<ProgrammeRate, 'districts'> & { lots: string[] }>`
    select p.id, p.name, p.target_basis_points as basis_points, p.target_public, array_agg(l.id) as lots,
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
