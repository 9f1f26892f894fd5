/** The queue of declarations as a CSV file, tab by tab: months, lots and hours, never a person. */
import { declarationMachine } from '#domain/declaration-state.ts';
import { formatShortDay, parisDay } from '#domain/day.ts';
import { formatDecimalHours } from '#domain/minutes.ts';
import { csvAnswer, everyRow } from '#http/csv-answer.ts';
import type { PageRequest } from '#http/route.ts';
import { listQueue, queueTabs } from './review-queue-queries.ts';

const headings = [
  'Entreprise',
  'Mois',
  'Marché',
  'Lot',
  'Heures déclarées',
  'Attendue le',
  'Reçue le',
  'Pièces',
  'État',
];

export async function exportQueue({ ctx, query }: PageRequest): Promise<Response> {
  const tab = queueTabs.find((known) => known === query.get('vue')) ?? 'a-valider';
  const { rows, cut } = await everyRow(async (after, size) => {
    const from = Number(after ?? 0);
    const found = await listQueue(ctx, { tab, from, size });
    return { rows: found.slice(0, size), next: found.length > size ? String(from + size) : undefined };
  });
  const lines = rows.map((row) => [
    row.companyName,
    row.month,
    row.object,
    row.lotNumber,
    formatDecimalHours(row.minutes),
    formatShortDay(row.dueOn),
    row.submittedAt === null ? '' : formatShortDay(parisDay(row.submittedAt)),
    row.proofs,
    declarationMachine[row.state].label,
  ]);
  return csvAnswer(ctx, { name: 'declarations', action: 'view.queue-exported', headings, lines, cut });
}
