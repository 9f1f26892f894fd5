/** What the long lists of the market forms propose: as data for the browser, or drawn in the page without scripts. */
import type { Context } from '#http/context.ts';
import type { PageRequest } from '#http/route.ts';
import type { Found } from './organisation-queries.ts';
import { searchFrameworks, searchOperations, searchOrganisations } from './organisation-queries.ts';

export type Matches = Partial<Record<string, readonly Found[]>>;

const lists: Record<string, (ctx: Context, text: string) => Promise<Found[]>> = {
  buyerId: (ctx, text) => searchOrganisations(ctx, { text, kinds: ['buyer'] }),
  operationId: searchOperations,
  parentId: searchFrameworks,
};

export const listSource = (name: 'buyerId' | 'operationId' | 'parentId') =>
  `/marches/nouveau/propositions?liste=${name}`;

export async function proposeMatches({ ctx, query }: PageRequest): Promise<Response> {
  const options = await find(ctx, query.get('liste') ?? '', query.get('q') ?? '');
  return Response.json({ options }, { headers: { 'cache-control': 'no-store' } });
}

/** The button "Chercher" says which list; nothing is searched otherwise. */
export async function searchedMatches({ ctx, form }: PageRequest): Promise<Matches> {
  const name = String(form.values['chercher'] ?? '');
  if (!Object.hasOwn(lists, name)) return {};
  return { [name]: await find(ctx, name, String(form.values[`${name}-texte`] ?? '')) };
}

async function find(ctx: Context, name: string, typed: string): Promise<Found[]> {
  const text = typed.normalize('NFC').replaceAll('\0', '').trim().slice(0, 100);
  const search = Object.hasOwn(lists, name) ? lists[name] : undefined;
  return search === undefined || text.length < 2 || !text.isWellFormed() ? [] : search(ctx, text);
}
