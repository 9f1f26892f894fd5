/** Reads and writes the figures of a market, in their own table: row security shows each to whom it may be shown. */
import { randomUUID } from 'node:crypto';
import { accountOf } from '#domain/actor.ts';
import type { Day } from '#domain/day.ts';
import type { AmountNature, AmountOrigin } from '#domain/market-words.ts';
import type { Cents } from '#domain/money.ts';
import type { Context } from '#http/context.ts';

export interface AmountRow {
  id: string;
  lotId: string | null;
  nature: AmountNature;
  origin: AmountOrigin;
  cents: Cents | null;
  basisPoints: number | null;
  onDay: Day;
  source: string;
  createdAt: Date;
}

const shownAtMost = 200;

/** The latest known first. */
export function listAmounts({ db }: Context, marketId: string): Promise<AmountRow[]> {
  return db
    .selectFrom('marketAmount')
    .select(['id', 'lotId', 'nature', 'origin', 'cents', 'basisPoints', 'onDay', 'source', 'createdAt'])
    .where('marketId', '=', marketId)
    .where('withdrawnAt', 'is', null)
    .orderBy('onDay', 'desc')
    .orderBy('createdAt', 'desc')
    .limit(shownAtMost)
    .execute();
}

export async function insertAmount(
  { db, now, actor }: Context,
  amount: Omit<AmountRow, 'id' | 'createdAt'> & { marketId: string },
): Promise<string> {
  const id = randomUUID();
  await db
    .insertInto('marketAmount')
    .values({ id, ...amount, createdBy: accountOf(actor), createdAt: now })
    .execute();
  return id;
}

/** The last figure this account typed on the market since then, if it still counts. */
export async function lastOwnAmount(
  { db, actor }: Context,
  { marketId, since }: { marketId: string; since: Date },
): Promise<string | null> {
  const row = await db
    .selectFrom('marketAmount')
    .select('id')
    .where('marketId', '=', marketId)
    .where('createdBy', '=', accountOf(actor) ?? '')
    .where('createdAt', '>=', since)
    .where('withdrawnAt', 'is', null)
    .orderBy('createdAt', 'desc')
    .orderBy('id')
    .limit(1)
    .executeTakeFirst();
  return row?.id ?? null;
}

export async function withdrawAmount({ db, now }: Context, id: string): Promise<void> {
  await db.updateTable('marketAmount').set({ withdrawnAt: now }).where('id', '=', id).execute();
}

/** The figure of a lot, else that of its market. */
export function latestOf(
  amounts: readonly AmountRow[],
  { lotId, nature }: { lotId: string | null; nature: AmountNature },
): AmountRow | undefined {
  const same = amounts.filter((amount) => amount.nature === nature);
  return same.find((amount) => amount.lotId === lotId) ?? same.find((amount) => amount.lotId === null);
}

export async function latestEstimate(
  ctx: Context,
  { id, marketId }: { id: string; marketId: string },
): Promise<Cents | null> {
  const amounts = await listAmounts(ctx, marketId);
  return latestOf(amounts, { lotId: id, nature: 'estimate' })?.cents ?? null;
}
