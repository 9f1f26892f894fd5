/** One question, all the places one may go: pages, markets, people, companies, points of contact, colleagues. */
import { may } from '#domain/access.ts';
import { visible } from '#domain/fields.ts';
import { isPosition, positions } from '#domain/position.ts';
import { cleanText, foldForSearch } from '#domain/text.ts';
import type { Context } from '#http/context.ts';
import { searchContacts, searchMembers } from './search-queries.ts';
import type { SearchResult } from './search-result.ts';
import { companyResults, marketResults, operationResults, personResults, receiptResults } from './search-thread.ts';

/** Below this, names would all match. */
const shortest = 2;

const ownPages = [
  { label: 'Mon compte', href: '/compte' },
  { label: 'Sécurité du compte', href: '/compte/securite' },
  { label: 'Changer de mot de passe', href: '/compte/securite/mot-de-passe' },
  { label: 'Changer d’organisation', href: '/compte/organisation' },
  { label: 'Historique des messages', href: '/messages' },
  { label: 'Aide', href: '/aide' },
  { label: 'Qui peut faire quoi', href: '/droits' },
];

/** Opened from the account menu and from the lists of markets. */
const pagesOfMenu = [
  { label: 'Mon calendrier', href: '/calendrier', permission: 'view.keep' },
  { label: 'Mes vues', href: '/vues', permission: 'view.keep' },
  { label: 'Opérations', href: '/operations', permission: 'market.read' },
  { label: 'Programmes', href: '/programmes', permission: 'market.read' },
] as const;

export function readQuery(typed: string | null): string {
  const read = cleanText((typed ?? '').slice(0, 100));
  return read.ok ? read.value : '';
}

export async function search(ctx: Context, query: string): Promise<SearchResult[]> {
  const pages = searchPages(ctx, query);
  if (query.length < shortest || ctx.actor.kind !== 'member') return pages;
  const thread = [
    ...(await marketResults(ctx, query)),
    ...(await operationResults(ctx, query)),
    ...(await receiptResults(ctx, query)),
    ...(await personResults(ctx, query)),
    ...(await companyResults(ctx, query)),
  ];
  return [...pages, ...thread, ...(await contactResults(ctx, query)), ...(await memberResults(ctx, query))];
}

/** With nothing typed, the whole menu: it is also a way to go somewhere. */
function searchPages({ actor, house }: Context, query: string): SearchResult[] {
  const wanted = foldForSearch(query);
  const menu = house.navigation(actor).map(({ label, href }) => ({ label, href }));
  const kept = pagesOfMenu.filter(({ permission }) => may(actor, permission).allowed);
  return [...menu, ...kept.map(({ label, href }) => ({ label, href })), ...ownPages]
    .filter(({ label }) => foldForSearch(label).includes(wanted))
    .map((page) => ({ ...page, group: 'Aller à' }));
}

async function contactResults(ctx: Context, query: string): Promise<SearchResult[]> {
  if (!may(ctx.actor, 'contact.read').allowed) return [];
  const rows = await searchContacts(ctx, query);
  return rows.flatMap((row) => {
    const { label, organisationName, email, phone } = visible(ctx.actor, 'contact', {
      row,
      organisation: row.organisationId,
    });
    if (label === undefined) return [];
    const detail = [organisationName, email === '' ? phone : email].filter(Boolean).join(', ');
    return [{ label, detail, group: 'Points de contact', href: `/contacts?q=${encodeURIComponent(label)}` }];
  });
}

async function memberResults(ctx: Context, query: string): Promise<SearchResult[]> {
  if (!may(ctx.actor, 'member.read').allowed) return [];
  const rows = await searchMembers(ctx, query);
  return rows.flatMap((row) => {
    const { name, position } = visible(ctx.actor, 'member', {
      row,
      organisation: row.organisationId,
      account: row.account,
    });
    if (name === undefined) return [];
    const detail = position !== undefined && isPosition(position) ? positions[position].label : '';
    return [{ label: name, detail, group: 'Membres', href: '/organisation/membres' }];
  });
}
