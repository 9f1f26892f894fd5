/** A statement as a CSV file: the figures it left with. */
import { csvLine, csvStart } from '#domain/csv.ts';
import { formatDecimalHours } from '#domain/minutes.ts';
import { record } from '#db/audit.ts';
import type { PageRequest } from '#http/route.ts';
import { sharePercent } from '#ui/french.ts';
import type { StatementLine } from './statement-queries.ts';
import { findStatement, listStatementLines } from './statement-queries.ts';

export async function exportStatement({ ctx, params }: PageRequest): Promise<Response | null> {
  const statement = await findStatement(ctx, params['id'] ?? '');
  if (statement === null) return null;
  const lines = await listStatementLines(ctx, statement.id);
  await record(ctx, {
    action: 'view.exported',
    subjectType: 'market',
    subjectId: statement.marketId,
    after: { statement: statement.number, count: lines.length },
  });
  return new Response(csvStart + csvLine(headings) + lines.map(lineOf).join(''), {
    headers: {
      'content-type': 'text/csv; charset=utf-8',
      'content-disposition': `attachment; filename="etat-${statement.number}.csv"`,
      'cache-control': 'no-store',
    },
  });
}

const headings = [
  'Lot',
  'Intitulé',
  'Entreprise',
  'Heures dues par le lot',
  'Heures du trimestre',
  'Heures de mois antérieurs',
  'Cumul remis',
  'Part du lot (%)',
  'Personnes',
];

function lineOf(line: StatementLine): string {
  const { lotDue, sealedMinutes } = line;
  return csvLine([
    line.lotNumber,
    line.lotTitle,
    line.company,
    lotDue === null ? '' : formatDecimalHours(lotDue),
    formatDecimalHours(line.quarterMinutes),
    formatDecimalHours(line.earlierMinutes),
    formatDecimalHours(sealedMinutes),
    lotDue === null || lotDue === 0 ? '' : sharePercent(sealedMinutes, lotDue),
    line.people,
  ]);
}
