/** The hours of a lot as a CSV file: line by line for who follows the people, by month and company for the others. */
import { may } from '#domain/access.ts';
import { formatDecimalHours } from '#domain/minutes.ts';
import { csvAnswer, everyRow } from '#http/csv-answer.ts';
import type { PageRequest } from '#http/route.ts';
import { findExplainedLot, listMonths, listServing } from './explain-queries.ts';

export async function exportLotHours({ ctx, params }: PageRequest): Promise<Response | null> {
  const lot = await findExplainedLot(ctx, params['id'] ?? '');
  if (lot === null) return null;
  const told = { name: `heures-lot-${lot.number}`, action: 'view.lot-hours-exported' };
  if (!lot.facilitates || !may(ctx.actor, 'person.read').allowed) {
    const months = await listMonths(ctx, lot.id);
    return csvAnswer(ctx, {
      ...told,
      headings: ['Mois', 'Entreprise', 'Déclarées', 'Comptées'],
      lines: months.map(({ month, companyName, submitted, counted }) => [
        month,
        companyName,
        formatDecimalHours(submitted),
        formatDecimalHours(counted),
      ]),
    });
  }
  const { rows, cut } = await everyRow(async (after, size) => {
    const from = Number(after ?? 0);
    const found = await listServing(ctx, { lot: lot.id, from, size });
    return { rows: found.slice(0, size), next: found.length > size ? String(from + size) : undefined };
  });
  return csvAnswer(ctx, {
    ...told,
    headings: ['Personne', 'Mois', 'Déclarée par', 'Déclarées', 'Comptées ici', 'Pour un autre lot', 'Règle'],
    lines: rows.map(({ personName, month, companyName, minutes, served, given, ruleVersion }) => [
      personName,
      month,
      companyName,
      formatDecimalHours(minutes),
      formatDecimalHours(served),
      formatDecimalHours(given),
      ruleVersion,
    ]),
    cut,
  });
}
