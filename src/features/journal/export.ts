/** The journal as a CSV file, with the filters of the page; who took it is written in the journal itself. */
import { organisationOf } from '#domain/actor.ts';
import { csvLine, csvStart } from '#domain/csv.ts';
import { parisDay, parisTime } from '#domain/day.ts';
import { record } from '#db/audit.ts';
import type { Context } from '#http/context.ts';
import type { PageRequest } from '#http/route.ts';
import type { JournalEntry } from '#domain/journal-entry.ts';
import { readEntry } from '#domain/journal-entry.ts';
import { readJournalQuery } from './journal-query.ts';
import type { JournalQuery } from './queries.ts';
import { listEvents } from './queries.ts';

export const exportedAtMost = 50_000;
const atOnce = 2000;

export async function exportJournal({ ctx, query }: PageRequest): Promise<Response> {
  const asked = readJournalQuery(query);
  const { lines, count } = await writeLines(ctx, { ...asked, after: null });
  await record(ctx, {
    action: 'journal.exported',
    subjectType: 'organisation',
    subjectId: organisationOf(ctx.actor) ?? '',
    after: { count },
  });
  return new Response(csvStart + lines, {
    headers: {
      'content-type': 'text/csv; charset=utf-8',
      'content-disposition': `attachment; filename="journal-${parisDay(ctx.now)}.csv"`,
      'cache-control': 'no-store',
    },
  });
}

async function writeLines(ctx: Context, query: JournalQuery): Promise<{ lines: string; count: number }> {
  let lines = csvLine(['Numéro', 'Date', 'Heure', 'Qui', 'Action', 'Objet', 'Identifiant', 'Changements', 'Motif']);
  let count = 0;
  for (let after: number | null = null; count < exportedAtMost;) {
    const rows = await listEvents(ctx, { query: { ...query, after }, limit: atOnce });
    for (const row of rows) lines += lineOf(readEntry(row));
    count += rows.length;
    after = rows.at(-1)?.sequence ?? null;
    if (rows.length < atOnce) return { lines, count };
  }
  const warning = `Le fichier s’arrête à ${exportedAtMost} lignes\u00A0: choisissez une période plus courte pour lire la suite.`;
  return { lines: lines + csvLine([warning]), count };
}

function lineOf({ sequence, at, who, sentence, subjectType, subjectId, changes, reason }: JournalEntry): string {
  const told = changes
    .map(({ field, before, after }) => `${field}\u00A0: «\u00A0${before}\u00A0» → «\u00A0${after}\u00A0»`)
    .join('\u00A0; ');
  return csvLine([sequence, parisDay(at), parisTime(at), who, sentence, subjectType, subjectId, told, reason]);
}
