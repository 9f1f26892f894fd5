/** The people a structure follows as a CSV file: names, contract and standing; no birth date, no reason, no proof. */
import { contractMachine } from '#domain/contract-state.ts';
import { contractTypes } from '#domain/contract-types.ts';
import { formatShortDay, parisDay } from '#domain/day.ts';
import { standingWords } from '#domain/eligibility-standing.ts';
import { csvAnswer, everyRow } from '#http/csv-answer.ts';
import type { PageRequest } from '#http/route.ts';
import { readFilters } from './list-page.tsx';
import { listPeople } from './list-query.ts';

const headings = ['Nom', 'Prénom', 'Commune', 'Éligibilité', 'Contrat', 'Entreprise', 'Fin', 'État du contrat'];

export async function exportPeople({ ctx, query }: PageRequest): Promise<Response> {
  const filters = readFilters(query);
  const today = parisDay(ctx.now);
  const { rows, cut } = await everyRow((after, size) => listPeople(ctx, { ...filters, after, size }));
  const lines = rows.map(({ familyName, givenName, commune, decision, contract }) => [
    familyName,
    givenName,
    commune,
    standingWords(decision, today).label,
    contract === null ? '' : contractTypes[contract.type].label,
    contract?.company ?? '',
    contract?.endsOn == null ? '' : formatShortDay(contract.endsOn),
    contract === null ? '' : contractMachine[contract.state].label,
  ]);
  return csvAnswer(ctx, { name: 'personnes', action: 'view.people-exported', headings, lines, cut });
}
