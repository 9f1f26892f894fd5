/** The address of the list of markets is its state: tab, search, département and sort, read and never trusted. */
import type { MarketGroup } from '#domain/market-standing.ts';
import { marketGroups } from '#domain/market-standing.ts';
import { cleanText } from '#domain/text.ts';
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
}

/** What each tab is called in the address. */
export const tabs: Readonly<Record<string, MarketGroup>> = {
  'en-cours': 'running',
  'a-surveiller': 'to-watch',
  'a-demarrer': 'to-start',
  soldes: 'settled',
};

export function readMarketFilters(query: URLSearchParams): MarketFilters {
  const typed = cleanText((query.get('q') ?? '').slice(0, 100));
  const search = typed.ok ? typed.value : '';
  const department = query.get('departement') ?? '';
  const tab = query.get('vue') ?? '';
  const asked = (query.get('tri') ?? '').replace(/^-/u, '');
  return {
    mine: tab === 'miens',
    group: Object.hasOwn(tabs, tab) ? (tabs[tab] ?? null) : null,
    search,
    words: search
      .split(/\s+/u)
      .filter((word) => word !== '')
      .slice(0, 6),
    department: departmentName(department) === undefined ? '' : department,
    by: sortColumns.find((column) => column === asked) ?? 'echeance',
  };
}

export function tabLinks(
  current: MarketGroup | 'operations' | 'mine' | null,
  { follows = false }: { follows?: boolean } = {},
): { href: string; label: string; current: boolean }[] {
  const all = { href: '/marches', label: 'Tous', current: current === null };
  return [
    all,
    ...(follows ? [{ href: '/marches?vue=miens', label: 'Les miens', current: current === 'mine' }] : []),
    ...Object.entries(tabs).map(([tab, group]) => ({
      href: `/marches?vue=${tab}`,
      label: marketGroups[group],
      current: current === group,
    })),
    { href: '/operations', label: 'Opérations', current: current === 'operations' },
  ];
}
