/** Reads operations and what hangs on one: its markets, their steps, what waits; row security keeps to the reader's part. */
import { sql } from 'kysely';
import type { Day } from '#domain/day.ts';
import type { DeclarationState } from '#domain/declaration-state.ts';
import type { MarketState } from '#domain/market-state.ts';
import type { Month } from '#domain/month.ts';
import type { KeysetPage, KeysetQuery } from '#db/keyset.ts';
import { keysetPage } from '#db/keyset.ts';
import { waitsForMe } from '#db/review-turn.ts';
import { likePattern } from '#db/search.ts';
import type { Context } from '#http/context.ts';

export const operationsPerPage = 50;

export interface OperationHead {
  id: string;
  name: string;
  reference: string;
  buyer: string;
  buyerId: string;
  keeperId: string;
}

/** By name, a page at a time; the words searched are in the name, the reference or the buyer. */
export function listOperations(
  { db }: Context,
  { words, ...page }: { words: readonly string[] } & KeysetQuery,
): Promise<KeysetPage<OperationHead>> {
  const says = words.map(
    (word) => sql`unaccent(op.name || ' ' || op.reference || ' ' || coalesce(o.name, ''))
    ilike unaccent(${likePattern(word)})`,
  );
  const where = says.length === 0 ? sql`true` : sql.join(says, sql` and `);
  const listed = sql<OperationHead>`(${head} where ${where})`.as<'listed'>('listed');
  return keysetPage(db.selectFrom(listed).selectAll(), {
    ...page,
    by: 'listed.name',
    id: 'listed.id',
    placeOf: ({ id, name }) => ({ id, value: name }),
  });
}

const head = sql`select op.id, op.name, op.reference, coalesce(o.name, 'Acheteur') as buyer, op.buyer_id, op.keeper_id
  from operation op left join organisation o on o.id = op.buyer_id`;

export async function findOperationHead({ db }: Context, id: string): Promise<OperationHead | null> {
  return (await sql<OperationHead>`${head} where op.id = ${id}`.execute(db)).rows[0] ?? null;
}

export interface OperationMarket {
  id: string;
  operationId: string;
  object: string;
  reference: string;
  state: MarketState;
  stateSince: Date;
  endsOn: Day | null;
  programmes: string[];
}

export async function listOperationMarkets({ db }: Context, operations: readonly string[]): Promise<OperationMarket[]> {
  if (operations.length === 0) return [];
  const found = await sql<OperationMarket>`
    select m.id, m.operation_id, m.object, m.reference, m.state, m.state_since, m.ends_on,
      array(select p.name::text from market_programme t join programme p on p.id = t.programme_id
        where t.market_id = m.id order by p.name) as programmes
    from market m where m.operation_id = any(${operations}::uuid[]) order by m.starts_on nulls last, m.object, m.id`.execute(
    db,
  );
  return found.rows;
}

/** Each person once, whatever the markets; a company counts those who work for it. */
export async function countOperationPeople(
  { db }: Context,
  { operation, ownOnly }: { operation: string; ownOnly: boolean },
): Promise<number> {
  const found = ownOnly
    ? await sql<{ count: number }>`select count(distinct c.person_id) as count from employment_contract c
        join market m on m.id = c.market_id where m.operation_id = ${operation} and c.state not in ('planned', 'removed')`.execute(
        db,
      )
    : await sql<{ count: number }>`select people_on_operation(${operation}) as count`.execute(db);
  return found.rows[0]?.count ?? 0;
}

export interface WaitingDeclaration {
  id: string;
  object: string;
  lotNumber: number;
  companyId: string;
  company: string;
  companyKind: string;
  month: Month;
  state: DeclarationState;
  dueOn: Day;
  submittedAt: Date | null;
  waitsForMe: boolean;
}

/** What waits for somebody, the most urgent first; states only, never a person. */
export async function listWaitingDeclarations(
  { db }: Context,
  markets: readonly string[],
): Promise<WaitingDeclaration[]> {
  if (markets.length === 0) return [];
  const found = await sql<WaitingDeclaration>`
    select d.id, m.object, l.number as lot_number, d.company_id, coalesce(o.name, 'Entreprise') as company,
      coalesce(o.kind, 'company') as company_kind, d.month, d.state, d.due_on, d.submitted_at,
      ${waitsForMe} as waits_for_me
    from declaration d join lot l on l.id = d.lot_id join market m on m.id = d.market_id
      left join organisation o on o.id = d.company_id
    where d.market_id = any(${markets}::uuid[])
      and d.state in ('late', 'rejected', 'submitted', 'under-review', 'partially-validated', 'expected')
    order by array_position(array['late', 'rejected', 'submitted', 'under-review', 'partially-validated', 'expected'], d.state),
      d.due_on, d.id limit 20`.execute(db);
  return found.rows;
}

export interface OperationStep {
  object: string;
  state: MarketState;
  onDay: Day;
  reason: string;
  createdAt: Date;
  name: string | null;
}

export async function listOperationSteps({ db }: Context, markets: readonly string[]): Promise<OperationStep[]> {
  if (markets.length === 0) return [];
  const found = await sql<OperationStep>`
    select m.object, s.state, s.on_day, s.reason, s.created_at, a.name
    from market_step s join market m on m.id = s.market_id left join account a on a.id = s.account_id
    where s.market_id = any(${markets}::uuid[]) order by s.on_day desc, s.created_at desc limit 20`.execute(db);
  return found.rows;
}
