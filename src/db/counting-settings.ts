/** The settings of counting that apply to a place, nearest first: the lot, its market, the buyer, the structure that counts it. */
import { sql } from 'kysely';
import type { RuleLevel } from '#domain/dated-rules.ts';
import type { Day } from '#domain/day.ts';
import type { Transaction } from './transaction.ts';

/** Where settings are looked for. organisation: whose settings hold when no market is named. */
export interface CountingPlace {
  organisation: string;
  market?: string | undefined;
  lot?: { lotId: string; marketId: string } | undefined;
}

export type SettingLevel = Extract<RuleLevel, 'lot' | 'market' | 'buyer' | 'organisation'>;

export interface SettingRow {
  id: string;
  level: SettingLevel;
  organisationId: string;
  code: string;
  value: unknown;
  fromDay: Day;
  untilDay: Day | null;
  source: string;
  /** The order among those of one level, one rule and one first day: the last one holds. */
  revision: number;
  createdBy: string | null;
  createdAt: Date;
  withdrawnAt: Date | null;
}

export interface CountingHouses {
  buyer: string | null;
  /** The structure that leads on the lot today, else whoever keeps the market. */
  house: string;
}

/** Withdrawn ones too, for the history; their place among the revisions never changes. */
export async function readSettings({ db }: { db: Transaction }, place: CountingPlace): Promise<SettingRow[]> {
  const { buyer, house } = await housesOf({ db }, place);
  const market = marketOf(place);
  const lot = place.lot?.lotId ?? null;
  const found = await sql<Omit<SettingRow, 'revision'>>`
    select id, ${levelFor(sql`${buyer}::uuid`)} as level,
      organisation_id, code, value, from_day, until_day, source, created_by, created_at, withdrawn_at
    from counting_setting s
    where (market_id is null and organisation_id in (${house}::uuid, ${buyer}::uuid))
      or (market_id = ${market}::uuid and (lot_id is null or lot_id = ${lot}::uuid))
    order by created_at, id`.execute(db);
  return withRevisions(found.rows);
}

export interface PlacedLot {
  lotId: string;
  marketId: string;
}

/** The same, lot by lot, for many lots at once. */
export async function readLotSettings(
  { db }: { db: Transaction },
  { organisation, lots }: { organisation: string; lots: readonly PlacedLot[] },
): Promise<Map<string, SettingRow[]>> {
  const markets = new Map(lots.map(({ lotId, marketId }) => [lotId, marketId]));
  if (markets.size === 0) return new Map();
  const place = sql`unnest(${[...markets.keys()]}::uuid[], ${[...markets.values()]}::uuid[])`;
  const found = await sql<Omit<SettingRow, 'revision'> & { lotId: string }>`
    select place.lot_id, s.id, ${levelFor(sql`place.buyer`)} as level,
      s.organisation_id, s.code, s.value, s.from_day, s.until_day, s.source, s.created_by, s.created_at, s.withdrawn_at
    from (
      select asked.lot_id, asked.market_id, m.buyer_id as buyer,
        case when m.id is null then ${organisation}::uuid else ${leadOf(sql`m.id`, sql`asked.lot_id`)} end as house
      from ${place} as asked (lot_id, market_id) left join market m on m.id = asked.market_id
    ) place
    join counting_setting s on (s.market_id is null and s.organisation_id in (place.house, place.buyer))
      or (s.market_id = place.market_id and (s.lot_id is null or s.lot_id = place.lot_id))
    order by s.created_at, s.id`.execute(db);
  const settings = Map.groupBy(found.rows, ({ lotId }) => lotId);
  return new Map([...markets.keys()].map((lot) => [lot, withRevisions(settings.get(lot) ?? [])]));
}

/** Of counting_setting called s. */
function levelFor(buyer: ReturnType<typeof sql>) {
  return sql`case when s.lot_id is not null then 'lot' when s.market_id is not null then 'market'
    when s.organisation_id = ${buyer} then 'buyer' else 'organisation' end`;
}

function withRevisions(rows: readonly Omit<SettingRow, 'revision'>[]): SettingRow[] {
  const revisions = new Map<string, number>();
  return rows.map((row) => {
    const key = `${row.level}/${row.code}/${row.fromDay}`;
    const revision = (revisions.get(key) ?? 0) + 1;
    revisions.set(key, revision);
    return { ...row, revision };
  });
}

/** Source: domain.md §3.3: lot, market, buyer, then the structure; a contributor counts as the lead of the lot does. */
export async function housesOf({ db }: { db: Transaction }, place: CountingPlace): Promise<CountingHouses> {
  const market = marketOf(place);
  const nobody = { buyer: null, house: place.organisation };
  if (market === null) return nobody;
  const found = await sql<CountingHouses>`
    select m.buyer_id as buyer, ${leadOf(sql`m.id`, place.lot === undefined ? null : sql`${place.lot.lotId}::uuid`)} as house
    from market m where m.id = ${market}`.execute(db);
  return found.rows[0] ?? nobody;
}

/** Of a lot, or of the first lot of a market when none is named; m is the market. */
export function leadOf(market: ReturnType<typeof sql>, lot: ReturnType<typeof sql> | null) {
  const which = lot === null ? sql`true` : sql`led.lot_id = ${lot}`;
  return sql<string>`coalesce((select led.organisation_id from lot_assignment led join lot first on first.id = led.lot_id
    where led.market_id = ${market} and led.role = 'lead' and ${which}
      and (led.until_day is null or led.until_day >= paris_today())
    order by first.number limit 1), m.keeper_id)`;
}

function marketOf({ lot, market }: CountingPlace): string | null {
  return lot?.marketId ?? market ?? null;
}
