/** Counts what waits on the way of people: visits, ends of contract, exits, difficulties signalled; row security applies. */
import { sql } from 'kysely';
import { accountOf, organisationOf } from '#domain/actor.ts';
import { addDays, parisDay } from '#domain/day.ts';
import { isToPrepare } from '#domain/next-contract.ts';
import { readPathwaySettings } from '#db/pathway-settings.ts';
import type { Context } from '#http/context.ts';

export interface VisitCounts {
  today: number;
  missed: number;
  waiting: number;
  /** One of those that have two notes. */
  waitingId: string | null;
}

/** Hers, and those nobody took; older than a month, they are told in the list only. */
export async function countVisits({ db, actor, now }: Context): Promise<VisitCounts> {
  const today = parisDay(now);
  const found = await sql<VisitCounts>`select
      count(*) filter (where v.due_on = ${today}::date) as today,
      count(*) filter (where v.due_on < ${today}::date) as missed,
      (select count(distinct n.visit_id) from visit_note n where n.holder_id = ${organisationOf(actor)} and n.standing = 'waiting') as waiting,
      (select n.visit_id from visit_note n where n.holder_id = ${organisationOf(actor)} and n.standing = 'waiting'
        order by n.received_at, n.id limit 1) as waiting_id
    from visit v where v.holder_id = ${organisationOf(actor)} and v.state in ('planned', 'moved')
      and v.due_on between ${addDays(today, -30)}::date and ${today}::date
      and (v.account_id = ${accountOf(actor)} or v.account_id is null)`.execute(db);
  return found.rows[0] ?? { today: 0, missed: 0, waiting: 0, waitingId: null };
}

/** Contracts that end within the notice with nothing proposed after them. */
export async function countEndings(ctx: Context): Promise<{ count: number; weeks: number }> {
  const { db, actor, now } = ctx;
  const today = parisDay(now);
  const settings = await readPathwaySettings(ctx, { organisation: organisationOf(actor) ?? '', day: today });
  const noticeDays = settings['next-contract-days'];
  const found = await sql<{ count: number }>`select count(*) as count from employment_contract c
    where c.holder_id = ${organisationOf(actor)} and c.state not in ('ended', 'removed', 'planned')
      and c.planned_end_on between ${today}::date and ${addDays(today, noticeDays)}::date
      and not exists (select from employment_contract f where f.person_id = c.person_id and f.state <> 'removed'
        and f.id <> c.id and f.starts_on > c.starts_on and (f.planned_end_on is null or f.planned_end_on > c.planned_end_on))
      and not exists (select from next_contract n where n.contract_id = c.id and n.withdrawn_at is null)`.execute(db);
  return { count: found.rows[0]?.count ?? 0, weeks: Math.round(noticeDays / 7) };
}

/** The same for a prescriber: people it sent whose contract ends soon. */
export async function countPrescribedEndings(ctx: Context): Promise<{ count: number; weeks: number }> {
  const { db, actor, now } = ctx;
  const today = parisDay(now);
  const settings = await readPathwaySettings(ctx, { organisation: organisationOf(actor) ?? '', day: today });
  const noticeDays = settings['next-contract-days'];
  const found = await sql<{ endsOn: string }>`select ends_on from prescribed_contracts()
    where state not in ('ended', 'planned') and ends_on is not null`.execute(db);
  const soon = found.rows.filter(({ endsOn }) => isToPrepare(endsOn, { today, noticeDays }));
  return { count: soon.length, weeks: Math.round(noticeDays / 7) };
}

export async function countExits({ db, actor, now }: Context): Promise<number> {
  const found = await sql<{ count: number }>`select count(distinct (contract_id, due_on)) as count from exit_situation
    where holder_id = ${organisationOf(actor)} and state = 'expected' and due_on <= ${parisDay(now)}::date`.execute(db);
  return found.rows[0]?.count ?? 0;
}

/** Signalled by a prescriber, and nobody took it yet: the first of them, since each is opened from its person. */
export async function findSignalled({ db, actor }: Context): Promise<{ count: number; personId: string } | null> {
  const found = await sql<{ count: number; personId: string }>`select count(*) over () as count, person_id from obstacle
    where holder_id = ${organisationOf(actor)} and signalled_by is not null and state = 'open' and referent_id is null
    order by created_at, id limit 1`.execute(db);
  return found.rows[0] ?? null;
}
