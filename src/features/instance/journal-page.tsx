/** The journal of the instance: what the operator and the programs did to it; nobody else is named. */
import { readEntry, sequenceOf } from '#domain/journal-entry.ts';
import type { JournalEntry } from '#domain/journal-entry.ts';
import { listInstanceEvents } from '#db/instance-journal.ts';
import type { InstanceEvent } from '#db/instance-journal.ts';
import type { PageRequest, View } from '#http/route.ts';
import { capital } from '#ui/french.ts';
import { DateText, EmptyState, PageHeading } from '#ui/parts.tsx';
import type { Column } from '#ui/table.tsx';
import { Table } from '#ui/table.tsx';

const entriesPerPage = 50;

interface Line extends JournalEntry {
  organisation: string;
}

export async function drawInstanceJournal({ ctx, query, url }: PageRequest): Promise<View> {
  const after = sequenceOf(query.get('apres') ?? '');
  const rows = await listInstanceEvents(ctx, { after, limit: entriesPerPage + 1 });
  const shown = rows.slice(0, entriesPerPage);
  const last = shown.at(-1);
  const body = (
    <>
      <PageHeading
        title="Journal de l’instance"
        breadcrumb={[{ href: '/instance', label: 'Instance' }]}
        lead="Ce qui a été fait sur l’instance. Chaque organisation lit le sien."
      />
      <Table
        caption="Journal de l’instance"
        rows={shown.map(lineOf)}
        columns={columns}
        rowId={({ sequence }) => String(sequence)}
        url={url}
        empty={
          <EmptyState title="Aucune action encore." icon="history">
            Les prochaines actions s’écriront ici.
          </EmptyState>
        }
        next={rows.length > entriesPerPage && last !== undefined ? String(last.sequence) : undefined}
      />
    </>
  );
  return { title: 'Journal de l’instance', body };
}

const columns: Column<Line>[] = [
  { key: 'action', label: 'Action', primary: true, cell: ({ sentence }) => capital(sentence) },
  { key: 'qui', label: 'Qui', cell: ({ who }) => who },
  { key: 'organisation', label: 'Organisation', cell: ({ organisation }) => organisation },
  { key: 'motif', label: 'Motif', cell: ({ reason }) => reason },
  { key: 'numero', label: 'Entrée', cell: ({ sequence }) => `n°\u00A0${sequence}` },
  { key: 'date', label: 'Quand', cell: ({ at }) => <DateText date={at} style="instant" /> },
];

/** Outside the operator, a person is only somebody. */
function lineOf(row: InstanceEvent): Line {
  const entry = readEntry(row, { outsider: 'Une personne' });
  return { ...entry, organisation: row.organisationName ?? '' };
}
