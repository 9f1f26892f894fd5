/** The list of markets as a CSV file: the rows and columns that are seen, with the same filters and sort. */
import { formatShortDay } from '#domain/day.ts';
import { formatDecimalHours } from '#domain/minutes.ts';
import { readBoardRules } from '#db/board-rules.ts';
import { csvAnswer, everyRow } from '#http/csv-answer.ts';
import type { PageRequest } from '#http/route.ts';
import { sharePercent } from '#ui/french.ts';
import { departmentLabel } from './departments.ts';
import { readMarketFilters, sideOf } from './market-filters.ts';
import type { ListedMarket } from './market-queries.ts';
import { listMarkets } from './market-queries.ts';

export async function exportMarkets({ ctx, query }: PageRequest): Promise<Response> {
  const filters = readMarketFilters(query, sideOf(ctx.actor));
  const rules = await readBoardRules(ctx);
  const direction = query.get('tri')?.startsWith('-') ? 'descending' : 'ascending';
  const { rows, cut } = await everyRow((after, size) =>
    listMarkets(ctx, { filters, rules, page: { direction, after, size } }),
  );
  return csvAnswer(ctx, { name: 'marches', action: 'view.exported', headings, lines: rows.map(lineOf), cut });
}

const headings = [
  'Référence',
  'Objet',
  'Département',
  'Acheteur',
  'Titulaire',
  'Échéance',
  'Heures réalisées',
  'Heures dues',
  'Avancement (%)',
  'Heures attendues à ce jour',
  'État',
];

function lineOf({ due, done, ...market }: ListedMarket): (string | number)[] {
  return [
    market.reference,
    market.object,
    departmentLabel(market.departmentCode),
    market.buyer,
    market.holders.join(', '),
    market.endsOn === null ? '' : formatShortDay(market.endsOn),
    formatDecimalHours(done),
    due === null ? '' : formatDecimalHours(due),
    due === null || due === 0 ? '' : sharePercent(done, due),
    due === null ? '' : formatDecimalHours(market.expected),
    market.standing.label,
  ];
}
