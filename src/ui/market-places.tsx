/** The pages that look after one market, or one of its lots: each leads to the others. */
import { Tabs } from './table.tsx';

const marketPages = {
  '': 'Vue d’ensemble',
  '/montants': 'Montants',
  '/programmes': 'Programmes',
  '/publics': 'Publics visés',
  '/documents': 'Documents',
  '/etat': 'Étape',
  '/modifier': 'Modifier',
} as const;

const lotPages = {
  '/engagement': 'Engagement',
  '/intervenants': 'Intervenants',
  '/repartition': 'Répartition',
  '/tranches': 'Tranches',
  '/heures': 'Heures',
  '/etat': 'Étape',
  '/modifier': 'Modifier',
} as const;

export function MarketTabs({ market, current }: { market: string; current: keyof typeof marketPages }) {
  return <Places label="Ce marché" base={`/marches/${market}`} pages={marketPages} current={current} />;
}

export function LotTabs({ lot, current }: { lot: string; current: keyof typeof lotPages }) {
  return <Places label="Ce lot" base={`/lots/${lot}`} pages={lotPages} current={current} />;
}

function Places(props: { label: string; base: string; pages: Readonly<Record<string, string>>; current: string }) {
  const { label, base, pages, current } = props;
  const items = Object.entries(pages).map(([place, name]) => ({
    href: `${base}${place}`,
    label: name,
    current: place === current,
  }));
  return <Tabs label={label} items={items} />;
}
