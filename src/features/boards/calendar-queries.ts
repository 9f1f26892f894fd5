/** The deadlines of one organisation, as its row security shows them; eligibilities are counted, never named. */
import { sql } from 'kysely';
import type { Actor } from '#domain/actor.ts';
import { accountOf, organisationOf } from '#domain/actor.ts';
import type { Day } from '#domain/day.ts';
import type { Month } from '#domain/month.ts';
import type { Transaction } from '#db/transaction.ts';

export interface Horizon {
  from: Day;
  until: Day;
}

const most = 500;

export interface MarketEnd {
  id: string;
  object: string;
  endsOn: Day;
}

export async function listMarketEnds(db: Transaction, { from, until }: Horizon): Promise<MarketEnd[]> {
  const found = await sql<MarketEnd>`select id, object, ends_on from market
    where ends_on between ${from}::date and ${until}::date and state in ('notified', 'running', 'suspended')
    order by ends_on, id limit ${most}`.execute(db);
  return found.rows;
}

export interface DeclarationDue {
  id: string;
  object: string;
  lotNumber: number;
  month: Month;
  dueOn: Day;
}

export async function listOwnDue(db: Transaction, actor: Actor, { from, until }: Horizon): Promise<DeclarationDue[]> {
  const found = await sql<DeclarationDue>`select d.id, m.object, l.number as lot_number, d.month, d.due_on
    from declaration d join lot l on l.id = d.lot_id join market m on m.id = d.market_id
    where d.company_id = ${organisationOf(actor)} and d.state in ('expected', 'late')
      and d.due_on between ${from}::date and ${until}::date
    order by d.due_on, m.object, l.number limit ${most}`.execute(db);
  return found.rows;
}

export interface DayCount {
  on: Day;
  count: number;
}

export async function countDue(db: Transaction, { from, until }: Horizon): Promise<DayCount[]> {
  const found = await sql<DayCount>`select due_on as "on", count(*) as count from declaration
    where state in ('expected', 'late') and due_on between ${from}::date and ${until}::date
    group by due_on order by due_on`.execute(db);
  return found.rows;
}

/** Hers, and those nobody took: a number, never a name. */
export async function countVisits(db: Transaction, actor: Actor, { from, until }: Horizon): Promise<DayCount[]> {
  const found = await sql<DayCount>`select due_on as "on", count(*) as count from visit
    where holder_id = ${organisationOf(actor)} and state in ('planned', 'moved')
      and (account_id = ${accountOf(actor)} or account_id is null) and due_on between ${from}::date and ${until}::date
    group by due_on order by due_on`.execute(db);
  return found.rows;
}

export async function countEligibilityEnds(
  db: Transaction,
  actor: Actor,
  { from, until }: Horizon,
): Promise<DayCount[]> {
  const found = await sql<DayCount>`select until_day as "on", count(distinct person_id) as count from eligibility
    where holder_id = ${organisationOf(actor)} and verdict = 'eligible' and ended_on is null
      and until_day between ${from}::date and ${until}::date
    group by until_day order by until_day`.execute(db);
  return found.rows;
}

export interface Meeting {
  id: string;
  on: Day;
  /** "09:30", as it was typed. */
  startsAt: string;
  place: string;
}

/** One's own meetings of the recruitment platform, but those cancelled; their title may name somebody and is not told. */
export async function listMeetings(db: Transaction, actor: Actor, { from, until }: Horizon): Promise<Meeting[]> {
  const found = await sql<Meeting>`select id, held_on as "on", starts_at, place
    from platform_meeting where holder_id = ${organisationOf(actor)} and state <> 'cancelled'
      and held_on between ${from}::date and ${until}::date order by held_on, id limit ${most}`.execute(db);
  return found.rows;
}

export interface Session {
  id: string;
  startsAt: Date;
  minutes: number;
  place: string;
}

export async function listSessions(db: Transaction, actor: Actor, { from, until }: Horizon): Promise<Session[]> {
  const found = await sql<Session>`select id, starts_at, minutes, place
    from information_session where holder_id = ${organisationOf(actor)} and cancelled_at is null
      and starts_at between ${from}::date and ${until}::date + 1 order by starts_at, id limit ${most}`.execute(db);
  return found.rows;
}
