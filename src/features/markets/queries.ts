/** Reads and writes markets and lots; row security keeps to those the current organisation has a role on. */
import { randomUUID } from 'node:crypto';
import type { Day } from '#domain/day.ts';
import type { LotState } from '#domain/lot-state.ts';
import type { MarketState } from '#domain/market-state.ts';
import { accountOf } from '#domain/actor.ts';
import type { Context } from '#http/context.ts';
import type { MarketFields } from './input.ts';

export interface MarketRow extends MarketFields {
  id: string;
  keeperId: string;
  buyerId: string;
  state: MarketState;
  version: number;
}

export const marketColumns = [
  'market.id',
  'market.keeperId',
  'market.buyerId',
  'market.operationId',
  'market.parentId',
  'market.boughtFor',
  'market.kind',
  'market.vehicle',
  'market.reference',
  'market.object',
  'market.cpv',
  'market.ccag',
  'market.derogatesCcag',
  'market.departmentCode',
  'market.communeCode',
  'market.place',
  'market.consultationOn',
  'market.notifiedOn',
  'market.startsOn',
  'market.endsOn',
  'market.state',
  'market.version',
] as const;

export async function findMarket({ db }: Context, id: string): Promise<MarketRow | null> {
  const row = await db.selectFrom('market').select(marketColumns).where('id', '=', id).executeTakeFirst();
  return row ?? null;
}

/** Row security lets only those who look after it hold it. */
export async function lockMarket({ db }: Context, id: string): Promise<MarketRow | null> {
  const row = await db.selectFrom('market').select(marketColumns).where('id', '=', id).forUpdate().executeTakeFirst();
  return row ?? null;
}

export async function insertMarket(
  { db, now }: Context,
  market: MarketFields & { keeperId: string; buyerId: string; state: MarketState },
): Promise<string> {
  const id = randomUUID();
  await db
    .insertInto('market')
    .values({ id, ...market, stateSince: now, createdAt: now })
    .execute();
  return id;
}

export async function updateMarket(
  { db }: Context,
  { id, version, ...fields }: Partial<MarketFields> & { id: string; version: number },
): Promise<void> {
  await db
    .updateTable('market')
    .set({ ...fields, version: version + 1 })
    .where('id', '=', id)
    .execute();
}

export async function setMarketState(
  { db, now }: Context,
  { id, version, state, ...days }: { id: string; version: number; state: MarketState } & StepDays,
): Promise<void> {
  await db
    .updateTable('market')
    .set({ state, ...days, stateSince: now, version: version + 1 })
    .where('id', '=', id)
    .execute();
}

/** The days of a market that a step itself writes. */
export interface StepDays {
  notifiedOn?: Day | null;
  startsOn?: Day | null;
}

export async function insertStep(
  { db, now, actor }: Context,
  step: { marketId: string; state: MarketState; onDay: Day; reason: string },
): Promise<void> {
  await db
    .insertInto('marketStep')
    .values({ ...step, accountId: accountOf(actor), createdAt: now })
    .execute();
}

export function lotStatesOf({ db }: Context, marketId: string): Promise<{ state: LotState }[]> {
  return db.selectFrom('lot').select('state').where('marketId', '=', marketId).execute();
}

export async function findOperation(
  { db }: Context,
  id: string,
): Promise<{ id: string; buyerId: string; name: string } | null> {
  const row = await db
    .selectFrom('operation')
    .select(['id', 'buyerId', 'name'])
    .where('id', '=', id)
    .executeTakeFirst();
  return row ?? null;
}
