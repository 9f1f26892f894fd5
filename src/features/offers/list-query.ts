/** One page of job sheets: those to act on, open, over; the nearest closing day first. */
import { sql } from 'kysely';
import { isDay } from '#domain/day.ts';
import type { KeysetPage, KeysetQuery } from '#db/keyset.ts';
import { keysetPage } from '#db/keyset.ts';
import { likePattern, unaccented } from '#db/search.ts';
import type { Context } from '#http/context.ts';
import type { OfferRow } from './queries.ts';
import { offers } from './queries.ts';

export const offersPerPage = 50;
export const offerViews = ['en-cours', 'a-traiter', 'pourvus', 'termines'] as const;
export type OfferView = (typeof offerViews)[number];

export interface OfferQuery {
  search: string;
  view: OfferView;
  lot?: string | undefined;
}

export function listOffers(
  ctx: Context,
  query: OfferQuery & Omit<KeysetQuery, 'direction'>,
): Promise<KeysetPage<OfferRow>> {
  const late = query.view === 'pourvus' || query.view === 'termines';
  return keysetPage(filtered(ctx, query), {
    ...query,
    direction: late ? 'descending' : 'ascending',
    by: 'o.closesOn',
    id: 'o.id',
    placeOf: ({ id, closesOn }) => ({ id, value: closesOn }),
    holds: isDay,
  });
}

function filtered(ctx: Context, { search, view, lot }: OfferQuery) {
  let rows = offers(ctx).where(sql<boolean>`current_organisation() in (o.company_id, o.facilitator_id)`);
  if (lot !== undefined) rows = rows.where('o.lotId', '=', lot);
  if (search !== '') {
    rows = rows.where((where) =>
      where.or([
        unaccented('o.title', likePattern(search)),
        unaccented('o.commune', likePattern(search)),
        unaccented('company.name', likePattern(search)),
      ]),
    );
  }
  if (view === 'en-cours') return rows.where('o.state', 'in', ['draft', 'open']);
  if (view === 'a-traiter') {
    return rows
      .where('o.state', '=', 'open')
      .where((where) =>
        where.or([where('counts.toPresent', '>', 0), where('counts.waiting', '>', 0), where('o.spreadAt', 'is', null)]),
      );
  }
  return view === 'pourvus'
    ? rows.where('o.state', '=', 'filled')
    : rows.where('o.state', 'in', ['closed', 'cancelled']);
}
