/** The journal of an organisation: who did what, when, and whether it was tampered with. */
import { auditFamilies } from '#domain/audit-families.ts';
import type { PageRequest, View } from '#http/route.ts';
import { capital } from '#ui/french.ts';
import { DateField, SelectField } from '#ui/form.tsx';
import { Alert, ButtonLink, DateText, EmptyState, PageHeading } from '#ui/parts.tsx';
import type { Column } from '#ui/table.tsx';
import { FilterBar, Table, withQuery } from '#ui/table.tsx';
import type { JournalEntry } from '#domain/journal-entry.ts';
import { readEntry } from '#domain/journal-entry.ts';
import { filterNames, readJournalQuery } from './journal-query.ts';
import type { ChainCheck, JournalQuery, Person } from './queries.ts';
import { findCheck, listEvents, listPeople } from './queries.ts';

export const entriesPerPage = 50;

export async function drawJournal({ ctx, query, url }: PageRequest): Promise<View> {
  const asked = readJournalQuery(query);
  const rows = await listEvents(ctx, { query: asked, limit: entriesPerPage + 1 });
  const shown = rows.slice(0, entriesPerPage);
  const last = shown.at(-1);
  const filtered = [asked.family, asked.person, asked.from, asked.until].some((filter) => filter !== null);
  const body = (
    <>
      <PageHeading
        title="Journal"
        lead="Ce qui a été fait dans votre organisation, et par qui."
        actions={
          <ButtonLink href={exportAddress(url)} icon="download" download>
            Exporter en CSV
          </ButtonLink>
        }
      />
      <Verification check={await findCheck(ctx)} />
      <Filters asked={asked} people={await listPeople(ctx)} url={url} />
      <Table
        caption="Journal de votre organisation"
        rows={shown.map((row) => readEntry(row))}
        columns={columns}
        rowId={(entry) => String(entry.sequence)}
        url={url}
        empty={
          <EmptyState title={filtered ? 'Aucune action ne correspond.' : 'Aucune action encore.'} icon="history">
            {filtered ? (
              <a href="/organisation/journal">Effacer les filtres</a>
            ) : (
              'Les prochaines actions s’écriront ici.'
            )}
          </EmptyState>
        }
        next={rows.length > entriesPerPage && last !== undefined ? String(last.sequence) : undefined}
      />
    </>
  );
  return { title: 'Journal', body };
}

const columns: Column<JournalEntry>[] = [
  {
    key: 'action',
    label: 'Action',
    primary: true,
    cell: (entry) => <a href={`/organisation/journal/${entry.sequence}`}>{capital(entry.sentence)}</a>,
  },
  { key: 'qui', label: 'Qui', cell: (entry) => entry.who },
  {
    key: 'changements',
    label: 'Changements',
    cell: (entry) => entry.changes.map(({ field }) => field).join(', '),
  },
  { key: 'date', label: 'Quand', cell: (entry) => <DateText date={entry.at} style="instant" /> },
];

function exportAddress(url: string): string {
  const [, search = ''] = withQuery(url, { apres: null }).split('?', 2);
  return `/organisation/journal.csv${search === '' ? '' : `?${search}`}`;
}

function Verification({ check }: { check: ChainCheck | null }) {
  if (check === null) return <p class="soft">Ce journal sera vérifié la nuit prochaine.</p>;
  if (check.brokenAt !== null) {
    return (
      <Alert tone="problem" title="Ce journal a été altéré">
        L’entrée n°{'\u00A0'}
        {check.brokenAt} n’est plus celle qui a été écrite (vérification du{' '}
        <DateText date={check.checkedAt} style="instant" />
        ). Prévenez l’exploitant de l’instance.
      </Alert>
    );
  }
  return (
    <p class="soft">
      Vérifié le <DateText date={check.checkedAt} style="instant" />
      {'\u00A0'}: {check.entries} {check.entries < 2 ? 'entrée' : 'entrées'}, aucune altération.
    </p>
  );
}

function Filters({ asked, people, url }: { asked: JournalQuery; people: readonly Person[]; url: string }) {
  const state = {
    values: {
      famille: asked.family ?? '',
      personne: asked.person ?? '',
      du: asked.from ?? '',
      au: asked.until ?? '',
    },
    errors: [],
  };
  const families = Object.entries(auditFamilies).map(([value, { label }]) => ({ value, label }));
  return (
    <FilterBar url={url} fields={filterNames}>
      <SelectField filter name="famille" label="Sujet" state={state} placeholder="Tous" options={families} />
      <SelectField
        filter
        name="personne"
        label="Personne"
        state={state}
        placeholder="Toutes"
        options={people.map(({ id, name }) => ({ value: id, label: name }))}
      />
      <DateField filter name="du" label="Du" state={state} />
      <DateField filter name="au" label="Au" state={state} />
    </FilterBar>
  );
}
