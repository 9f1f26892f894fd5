/** Reads where rules are set, and who set them. */
import { sql } from 'kysely';
import type { Day } from '#domain/day.ts';
import type { Context } from '#http/context.ts';

export async function findMarketPlace({ db }: Context, id: string): Promise<{ object: string } | null> {
  return (await db.selectFrom('market').select('object').where('id', '=', id).executeTakeFirst()) ?? null;
}

export async function findLotPlace(
  { db }: Context,
  id: string,
): Promise<{ marketId: string; object: string; number: number; title: string } | null> {
  const row = await db
    .selectFrom('lot')
    .innerJoin('market', 'market.id', 'lot.marketId')
    .select(['lot.marketId', 'market.object', 'lot.number', 'lot.title'])
    .where('lot.id', '=', id)
    .executeTakeFirst();
  return row ?? null;
}

/** As row security will ask of whoever writes. */
export async function managesMarket({ db }: Context, market: string): Promise<boolean> {
  const found = await sql<{ manages: boolean }>`
    select ${market}::uuid in (select my_managed_markets()) as manages`.execute(db);
  return found.rows[0]?.manages === true;
}

export interface OwnSetting {
  id: string;
  organisationId: string;
  marketId: string | null;
  lotId: string | null;
  code: string;
  value: unknown;
  fromDay: Day;
  untilDay: Day | null;
  source: string;
  withdrawnAt: Date | null;
}

/** A setting of one's own organisation; held until the end of the transaction. */
export async function lockOwnSetting({ db }: Context, id: string): Promise<OwnSetting | null> {
  const row = await db
    .selectFrom('countingSetting')
    .select([
      'id',
      'organisationId',
      'marketId',
      'lotId',
      'code',
      'value',
      'fromDay',
      'untilDay',
      'source',
      'withdrawnAt',
    ])
    .where('id', '=', id)
    .where(sql<boolean>`organisation_id = current_organisation()`)
    .forUpdate()
    .executeTakeFirst();
  return row ?? null;
}

/** Names of those who set the rules of one's own organisation; the others are known by their organisation. */
export async function authorsOf({ db }: Context, accounts: readonly string[]): Promise<Map<string, string>> {
  if (accounts.length === 0) return new Map();
  const rows = await db.selectFrom('account').select(['id', 'name']).where('id', 'in', accounts).execute();
  return new Map(rows.map(({ id, name }) => [id, name]));
}

export async function organisationNames({ db }: Context, ids: readonly string[]): Promise<Map<string, string>> {
  if (ids.length === 0) return new Map();
  const rows = await db.selectFrom('organisation').select(['id', 'name']).where('id', 'in', ids).execute();
  return new Map(rows.map(({ id, name }) => [id, name]));
}

export async function countUnsealed(
  { db }: Context,
  { market, lot }: { market: string | null; lot: string | null },
): Promise<number> {
  const found = await sql<{ count: number }>`select unsealed_lines(${market}::uuid, ${lot}::uuid) as count`.execute(db);
  return found.rows[0]?.count ?? 0;
}
