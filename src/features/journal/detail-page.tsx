/** One entry of the journal: who, what, on which object, and what changed. */
import type { Change } from '#domain/audit-changes.ts';
import type { PageRequest, View } from '#http/route.ts';
import { capital } from '#ui/french.ts';
import { DateText, DefinitionList, PageHeading } from '#ui/parts.tsx';
import { Table } from '#ui/table.tsx';
import { readEntry, sequenceOf } from '#domain/journal-entry.ts';
import { findEvent } from './queries.ts';

export async function drawEntry({ ctx, params, url }: PageRequest): Promise<View | null> {
  const sequence = sequenceOf(params['sequence'] ?? '');
  const row = sequence === null ? null : await findEvent(ctx, sequence);
  if (row === null) return null;
  const entry = readEntry(row);
  const body = (
    <>
      <PageHeading title={capital(entry.sentence)} breadcrumb={[{ href: '/organisation/journal', label: 'Journal' }]} />
      <DefinitionList
        items={[
          { term: 'Qui', value: entry.who },
          { term: 'Quand', value: <DateText date={entry.at} style="instant" /> },
          { term: 'Entrée', value: `n°\u00A0${entry.sequence}` },
          { term: 'Identifiant de l’objet', value: entry.subjectId },
          ...(entry.reason === '' ? [] : [{ term: 'Motif', value: entry.reason }]),
        ]}
      />
      {entry.changes.length > 0 && (
        <>
          <h2>Changements</h2>
          <Table
            caption="Changements"
            rows={entry.changes}
            columns={[
              { key: 'champ', label: 'Champ', primary: true, cell: ({ field }: Change) => field },
              {
                key: 'avant',
                label: 'Avant',
                cell: ({ before }: Change) => before || <span class="soft">vide</span>,
              },
              {
                key: 'apres',
                label: 'Après',
                cell: ({ after }: Change) => after || <span class="soft">vide</span>,
              },
            ]}
            rowId={({ field }) => field.replaceAll(/[^\w]+/gu, '-')}
            url={url}
            empty={<></>}
          />
        </>
      )}
    </>
  );
  return { title: 'Entrée du journal', body, width: 'form' };
}
