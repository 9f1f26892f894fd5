/** What stands above a market, its framework agreement and its operation, must be seen and of the same buyer. */
import { checkParent } from '#domain/market-shape.ts';
import type { Result } from '#domain/result.ts';
import { done, refuse } from '#domain/result.ts';
import type { Context } from '#http/context.ts';
import type { MarketFields } from './input.ts';
import { findMarket, findOperation } from './queries.ts';

export async function checkPlace(
  ctx: Context,
  {
    id,
    kind,
    parentId,
    operationId,
    buyerId,
  }: Pick<MarketFields, 'kind' | 'parentId' | 'operationId'> & { id?: string; buyerId: string },
): Promise<Result<null>> {
  const parent = parentId === null ? null : await findMarket(ctx, parentId);
  if (parentId !== null && parent === null) return refuse('parent-unfit', { field: 'parentId' });
  const checked = checkParent({
    kind,
    parent:
      parent === null ? null : { kind: parent.kind, sameBuyer: parent.buyerId === buyerId, itself: parent.id === id },
  });
  if (!checked.ok) return checked;
  if (operationId === null) return done(null);
  const operation = await findOperation(ctx, operationId);
  return operation?.buyerId === buyerId ? done(null) : refuse('value-unlisted', { field: 'operationId' });
}
