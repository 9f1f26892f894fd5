/** Where a rule is read and set: for the whole organisation, for a market, or for a lot. */
import { may } from '#domain/access.ts';
import { organisationOf } from '#domain/actor.ts';
import type { SettingLevel } from '#db/counting-settings.ts';
import type { Context } from '#http/context.ts';
import type { PageRequest } from '#http/route.ts';
import { findLotPlace, findMarketPlace, managesMarket } from './queries.ts';

export interface RulePlace {
  kind: 'organisation' | 'market' | 'lot';
  organisation: string;
  marketId: string | null;
  lotId: string | null;
  title: string;
  /** The address of the list of its rules. */
  path: string;
  trail: { href: string; label: string }[];
  writes: boolean;
  /** The level a setting written here has. */
  level: SettingLevel;
}

/** From the address: /organisation/regles, /marches/:id/regles, /lots/:id/regles. */
export async function placeOf({
  ctx,
  url,
  params,
}: Pick<PageRequest, 'ctx' | 'url' | 'params'>): Promise<RulePlace | null> {
  if (url.startsWith('/organisation/')) return organisationPlace(ctx);
  const id = params['id'] ?? '';
  return url.startsWith('/lots/') ? lotPlace(ctx, id) : marketPlace(ctx, id);
}

export function organisationPlace(ctx: Context): RulePlace | null {
  const organisation = organisationOf(ctx.actor);
  if (organisation === null) return null;
  const isBuyer = 'organisationKind' in ctx.actor && ctx.actor.organisationKind === 'buyer';
  return {
    kind: 'organisation',
    organisation,
    marketId: null,
    lotId: null,
    title: 'Tous les marchés de votre organisation',
    path: '/organisation/regles',
    trail: [{ href: '/organisation', label: 'Mon organisation' }],
    writes: may(ctx.actor, 'counting.organisation').allowed,
    level: isBuyer ? 'buyer' : 'organisation',
  };
}

export async function marketPlace(ctx: Context, id: string): Promise<RulePlace | null> {
  const organisation = organisationOf(ctx.actor);
  const market = await findMarketPlace(ctx, id);
  if (organisation === null || market === null) return null;
  return {
    kind: 'market',
    organisation,
    marketId: id,
    lotId: null,
    title: market.object,
    path: `/marches/${id}/regles`,
    trail: [
      { href: '/marches', label: 'Marchés' },
      { href: `/marches/${id}`, label: market.object },
    ],
    writes: may(ctx.actor, 'counting.market').allowed && (await managesMarket(ctx, id)),
    level: 'market',
  };
}

export async function lotPlace(ctx: Context, id: string): Promise<RulePlace | null> {
  const organisation = organisationOf(ctx.actor);
  const lot = await findLotPlace(ctx, id);
  if (organisation === null || lot === null) return null;
  const { marketId, object, number, title } = lot;
  return {
    kind: 'lot',
    organisation,
    marketId,
    lotId: id,
    title: `Lot ${number}, ${title}`,
    path: `/lots/${id}/regles`,
    trail: [
      { href: `/marches/${marketId}`, label: object },
      { href: `/lots/${id}/heures`, label: `Lot ${number}, heures` },
    ],
    writes: may(ctx.actor, 'counting.market').allowed && (await managesMarket(ctx, marketId)),
    level: 'lot',
  };
}

/** As db/counting-settings.ts looks for it. */
export function countingPlace({ organisation, marketId, lotId }: RulePlace) {
  if (marketId === null) return { organisation };
  return lotId === null ? { organisation, market: marketId } : { organisation, lot: { lotId, marketId } };
}
