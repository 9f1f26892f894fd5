/** Reads the statements of a market, and what waits for the next one. */
import { sql } from 'kysely';
import type { DeclarationState } from '#domain/declaration-state.ts';
import type { Minutes } from '#domain/minutes.ts';
import type { Month } from '#domain/month.ts';
import { readBoardRules } from '#db/board-rules.ts';
import { lotStanding } from '#db/lot-standing.ts';
import type { Context } from '#http/context.ts';

export interface StatedMarket {
  id: string;
  object: string;
  reference: string;
  buyer: string;
  operation: string;
}

/** Only whoever looks after the market: a company reads its own hours on its own pages. */
export async function findStatedMarket({ db }: Context, id: string): Promise<StatedMarket | null> {
  const found = await sql<StatedMarket>`
    select m.id, m.object, m.reference, coalesce(b.name, '') as buyer, coalesce(p.name, '') as operation
    from market m left join organisation b on b.id = m.buyer_id left join operation p on p.id = m.operation_id
    where m.id = ${id} and m.id in (select my_managed_markets())`.execute(db);
  return found.rows[0] ?? null;
}

export interface Statement {
  id: string;
  marketId: string;
  structure: string;
  quarter: string;
  number: string;
  note: string;
  declarations: number;
  issuer: string;
  issuedAt: Date;
  minutes: Minutes;
}

const statements = sql`select s.id, s.market_id, coalesce(o.name, '') as structure, s.quarter, s.number, s.note, s.declarations,
    s.issuer, s.issued_at, coalesce((select sum(l.quarter_minutes + l.earlier_minutes)
      from hours_statement_line l where l.statement_id = s.id), 0)::int as minutes
  from hours_statement s left join organisation o on o.id = s.structure_id`;

export async function listStatements({ db }: Context, market: string): Promise<Statement[]> {
  const found = await sql<Statement>`
    ${statements} where s.market_id = ${market} order by s.quarter desc, s.issued_at desc, s.id limit 200`.execute(db);
  return found.rows;
}

export async function findStatement({ db }: Context, id: string): Promise<Statement | null> {
  const found = await sql<Statement>`${statements} where s.id = ${id}`.execute(db);
  return found.rows[0] ?? null;
}

export interface StatementLine {
  lotId: string;
  lotNumber: number;
  lotTitle: string;
  company: string;
  lotDue: Minutes | null;
  quarterMinutes: Minutes;
  earlierMinutes: Minutes;
  sealedMinutes: Minutes;
  people: number;
}

export async function listStatementLines({ db }: Context, statement: string): Promise<StatementLine[]> {
  const found = await sql<StatementLine>`
    select l.lot_id, t.number as lot_number, t.title as lot_title, coalesce(o.name, '') as company, l.lot_due,
      l.quarter_minutes, l.earlier_minutes, l.sealed_minutes, l.people
    from hours_statement_line l join lot t on t.id = l.lot_id left join organisation o on o.id = l.company_id
    where l.statement_id = ${statement} order by t.number, company, l.company_id`.execute(db);
  return found.rows;
}

export interface ToState {
  id: string;
  month: Month;
  state: DeclarationState;
  company: string;
  lotNumber: number;
  /** Of every structure's people, as far as they count today and are not sealed yet. */
  minutes: Minutes;
}

const ledByMe = sql`exists (select from lot_assignment led where led.lot_id = d.lot_id and led.role = 'lead'
  and led.organisation_id = current_organisation() and (led.until_day is null or led.until_day >= paris_today()))`;

/** Declarations of the lots the reader leads on, up to a month: those decided and not sealed, and those still open. */
export async function listToState(
  { db }: Context,
  { market, until }: { market: string; until: Month },
): Promise<ToState[]> {
  const found = await sql<ToState>`
    select d.id, d.month, d.state, coalesce(o.name, '') as company, l.number as lot_number,
      coalesce((select sum(counted) from declaration_lines(array[d.id]) where state = 'validated'), 0)::int as minutes
    from declaration d join lot l on l.id = d.lot_id left join organisation o on o.id = d.company_id
    where d.market_id = ${market} and d.month <= ${until} and ${ledByMe}
      and d.state in ('expected', 'late', 'submitted', 'under-review', 'rejected', 'validated', 'partially-validated', 'corrected')
    order by d.month, l.number, company, d.id limit 5000`.execute(db);
  return found.rows;
}

export const sealable: readonly DeclarationState[] = ['validated', 'partially-validated', 'corrected'];

/** One issue of a market waits for another: each number is given once. */
export async function nextNumber(
  { db }: Context,
  { market, quarter }: { market: string; quarter: string },
): Promise<string> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${market}, 20))`.execute(db);
  const found = await sql<{ count: number }>`
    select count(*)::int as count from hours_statement where market_id = ${market} and quarter = ${quarter}`.execute(
    db,
  );
  const rank = (found.rows[0]?.count ?? 0) + 1;
  return rank === 1 ? quarter : `${quarter}-${rank}`;
}

export interface SealedSum {
  lotId: string;
  companyId: string;
  month: Month;
  minutes: Minutes;
  sealed: Minutes;
}

export async function listSealedSums(
  { db }: Context,
  { market, number }: { market: string; number: string },
): Promise<{ sums: SealedSum[]; people: Map<string, number> }> {
  const sums = await sql<SealedSum>`
    select lot_id, company_id, month, minutes, sealed from statement_sums(${market}, ${number})`.execute(db);
  const people = await sql<{ lotId: string; companyId: string; people: number }>`
    select lot_id, company_id, people::int from statement_people(${market}, ${number})`.execute(db);
  return {
    sums: sums.rows,
    people: new Map(people.rows.map((row) => [`${row.lotId} ${row.companyId}`, row.people])),
  };
}

/** What each lot of the market owes today. */
export async function listLotsDue(ctx: Context, market: string): Promise<Map<string, Minutes | null>> {
  const rules = await readBoardRules(ctx);
  const found = await sql<{ lotId: string; due: Minutes | null }>`
    select lot_id, due from (${lotStanding(rules, sql`l.market_id = ${market}`)}) standing`.execute(ctx.db);
  return new Map(found.rows.map(({ lotId, due }) => [lotId, due]));
}
