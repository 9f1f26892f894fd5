/** The exits of a structure over a year, without a name; and how its visits went. */
import { sql } from 'kysely';
import { organisationOf } from '#domain/actor.ts';
import { parisDay } from '#domain/day.ts';
import type { ExecutionMethod } from '#domain/contract-types.ts';
import type { ExitCode } from '#domain/exit-groups.ts';
import type { MeasurePoint } from '#domain/exit-plan.ts';
import type { CountedExit } from '#domain/exit-rates.ts';
import type { Context } from '#http/context.ts';

export interface SummedExit extends CountedExit {
  point: MeasurePoint;
  method: ExecutionMethod;
}

export async function listYear({ db, actor, now }: Context, year: number): Promise<SummedExit[]> {
  const found = await sql<{
    point: MeasurePoint;
    method: ExecutionMethod;
    code: ExitCode | null;
    from: string;
    until: string | null;
  }>`
    select x.point, c.method, x.code, c.ended_on as until,
      (select min(f.starts_on) from employment_contract f where f.person_id = x.person_id and f.holder_id = x.holder_id
        and f.state <> 'removed') as "from"
    from exit_situation x join employment_contract c on c.id = x.contract_id
    where x.holder_id = ${organisationOf(actor)} and x.state <> 'cancelled' and x.due_on <= ${parisDay(now)}::date
      and x.due_on between make_date(${year}, 1, 1) and make_date(${year}, 12, 31)`.execute(db);
  return found.rows.map(({ point, method, code, from, until }) => ({
    point,
    method,
    code,
    stay: until === null ? null : { from, until },
  }));
}

export interface VisitCount {
  due: number;
  done: number;
  missed: number;
}

export async function countVisits({ db, actor, now }: Context, year: number): Promise<VisitCount> {
  const today = parisDay(now);
  const found = await sql<VisitCount>`select
      count(*) filter (where due_on <= ${today}::date) as due,
      count(*) filter (where state in ('done', 'absent')) as done,
      count(*) filter (where state in ('planned', 'moved') and due_on < ${today}::date) as missed
    from visit where holder_id = ${organisationOf(actor)} and state <> 'cancelled'
      and due_on between make_date(${year}, 1, 1) and make_date(${year}, 12, 31)`.execute(db);
  return found.rows[0] ?? { due: 0, done: 0, missed: 0 };
}
