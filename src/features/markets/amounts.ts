/** Adds a figure to a market or a lot; nothing is overwritten, the latest counts. */
import { parisDay } from '#domain/day.ts';
import { parseTypedAmount } from '#domain/money.ts';
import type { Cents } from '#domain/money.ts';
import type { Result } from '#domain/result.ts';
import { done, refuse } from '#domain/result.ts';
import { parseTypedShare } from '#domain/typed-share.ts';
import { organisationOf } from '#domain/actor.ts';
import { record } from '#db/audit.ts';
import type { Context } from '#http/context.ts';
import type { NewAmount } from './amount-input.ts';
import { insertAmount, lastOwnAmount, withdrawAmount } from './amount-queries.ts';
import { findLot } from './lot-queries.ts';
import { findMarket } from './queries.ts';

/** The figure itself stays out of the journal, which is read by more people than amounts are. */
export async function addAmount(ctx: Context, input: NewAmount): Promise<Result<{ id: string }>> {
  const market = await findMarket(ctx, input.id);
  const own = organisationOf(ctx.actor);
  if (market === null || (market.buyerId !== own && market.keeperId !== own)) return refuse('not-found');
  const { lotId, nature, origin, onDay, source } = input;
  if (lotId !== null && (await findLot(ctx, lotId))?.marketId !== market.id) {
    return refuse('value-unlisted', { field: 'lotId' });
  }
  if (onDay > parisDay(ctx.now)) return refuse('amount-day-future', { field: 'onDay' });
  const value = valueOf(input);
  if (!value.ok) return { ...value, field: 'amount' };
  const kept = { lotId, nature, origin, onDay, source };
  const id = await insertAmount(ctx, { marketId: market.id, ...kept, ...value.value });
  await record(ctx, {
    action: 'amount.added',
    subjectType: 'market',
    subjectId: market.id,
    after: { id, ...kept },
  });
  return done({ id: market.id });
}

/** Source: choice of the product: a wrong figure is seen within the day; later, a newer figure corrects it. */
const undoHours = 24;

/** Takes back the figure one has just typed. */
export async function undoAmount(ctx: Context, { id: marketId }: { id: string }): Promise<Result<{ id: string }>> {
  const market = await findMarket(ctx, marketId);
  const own = organisationOf(ctx.actor);
  if (market === null || (market.buyerId !== own && market.keeperId !== own)) return refuse('not-found');
  const since = new Date(ctx.now.getTime() - undoHours * 3_600_000);
  const amount = await lastOwnAmount(ctx, { marketId, since });
  if (amount === null) return refuse('already-done');
  await withdrawAmount(ctx, amount);
  await record(ctx, { action: 'amount.withdrawn', subjectType: 'market', subjectId: marketId, after: { id: amount } });
  return done({ id: marketId });
}

function valueOf({ nature, amount }: NewAmount): Result<{ cents: Cents | null; basisPoints: number | null }> {
  if (nature === 'labour-share') {
    const share = parseTypedShare(amount);
    return share.ok ? done({ cents: null, basisPoints: share.value }) : share;
  }
  const cents = parseTypedAmount(amount);
  return cents.ok ? done({ cents: cents.value, basisPoints: null }) : cents;
}
