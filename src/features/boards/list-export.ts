/** The list of markets as a CSV file: the rows and columns that are seen, with the same filters and sort. */
import { organisationOf } from '#domain/actor.ts';
import { csvLine, csvStart } from '#domain/csv.ts';
import { formatShortDay } from '#domain/day.ts';
import { formatDecimalHours } from '#domain/minutes.ts';
import { record } from '#db/audit.ts';
import { readBoardRules } from '#db/board-rules.ts';
import type { PageRequest } from '#http/route.ts';
import { sharePercent } from '#ui/french.ts';
import { departmentLabel } from './departments.ts';
import { readMarketFilters } from './market-filters.ts';
import type { ListedMarket } from './market-queries.ts';
import { listMarkets } from './market-queries.ts';

const atOnce = 1000;
export const exportedAtMost = 20_000;

export async function exportMarkets({ ctx, query }: PageRequest): Promise<Response> {
  const filters = readMarketFilters(query);
  const rules = await readBoardRules(ctx);
  const direction = query.get('tri')?.startsWith('-') ? 'descending' : 'ascending';
  let lines = csvLine(headings);
  let count = 0;
  let after: string | undefined;
  do {
    const { rows, next } = await listMarkets(ctx, {
      filters,
      rules,
      page: { direction, after, size: atOnce },
    });
    for (const row of rows) lines += lineOf(row);
    count += rows.length;
    after = next;
  } while (after !== undefined && count < exportedAtMost);
  if (after !== undefined)
    lines += csvLine([`Le fichier s’arrête à ${exportedAtMost} lignes\u00A0: filtrez la liste.`]);
  await record(ctx, {
    action: 'view.exported',
    subjectType: 'organisation',
    subjectId: organisationOf(ctx.actor) ?? '',
    after: { count },
  });
  return new Response(csvStart + lines, {
    headers: {
      'content-type': 'text/csv; charset=utf-8',
      'content-disposition': `attachment; filename="marches-${rules.today}.csv"`,
      'cache-control': 'no-store',
    },
  });
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

function lineOf({ due, done, ...market }: ListedMarket): string {
  return csvLine([
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
  ]);
}
