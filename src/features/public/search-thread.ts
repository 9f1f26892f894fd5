/** What the search finds on the main thread: markets and lots, people for who follows them, companies met. */
import { may } from '#domain/access.ts';
import type { Context } from '#http/context.ts';
import { searchCompanies, searchMarkets, searchPeople } from './search-thread-queries.ts';
import type { SearchResult } from './search-result.ts';

export async function marketResults(ctx: Context, query: string): Promise<SearchResult[]> {
  if (!may(ctx.actor, 'market.read').allowed) return [];
  const rows = await searchMarkets(ctx, query);
  return rows.map(({ id, object, reference, buyer, lot }) => ({
    label: object,
    detail: [reference, buyer, lot].filter(Boolean).join(', '),
    group: 'Marchés',
    href: `/marches/${id}`,
  }));
}

export async function personResults(ctx: Context, query: string): Promise<SearchResult[]> {
  if (!may(ctx.actor, 'person.read').allowed) return [];
  const rows = await searchPeople(ctx, query);
  return rows.map(({ id, givenName, familyName, commune }) => ({
    label: `${givenName} ${familyName}`,
    detail: commune,
    group: 'Personnes',
    href: `/personnes/${id}`,
  }));
}

/** Each leads to the markets it holds or works on. */
export async function companyResults(ctx: Context, query: string): Promise<SearchResult[]> {
  if (!may(ctx.actor, 'market.read').allowed) return [];
  const rows = await searchCompanies(ctx, query);
  return rows.map(({ name, city }) => ({
    label: name,
    detail: city,
    group: 'Entreprises et structures',
    href: `/marches?q=${encodeURIComponent(name)}`,
  }));
}
