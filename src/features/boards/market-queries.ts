/** Reads the list of markets a page at a time; row security keeps to those where the organisation has a role. */
import type { RawBuilder } from 'kysely';
import { sql } from 'kysely';
import { isDay } from '#domain/day.ts';
import { statesOfGroup, standingOf, wholeOf } from '#domain/market-standing.ts';
import type { Standing } from '#domain/market-standing.ts';
import type { MarketState } from '#domain/market-state.ts';
import { marketStatesOf } from '#domain/whose-turn.ts';
import { progressOf } from '#domain/progress.ts';
import type { BoardRules } from '#db/board-rules.ts';
import { rulesOfLot } from '#db/board-rules.ts';
import type { KeysetPage, KeysetQuery } from '#db/keyset.ts';
import { keysetPage } from '#db/keyset.ts';
import type { LotFacts } from '#db/lot-standing.ts';
import { lotStanding, progressFacts } from '#db/lot-standing.ts';
import { likePattern } from '#db/search.ts';
import type { Context } from '#http/context.ts';
import type { MarketFilters } from './market-filters.ts';

export const marketsPerPage = 50;

interface BareMarket {
  id: string;
  reference: string;
  object: string;
  departmentCode: string;
  state: MarketState;
  endsOn: string | null;
  deadline: string;
  buyer: string;
  rate: number;
}

export interface ListedMarket extends Omit<BareMarket, 'deadline' | 'rate'> {
  holders: string[];
  /** null: no hours are owed by nature, or not yet. */
  due: number | null;
  done: number;
  expected: number;
  standing: Standing;
}

const placeHolds = {
  object: () => true,
  buyer: () => true,
  deadline: isDay,
  rate: (value: string) => /^-?\d{1,9}(\.\d{1,30})?$/.test(value),
} as const;

const placeColumns = { objet: 'object', acheteur: 'buyer', echeance: 'deadline', heures: 'rate' } as const;

export async function listMarkets(
  ctx: Context,
  { filters, rules, page }: { filters: MarketFilters; rules: BoardRules; page: KeysetQuery },
): Promise<KeysetPage<ListedMarket>> {
  const column = placeColumns[filters.by];
  const listed = sql<BareMarket>`(${chosen(filters, rules)})`.as<'listed'>('listed');
  const found = await keysetPage(ctx.db.selectFrom(listed).selectAll(), {
    ...page,
    by: `listed.${column}`,
    id: 'listed.id',
    placeOf: (row) => ({ id: row.id, value: String(row[column]) }),
    holds: (value) => placeHolds[column](value),
  });
  return { ...found, rows: await judgeMarkets(ctx, { rows: found.rows, rules }) };
}

type Unjudged = Omit<ListedMarket, 'holders' | 'due' | 'done' | 'expected' | 'standing'>;

/** Each market with its holders, and where its own lots stand. */
export async function judgeMarkets(
  ctx: Context,
  { rows, rules }: { rows: readonly Unjudged[]; rules: BoardRules },
): Promise<ListedMarket[]> {
  const ids = rows.map(({ id }) => id);
  const [lots, holders] = [await factsOfMarkets(ctx, { ids, rules }), await holdersOf(ctx, ids)];
  return rows.map((row) => listedMarket(row, { lots: lots.get(row.id) ?? [], holders, rules }));
}

export interface ListTotals {
  markets: number;
  due: number;
  done: number;
}

/** What the line above the table says of everything that is filtered, not of the page alone. */
export async function totalsOf(
  { db }: Context,
  { filters, rules }: { filters: MarketFilters; rules: BoardRules },
): Promise<ListTotals> {
  const ofChosen = sql`l.market_id in (select id from chosen)`;
  const found = await sql<ListTotals>`with chosen as materialized (${chosen({ ...filters, by: 'echeance' }, rules)})
    select (select count(*) from chosen) as markets, coalesce(sum(due), 0)::bigint as due, coalesce(sum(done), 0)::bigint as done
    from (${lotStanding(rules, ofChosen)}) standing`.execute(db);
  return found.rows[0] ?? { markets: 0, due: 0, done: 0 };
}

export async function factsOfMarkets(
  { db }: Context,
  { ids, rules }: { ids: readonly string[]; rules: BoardRules },
): Promise<Map<string, LotFacts[]>> {
  if (ids.length === 0) return new Map();
  const which = sql`l.market_id = any(${ids}::uuid[])`;
  const found = await sql<LotFacts>`select * from (${lotStanding(rules, which)}) standing order by number`.execute(db);
  return Map.groupBy(found.rows, ({ marketId }) => marketId);
}

async function holdersOf({ db }: Context, ids: readonly string[]): Promise<Map<string, string[]>> {
  if (ids.length === 0) return new Map();
  const found = await sql<{ marketId: string; names: string[] }>`
    select p.market_id, array_agg(distinct o.name::text) as names
    from lot_party p join organisation o on o.id = p.organisation_id
    where p.market_id = any(${ids}::uuid[]) and p.role in ('holder', 'lead') and p.ended_on is null
    group by p.market_id`.execute(db);
  return new Map(found.rows.map(({ marketId, names }) => [marketId, names]));
}

function listedMarket(
  { id, reference, object, departmentCode, state, endsOn, buyer }: Unjudged,
  { lots, holders, rules }: { lots: readonly LotFacts[]; holders: Map<string, string[]>; rules: BoardRules },
): ListedMarket {
  const { due, done, expected, status } = wholeOf(
    lots.map((lot) => progressOf(progressFacts(lot, rules.today), rulesOfLot(lot, rules).thresholds)),
  );
  return {
    id,
    reference,
    object,
    departmentCode,
    state,
    endsOn,
    buyer,
    due,
    done,
    expected,
    holders: holders.get(id) ?? [],
    standing: standingOf(state, status),
  };
}

/** Hers by the lots her structure entrusted to her. */
const entrustedToMe = sql`exists (select from lot_assignment a where a.market_id = asked.id
  and a.organisation_id = current_organisation() and a.account_id = current_account()
  and (a.until_day is null or a.until_day >= paris_today()))`;

/** The markets the filters keep; the rate is counted only when the list is sorted by it. */
function chosen(filters: MarketFilters, rules: BoardRules): RawBuilder<BareMarket> {
  const ofMarket = lotStanding(rules, sql`l.market_id = asked.id`);
  const rate =
    filters.by === 'heures'
      ? sql`coalesce((select (sum(done) * 10000 / nullif(sum(due), 0))::bigint from (${ofMarket}) counted), -1)`
      : sql`0`;
  const conditions = [
    ...(filters.mine ? [entrustedToMe] : []),
    ...(filters.group === null ? [] : [inGroup(filters.group, ofMarket)]),
    ...(filters.turnOf == null ? [] : [sql`asked.state in (${sql.join(marketStatesOf(filters.turnOf))})`]),
    ...(filters.department === '' ? [] : [sql`asked.department_code = ${filters.department}`]),
    ...filters.words.map(saysWord),
  ];
  const where = conditions.length === 0 ? sql`true` : sql.join(conditions, sql` and `);
  return sql<BareMarket>`select asked.id, asked.reference, asked.object, asked.department_code, asked.state, asked.ends_on,
      coalesce(asked.ends_on, '9999-12-31'::date) as deadline, coalesce(o.name, '') as buyer, ${rate} as rate
    from market asked left join organisation o on o.id = asked.buyer_id where ${where}`;
}

function inGroup(group: NonNullable<MarketFilters['group']>, ofMarket: RawBuilder<LotFacts>) {
  if (group !== 'to-watch') return sql`asked.state in (${sql.join(statesOfGroup[group])})`;
  return sql`asked.state = 'running' and exists (select from (${ofMarket}) judged_lot where status in ('late', 'to-watch'))`;
}

/** Each word is somewhere: reference, object, buyer, whom it is bought for, or anybody at work on it; without accents nor case. */
function saysWord(word: string): RawBuilder<unknown> {
  const pattern = likePattern(word);
  return sql`(unaccent(asked.reference || ' ' || asked.object || ' ' || asked.bought_for || ' ' || coalesce(o.name, '')) ilike unaccent(${pattern})
    or exists (select from lot_party p join organisation held on held.id = p.organisation_id
      where p.market_id = asked.id and p.ended_on is null and unaccent(held.name) ilike unaccent(${pattern})))`;
}
