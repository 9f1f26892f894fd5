/** The address of the list of markets is its state: tab, search, département and sort, read and never trusted. */
import type { Actor } from '#domain/actor.ts';
import type { MarketGroup } from '#domain/market-standing.ts';
import { marketGroups } from '#domain/market-standing.ts';
import { cleanText } from '#domain/text.ts';
import type { Owner } from '#domain/whose-turn.ts';
import { departmentName } from './departments.ts';

export const filterNames = ['q', 'departement'] as const;

export const sortColumns = ['objet', 'acheteur', 'echeance', 'heures'] as const;

export type MarketSort = (typeof sortColumns)[number];

export interface MarketFilters {
  /** Only those with a lot entrusted to the reader herself. */
  mine: boolean;
  group: MarketGroup | null;
  words: readonly string[];
  search: string;
  department: string;
  by: MarketSort;
  /** Only the markets that this side moves next. */
  turnOf?: Owner | null;
}

const yourTurn = 'a-votre-tour';

/** What each tab is called in the address. */
export const tabs: Readonly<Record<string, MarketGroup>> = {
  'en-cours': 'running',
  'a-surveiller': 'to-watch',
  'a-demarrer': 'to-start',
  soldes: 'settled',
};

/** side: a buyer may ask for the markets that wait for her own step. */
export function readMarketFilters(query: URLSearchParams, side: Owner = 'nobody'): MarketFilters {
  const typed = cleanText((query.get('q') ?? '').slice(0, 100));
  const search = typed.ok ? typed.value : '';
  const department = query.get('departement') ?? '';
  const tab = query.get('vue') ?? '';
  const asked = (query.get('tri') ?? '').replace(/^-/u, '');
  return {
    mine: tab === 'miens',
    group: Object.hasOwn(tabs, tab) ? (tabs[tab] ?? null) : null,
    turnOf: tab === yourTurn && side === 'buyer' ? side : null,
    search,
    words: search
      .split(/\s+/u)
      .filter((word) => word !== '')
      .slice(0, 6),
    department: departmentName(department) === undefined ? '' : department,
    by: sortColumns.find((column) => column === asked) ?? 'echeance',
  };
}

export function currentTab({ mine, turnOf, group }: MarketFilters): MarketGroup | 'mine' | 'yours' | null {
  if (mine) return 'mine';
  return turnOf == null ? group : 'yours';
}

export function tabLinks(
  current: MarketGroup | 'operations' | 'mine' | 'yours' | null,
  { side = 'nobody', follows = false }: { side?: Owner; follows?: boolean } = {},
): { href: string; label: string; current: boolean }[] {
  const all = { href: '/marches', label: 'Tous', current: current === null };
  const yours = { href: `/marches?vue=${yourTurn}`, label: 'À votre tour', current: current === 'yours' };
  return [
    all,
    ...(follows ? [{ href: '/marches?vue=miens', label: 'Les miens', current: current === 'mine' }] : []),
    ...(side === 'buyer' ? [yours] : []),
    ...Object.entries(tabs).map(([tab, group]) => ({
      href: `/marches?vue=${tab}`,
      label: marketGroups[group],
      current: current === group,
    })),
    { href: '/operations', label: 'Opérations', current: current === 'operations' },
  ];
}

/** Who the reader is in the life of a market. */
export function sideOf(actor: Actor): Owner {
  const kind = 'organisationKind' in actor ? actor.organisationKind : null;
  return kind === 'buyer' || kind === 'facilitator' || kind === 'company' || kind === 'inclusion' ? kind : 'nobody';
}
