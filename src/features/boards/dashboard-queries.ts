/** The year of a structure, from totals kept as hours are written; row security keeps to its own lots. */
import { sql } from 'kysely';
import { organisationOf } from '#domain/actor.ts';
import type { Month } from '#domain/month.ts';
import type { BoardRules } from '#db/board-rules.ts';
import { lotStanding } from '#db/lot-standing.ts';
import { waitsForMe } from '#db/review-turn.ts';
import type { Context } from '#http/context.ts';

export interface DepartmentRow {
  departmentCode: string;
  markets: number;
  watched: number;
  due: number;
  done: number;
  expected: number;
  /** What a month should bring, over the lots that have dates. */
  target: number;
}

/** Markets under way, by département of execution. */
export async function sumByDepartment({ db }: Context, rules: BoardRules): Promise<DepartmentRow[]> {
  const underWay = sql`m.state in ('running', 'suspended')`;
  const months = sql`greatest(1, (date_part('year', s.ends_on) - date_part('year', s.starts_on)) * 12
    + date_part('month', s.ends_on) - date_part('month', s.starts_on) + 1)::int`;
  const found = await sql<DepartmentRow>`
    select k.department_code, count(distinct k.id) as markets,
      count(distinct k.id) filter (where k.state = 'running' and s.status in ('late', 'to-watch')) as watched,
      coalesce(sum(s.due), 0)::bigint as due, coalesce(sum(s.done), 0)::bigint as done,
      coalesce(sum(s.expected), 0)::bigint as expected,
      coalesce(sum(s.due / ${months}) filter (where not s.undated), 0)::bigint as target
    from (${lotStanding(rules, underWay)}) s join market k on k.id = s.market_id
    group by k.department_code order by k.department_code`.execute(db);
  return found.rows;
}

export interface YearRow {
  month: Month;
  contractType: string;
  done: number;
}

/** Validated hours at the month they were worked, by type of contract. */
export async function sumYear({ db, actor }: Context, from: Month): Promise<YearRow[]> {
  const mine = sql`select a.lot_id from lot_access a where a.organisation_id = ${organisationOf(actor)}`;
  const found = await sql<YearRow>`
    select month, contract_type, sum(counted_minutes)::bigint as done from (
      select month, contract_type, counted_minutes from hours_total where lot_id in (${mine}) and month >= ${from}
      union all
      select month, contract_type, counted_minutes from hours_delta where lot_id in (${mine}) and month >= ${from}
    ) counted group by month, contract_type order by month`.execute(db);
  return found.rows;
}

/** Whoever looks after markets counts everybody at work on them; a company counts its own. */
export async function countAllPeople({ db }: Context, ownOnly: boolean): Promise<number> {
  const found = ownOnly
    ? await sql<{ count: number }>`select count(distinct person_id) as count from employment_contract
        where state not in ('planned', 'removed')`.execute(db)
    : await sql<{ count: number }>`select people_on_markets(null) as count`.execute(db);
  return found.rows[0]?.count ?? 0;
}

/** What waits for her own structure, as her queue counts it. */
export async function countToReview({ db, now }: Context): Promise<{ waiting: number; long: number }> {
  const found = await sql<{ waiting: number; long: number }>`
    select count(*) as waiting,
      count(*) filter (where d.submitted_at < ${new Date(now.getTime() - longWaitDays * 86_400_000)}) as long
    from declaration d where ${waitsForMe}`.execute(db);
  return found.rows[0] ?? { waiting: 0, long: 0 };
}

export const longWaitDays = 15;
