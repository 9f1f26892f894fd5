/** Where the people a prescriber follows live, and how near a post they are: numbers, no names. */
import { sql } from 'kysely';
import { nearnessOf } from '#domain/suggestion.ts';
import type { Nearness } from '#domain/suggestion.ts';
import type { Context } from '#http/context.ts';
import type { OfferRow } from './queries.ts';

export interface OwnPlace {
  commune: string;
  communeCode: string;
  people: number;
}

/** Where the people this prescriber follows live: numbers, no names. */
export async function listOwnPlaces({ db }: Context): Promise<OwnPlace[]> {
  const found = await sql<OwnPlace>`
    select commune, commune_code, count(*) as people from people_i_follow()
    where commune <> '' group by 1, 2 limit 2000`.execute(db);
  return found.rows;
}

const order: readonly Nearness[] = ['commune', 'department', 'unknown', 'elsewhere'];

/** The nearest of them, and how many live that near. */
export function nearestOwn(post: OfferRow, places: readonly OwnPlace[]): { near: Nearness; people: number } | null {
  const measured = places.map((place) => ({ near: nearnessOf(post, place), people: place.people }));
  const best = order.find((each) => measured.some(({ near }) => near === each));
  if (best === undefined) return null;
  const people = measured.filter(({ near }) => near === best).reduce((sum, each) => sum + each.people, 0);
  return { near: best, people };
}

export function nearerFirst(one: ReturnType<typeof nearestOwn>, other: ReturnType<typeof nearestOwn>): number {
  const place = (nearest: ReturnType<typeof nearestOwn>) =>
    nearest === null ? order.length : order.indexOf(nearest.near);
  return place(one) - place(other);
}
