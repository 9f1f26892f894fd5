/** What a company's list of declarations reads: what it may still owe, whole; what it sent, a page at a time. */
import { sql } from 'kysely';
import type { DeclarationState } from '#domain/declaration-state.ts';
import type { Minutes } from '#domain/minutes.ts';
import type { Month } from '#domain/month.ts';
import type { Context } from '#http/context.ts';

export const sentPerPage = 50;

const owedStates = sql`('expected', 'late', 'rejected', 'partially-validated')`;

export interface OpenMonth {
  id: string;
  lotId: string;
  month: Month;
  state: DeclarationState;
  dueOn: string;
  reason: string;
}

/** What is asked or sent back, and whatever is known of the months since the last one: they say what is not owed. */
export async function listOpenMonths(
  { db }: Context,
  { company, since }: { company: string; since: Month },
): Promise<OpenMonth[]> {
  const found = await sql<OpenMonth>`
    select id, lot_id, month, state, due_on, reason from declaration
    where company_id = ${company} and (state in ${owedStates} or month >= ${since}) order by month`.execute(db);
  return found.rows;
}

export interface SentMonthRow {
  id: string;
  month: Month;
  state: DeclarationState;
  minutes: Minutes;
  object: string;
  lotNumber: number;
  lotTitle: string;
  buyerName: string;
}

/** The latest first; one more than a page, to know whether there is a next one. */
export async function listSentMonths(
  { db }: Context,
  { company, from }: { company: string; from: number },
): Promise<SentMonthRow[]> {
  const found = await sql<SentMonthRow>`
    select d.id, d.month, d.state, m.object, l.number as lot_number, l.title as lot_title, coalesce(b.name, '') as buyer_name,
      (select coalesce(sum(worked_minutes + training_minutes), 0) from hour_entry where declaration_id = d.id)::int as minutes
    from (select id, lot_id, market_id, month, state from declaration
      where company_id = ${company} and state not in ${owedStates}
      order by month desc, id limit ${sentPerPage + 1} offset ${from}) d
    join lot l on l.id = d.lot_id join market m on m.id = d.market_id left join organisation b on b.id = m.buyer_id
    order by d.month desc, d.id`.execute(db);
  return found.rows;
}
