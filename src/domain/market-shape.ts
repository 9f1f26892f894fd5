/** What must hold between the parts of a market: its days in order, and what stands above it. */
import type { MarketDays } from './market-entry.ts';
import type { MarketKind } from './market-words.ts';
import type { Result } from './result.ts';
import { done, refuse } from './result.ts';

export type MarketShapeRefusal =
  | 'market-days-order'
  | 'notified-after-end'
  | 'parent-missing'
  | 'parent-unfit'
  | 'market-needs-framework';

/** A market may start before it is written down, never end before it starts or is notified. */
export function checkMarketDays({ notifiedOn, startsOn, endsOn }: MarketDays): Result<null, MarketShapeRefusal> {
  if (endsOn !== null && startsOn !== null && endsOn < startsOn) {
    return refuse('market-days-order', { field: 'endsOn' });
  }
  if (endsOn !== null && notifiedOn !== null && endsOn < notifiedOn) {
    return refuse('notified-after-end', { field: 'endsOn' });
  }
  return done(null);
}

/** Source: CCP R2162-1 to R2162-14 [memory]: call-offs and purchase orders execute a framework agreement of the same buyer. */
export function checkParent({
  kind,
  parent,
}: {
  kind: MarketKind;
  parent: { kind: MarketKind; sameBuyer: boolean; itself: boolean } | null;
}): Result<null, MarketShapeRefusal> {
  const executes = kind === 'call-off' || kind === 'purchase-order';
  if (parent === null) return executes ? refuse('parent-missing', { field: 'parentId' }) : done(null);
  if (!executes) return refuse('market-needs-framework', { field: 'kind' });
  const fits = parent.kind === 'framework' && parent.sameBuyer && !parent.itself;
  return fits ? done(null) : refuse('parent-unfit', { field: 'parentId' });
}
