/** Rules of counting set in the demonstration: by a structure, by a buyer for all its markets, and on one market. */
import type { ClientBase } from 'pg';
import { addMonths, parisDay } from '#domain/day.ts';
import { insertRows, stableId } from './rows.ts';
import { planMarkets } from './thread-plan.ts';

export async function loadSettings(client: ClientBase, { now }: { now: Date }): Promise<void> {
  const today = parisDay(now);
  const year = today.slice(0, 4);
  const day = (months: number) => `${addMonths(today, months).slice(0, 7)}-01`;
  const plan = planMarkets(today).find(
    (one) => one.facilitator === 'relais' && one.buyer === 'metropole' && one.state === 'running',
  );
  const market = stableId(plan?.key ?? '');
  const rows = [
    {
      key: 'setting training',
      organisation: 'relais',
      by: 'nadia.berthelot@relais.example',
      code: 'training',
      value: { counted: true, capBasisPoints: 5000 },
      from: `${Number(year) - 1}-01-01`,
      source: 'Charte territoriale d’insertion du littoral, article 5',
    },
    {
      key: 'setting window',
      organisation: 'metropole',
      by: 'claire.aubin@metropole.example',
      code: 'counting-window.CDI',
      value: { kind: 'market-end', atMostMonths: 48 },
      from: `${Number(year) - 2}-01-01`,
      source: 'CCAP type de la Métropole, article 8.2',
    },
    {
      key: 'setting weekly',
      organisation: 'metropole',
      by: 'marc.leroux@metropole.example',
      code: 'weekly-warning',
      value: { week: 44 * 60, day: 600 },
      from: day(-8),
      source: 'CCAP du marché, article 7.4',
      market,
    },
    {
      key: 'setting retroactivity',
      organisation: 'relais',
      by: 'karim.oudin@relais.example',
      code: 'retroactivity',
      value: 'from-hire',
      from: day(-10),
      until: `${day(-4).slice(0, 8)}28`,
      source: 'Réunion de démarrage, relevé de décisions du point 3',
      market,
    },
  ];
  await insertRows(
    client,
    'counting_setting',
    rows.map(({ key, organisation, by, from, ...row }) => ({
      id: stableId(key),
      organisation_id: stableId(organisation),
      market_id: row.market ?? null,
      lot_id: null,
      code: row.code,
      value: row.value,
      from_day: from,
      until_day: row.until ?? null,
      source: row.source,
      created_by: stableId(by),
      created_at: `${from}T08:30:00Z`,
    })),
  );
}
