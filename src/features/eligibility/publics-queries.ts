/** Reads and writes what a market changes in the list of publics. */
import type { Day } from '#domain/day.ts';
import type { MarketPublicRule, PublicEffect } from '#domain/market-publics.ts';
import type { Context } from '#http/context.ts';

export interface PublicRuleRow extends MarketPublicRule {
  id: string;
  marketId: string;
  lotNumber: number | null;
  source: string;
  removedAt: Date | null;
  by: string | null;
}

function rules({ db }: Context) {
  return db
    .selectFrom('marketEligibilityRule as r')
    .leftJoin('lot', 'lot.id', 'r.lotId')
    .leftJoin('organisation', 'organisation.id', 'r.organisationId')
    .select(['r.id', 'r.marketId', 'r.lotId', 'r.effect', 'r.criterion', 'r.label', 'r.shareBasisPoints'])
    .select(['r.fromDay', 'r.untilDay', 'r.source', 'r.removedAt', 'lot.number as lotNumber'])
    .select('organisation.name as by');
}

export function listPublicRules(ctx: Context, marketId: string): Promise<PublicRuleRow[]> {
  return rules(ctx)
    .where('r.marketId', '=', marketId)
    .where('r.removedAt', 'is', null)
    .orderBy('r.createdAt')
    .execute();
}

export async function findPublicRule(ctx: Context, id: string): Promise<PublicRuleRow | null> {
  return (await rules(ctx).where('r.id', '=', id).executeTakeFirst()) ?? null;
}

export async function insertPublicRule(
  { db, now }: Context,
  rule: {
    marketId: string;
    lotId: string | null;
    organisationId: string;
    effect: PublicEffect;
    criterion: string;
    label: string;
    shareBasisPoints: number | null;
    fromDay: Day;
    untilDay: Day | null;
    source: string;
    createdBy: string | null;
  },
): Promise<string> {
  const { id } = await db
    .insertInto('marketEligibilityRule')
    .values({ ...rule, createdAt: now })
    .returning('id')
    .executeTakeFirstOrThrow();
  return id;
}

export async function setRemoved(
  { db }: Context,
  { id, removedAt }: { id: string; removedAt: Date | null },
): Promise<void> {
  await db.updateTable('marketEligibilityRule').set({ removedAt }).where('id', '=', id).execute();
}

export interface MarketOfPublics {
  id: string;
  object: string;
  managed: boolean;
  lots: { id: string; number: number; title: string }[];
}

export async function findMarketOfPublics(ctx: Context, id: string): Promise<MarketOfPublics | null> {
  const { db, actor } = ctx;
  const market = await db
    .selectFrom('market')
    .select(['id', 'object', 'keeperId', 'buyerId'])
    .where('id', '=', id)
    .executeTakeFirst();
  if (market === undefined) return null;
  const lots = await db
    .selectFrom('lot')
    .select(['id', 'number', 'title'])
    .where('marketId', '=', id)
    .orderBy('number')
    .execute();
  const own = 'organisation' in actor ? actor.organisation : null;
  const access = await db
    .selectFrom('lotAccess')
    .select('lotId')
    .where('marketId', '=', id)
    .where('organisationId', '=', own)
    .where('capacity', 'in', ['keeper', 'buyer', 'facilitator'])
    .executeTakeFirst();
  const managed = access !== undefined || market.keeperId === own || market.buyerId === own;
  return { id: market.id, object: market.object, managed, lots };
}
