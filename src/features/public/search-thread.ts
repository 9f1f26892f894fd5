/** What the search finds on the main thread: markets, lots and operations, people for who follows them, companies met, receipts of declarations. */
import { may } from '#domain/access.ts';
import { organisationOf } from '#domain/actor.ts';
import { formatMonth } from '#domain/month.ts';
import type { Context } from '#http/context.ts';
import {
  searchCompanies,
  searchMarkets,
  searchOperations,
  searchPeople,
  searchReceipts,
} from './search-thread-queries.ts';
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

/** Each leads to its page where one looks after its lots, else to the markets it works on. */
export async function companyResults(ctx: Context, query: string): Promise<SearchResult[]> {
  if (!may(ctx.actor, 'market.read').allowed) return [];
  const opens = may(ctx.actor, 'party.read').allowed;
  const rows = await searchCompanies(ctx, query);
  return rows.map(({ id, name, city, managed }) => ({
    label: name,
    detail: city,
    group: 'Entreprises et structures',
    href: opens && managed ? `/entreprises/${id}` : `/marches?q=${encodeURIComponent(name)}`,
  }));
}

export async function operationResults(ctx: Context, query: string): Promise<SearchResult[]> {
  if (!may(ctx.actor, 'market.read').allowed) return [];
  const rows = await searchOperations(ctx, query);
  return rows.map(({ id, name, reference, buyer }) => ({
    label: name,
    detail: [reference, buyer].filter(Boolean).join(', '),
    group: 'Opérations',
    href: `/operations/${id}`,
  }));
}

/** The number of a receipt, for who checks the declaration and who sent it. */
export async function receiptResults(ctx: Context, query: string): Promise<SearchResult[]> {
  const reviews = may(ctx.actor, 'hours.review').allowed;
  if (!reviews && !may(ctx.actor, 'hours.declare').allowed) return [];
  const rows = await searchReceipts(ctx, query);
  return rows
    .filter(({ companyId }) => reviews || companyId === organisationOf(ctx.actor))
    .map(({ id, month, company, object, lotNumber }) => ({
      label: `${company}, ${formatMonth(month)}`,
      detail: `${object}, lot ${lotNumber}`,
      group: 'Déclarations',
      href: reviews ? `/heures/${id}` : `/declarations/${id}`,
    }));
}
