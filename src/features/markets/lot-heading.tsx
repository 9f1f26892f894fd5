/** The top of every page about one lot, and the lot it is about. */
import type { PageRequest } from '#http/route.ts';
import { PageHeading } from '#ui/parts.tsx';
import type { LotRow } from './lot-queries.ts';
import { findLot } from './lot-queries.ts';
import { marketTrail } from './new-page.tsx';
import type { MarketRow } from './queries.ts';
import { findMarket } from './queries.ts';
import { manages } from './seen.ts';

export interface LotPlace {
  lot: LotRow;
  market: MarketRow;
}

/** null: not there, not seen, or not hers to look after. */
export async function managedLot({ ctx, params }: PageRequest): Promise<LotPlace | null> {
  const lot = await findLot(ctx, params['id'] ?? '');
  const market = lot === null ? null : await findMarket(ctx, lot.marketId);
  if (lot === null || market === null || !(await manages(ctx, market.id))) return null;
  return { lot, market };
}

export function LotHeading({
  place: { lot, market },
  title,
  lead,
}: {
  place: LotPlace;
  title: string;
  lead?: string | undefined;
}) {
  return (
    <PageHeading
      title={title}
      breadcrumb={[...marketTrail, { href: `/marches/${market.id}`, label: market.object }]}
      lead={lead ?? `Lot ${lot.number}, ${lot.title}.`}
    />
  );
}
