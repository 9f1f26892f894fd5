/** The rows behind the hours of a lot: by person for the structures that follow them, by month and company for the others. */
import { sql } from 'kysely';
import type { Minutes } from '#domain/minutes.ts';
import type { Month } from '#domain/month.ts';
import type { Context } from '#http/context.ts';

export interface ExplainedLot {
  id: string;
  number: number;
  title: string;
  marketId: string;
  object: string;
  /** The reader facilitates the lot: she reads who worked. */
  facilitates: boolean;
}

export async function findExplainedLot({ db }: Context, id: string): Promise<ExplainedLot | null> {
  const found = await sql<ExplainedLot>`
    select l.id, l.number, l.title, l.market_id, m.object,
      exists (select from lot_access a where a.lot_id = l.id and a.organisation_id = current_organisation()
        and a.capacity = 'facilitator') as facilitates
    from lot l join market m on m.id = l.market_id where l.id = ${id}`.execute(db);
  return found.rows[0] ?? null;
}

export interface PersonRow {
  id: number;
  declarationId: string;
  personId: string;
  personName: string;
  companyName: string;
  month: Month;
  minutes: Minutes;
  /** What this lot receives of the line. */
  served: Minutes;
  ruleVersion: string;
  /** Worked here, and given to other lots under an agreement. */
  given: Minutes;
  /** The hours were worked on another lot, under an agreement. */
  elsewhere: boolean;
}

export const servingPerPage = 200;

/** Every line that serves the lot, and those worked on it that count for nothing: they are listed (H9). */
export async function listServing(
  { db }: Context,
  { lot, from, size = servingPerPage }: { lot: string; from: number; size?: number },
): Promise<PersonRow[]> {
  const found = await sql<PersonRow>`
    select e.id, e.declaration_id, e.person_id, p.given_name || ' ' || p.family_name as person_name,
      coalesce(o.name, '') as company_name, e.month, e.worked_minutes + e.training_minutes as minutes,
      coalesce(sum(a.minutes), 0)::int as served,
      coalesce((select sum(g.minutes) from hour_allocation g
        where g.entry_id = e.id and e.lot_id = ${lot} and g.lot_id <> e.lot_id), 0)::int as given, e.rule_version, e.lot_id <> ${lot} as elsewhere
    from hour_entry e join person p on p.id = e.person_id left join organisation o on o.id = e.company_id
    left join hour_allocation a on a.entry_id = e.id and a.lot_id = ${lot}
    where e.state in ('validated', 'locked')
      and (e.lot_id = ${lot} or e.id in (select entry_id from hour_allocation where lot_id = ${lot}))
    group by e.id, p.id, o.id order by p.family_name, p.given_name, e.month, e.id
    limit ${size + 1} offset ${from}`.execute(db);
  return found.rows;
}

export interface ServingTotals {
  lines: number;
  served: Minutes;
  /** Worked elsewhere, or given to another lot: something to bring back. */
  moved: boolean;
}

/** What all the lines the reader may list make together, whatever the page. */
export async function sumServing({ db }: Context, lot: string): Promise<ServingTotals> {
  const found = await sql<ServingTotals>`
    select count(*)::int as lines, coalesce(sum(served), 0)::bigint as served, coalesce(bool_or(moved), false) as moved
    from (
      select coalesce((select sum(a.minutes) from hour_allocation a where a.entry_id = e.id and a.lot_id = ${lot}), 0) as served,
        e.lot_id <> ${lot} or exists (select from hour_allocation g where g.entry_id = e.id and g.lot_id <> e.lot_id) as moved
      from hour_entry e join person p on p.id = e.person_id
      where e.state in ('validated', 'locked')
        and (e.lot_id = ${lot} or e.id in (select entry_id from hour_allocation where lot_id = ${lot}))
    ) listed`.execute(db);
  return found.rows[0] ?? { lines: 0, served: 0, moved: false };
}

export interface MonthRow {
  month: Month;
  companyName: string;
  submitted: Minutes;
  counted: Minutes;
}

/** Sums only: no name can be read behind them. */
export async function listMonths({ db }: Context, lot: string): Promise<MonthRow[]> {
  const found = await sql<MonthRow>`
    select k.month, coalesce(o.name, '') as company_name, sum(k.submitted_minutes)::int as submitted, sum(k.counted_minutes)::int as counted
    from (
      select month, company_id, submitted_minutes, counted_minutes from hours_total where lot_id = ${lot}
      union all
      select month, company_id, submitted_minutes, counted_minutes from hours_delta where lot_id = ${lot}
    ) k left join organisation o on o.id = k.company_id
    group by k.month, k.company_id, o.name
    having sum(k.submitted_minutes) <> 0 or sum(k.counted_minutes) <> 0
    order by k.month desc, company_name`.execute(db);
  return found.rows;
}
