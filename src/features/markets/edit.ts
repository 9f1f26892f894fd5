/** Changes what a market says, unless somebody changed it meanwhile; its buyer, its state and what is owed are moved elsewhere. */
import { checkMarketDays } from '#domain/market-shape.ts';
import type { Result } from '#domain/result.ts';
import { done, refuse } from '#domain/result.ts';
import { record } from '#db/audit.ts';
import type { Context } from '#http/context.ts';
import type { EditMarket } from './input.ts';
import { checkPlace } from './place.ts';
import { lockMarket, updateMarket } from './queries.ts';
import { marketFieldsOf } from './register.ts';

export async function editMarket(ctx: Context, input: EditMarket): Promise<Result<{ id: string }>> {
  if (input.chercher !== '') return refuse('search-first', { field: input.chercher });
  const before = await lockMarket(ctx, input.id);
  if (before === null) return refuse('not-found');
  if (before.version !== input.version) return refuse('changed-meanwhile');
  const days = checkMarketDays(input);
  if (!days.ok) return days;
  const placed = await checkPlace(ctx, { ...input, buyerId: before.buyerId });
  if (!placed.ok) return placed;
  const after = marketFieldsOf(input);
  await updateMarket(ctx, { id: input.id, version: input.version, ...after });
  await record(ctx, {
    action: 'market.edited',
    subjectType: 'market',
    subjectId: input.id,
    before: { ...marketFieldsOf(before) },
    after: { ...after },
  });
  return done({ id: input.id });
}
