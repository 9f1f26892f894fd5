/** The list of companies as a CSV file, with the same filters: their lots, whom to reach, and what they have not declared. */
import { freshness } from '#domain/contact-freshness.ts';
import { parisDay } from '#domain/day.ts';
import { csvAnswer, everyRow } from '#http/csv-answer.ts';
import type { PageRequest } from '#http/route.ts';
import { contactOf, readFilters } from './companies-page.tsx';
import { listCompanies } from './companies-query.ts';

const headings = ['Entreprise', 'SIRET', 'Lots', 'Contact', 'Courriel', 'Téléphone', 'Fraîcheur', 'En retard'];

export async function exportCompanies({ ctx, query }: PageRequest): Promise<Response> {
  const filters = readFilters(query);
  const today = parisDay(ctx.now);
  const { rows, cut } = await everyRow((after, size) => listCompanies(ctx, { ...filters, after, size }));
  const lines = rows.map((row) => [
    row.name,
    row.identifier ?? '',
    row.lots.map(({ number, title, market }) => `${market}, lot ${number} ${title}`).join(' ; '),
    row.contactName,
    row.contactEmail,
    row.contactPhone,
    freshness(contactOf(row), today).label,
    row.late,
  ]);
  return csvAnswer(ctx, { name: 'entreprises', action: 'view.companies-exported', headings, lines, cut });
}
