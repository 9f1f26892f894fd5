/** Who read a person's file between two days: answered from the journal for the administration and the data protection officer. */
import { readings } from '#domain/audit-subjects.ts';
import { formatShortDay, isDay, parisDay } from '#domain/day.ts';
import { positions } from '#domain/position.ts';
import { foldForSearch } from '#domain/text.ts';
import type { PageRequest, View } from '#http/route.ts';
import { DateField, TextField } from '#ui/form.tsx';
import { DateText, EmptyState, PageHeading } from '#ui/parts.tsx';
import type { Column } from '#ui/table.tsx';
import { FilterBar, Table } from '#ui/table.tsx';
import type { Reading } from './reading-queries.ts';
import { listReadings } from './reading-queries.ts';
import type { ChosenPerson } from './request-queries.ts';
import { findChosen, searchPeople } from './request-queries.ts';
import { PrivacyTabs } from './tabs.tsx';

export async function drawReadings(request: PageRequest): Promise<View> {
  const person = await findChosen(request.ctx, request.query.get('personne') ?? '');
  const body = (
    <>
      <PageHeading
        title="Qui a lu une fiche"
        lead="Chaque lecture d’une identité ou d’une éligibilité est notée, dans toutes les organisations."
      />
      <PrivacyTabs current="/donnees/lectures" />
      {person === null ? await choosing(request) : await read(request, person)}
    </>
  );
  return { title: 'Lectures', body };
}

async function choosing({ ctx, query, url }: PageRequest) {
  const typed = (query.get('q') ?? '').slice(0, 100);
  const found = await searchPeople(ctx, foldForSearch(typed));
  return (
    <>
      <FilterBar url={url} fields={['q']} submit="Chercher">
        <TextField
          filter
          name="q"
          label="Personne"
          placeholder="Nom ou prénom, même en partie"
          autocomplete="off"
          state={{ values: { q: typed }, errors: [] }}
        />
      </FilterBar>
      {found.length === 0 ? (
        <EmptyState
          title={typed === '' ? 'Cherchez une personne.' : 'Personne de ce nom n’est suivi ici.'}
          icon="eye"
        />
      ) : (
        <ul>
          {found.map(({ id, name, birthDate }) => (
            <li>
              <a href={`/donnees/lectures?personne=${id}`}>{name}</a>
              {birthDate !== null && `, ${formatShortDay(birthDate)}`}
            </li>
          ))}
        </ul>
      )}
    </>
  );
}

async function read({ ctx, query, url }: PageRequest, person: ChosenPerson) {
  const day = (name: string) => {
    const typed = query.get(name) ?? '';
    return isDay(typed) ? typed : null;
  };
  const [from, until] = [day('du'), day('au')];
  const rows = await listReadings(ctx, { person: person.id, from, until });
  const state = { values: { du: from ?? '', au: until ?? '' }, errors: [] };
  return (
    <>
      <h2>{person.name}</h2>
      <FilterBar url={url} fields={['du', 'au']}>
        <DateField filter name="du" label="Du" state={state} max={parisDay(ctx.now)} />
        <DateField filter name="au" label="Au" state={state} max={parisDay(ctx.now)} />
      </FilterBar>
      <Table
        caption="Lectures"
        rows={rows}
        columns={columns}
        rowId={({ chain, sequence }) => `${chain.length}-${sequence}`}
        url={url}
        empty={<EmptyState title="Aucune lecture sur cette période." icon="eye" />}
      />
    </>
  );
}

const columns: Column<Reading>[] = [
  { key: 'at', label: 'Quand', primary: true, cell: ({ at }) => <DateText date={at} style="instant" /> },
  { key: 'who', label: 'Qui', cell: ({ name }) => name ?? 'Un agent d’une autre organisation' },
  {
    key: 'office',
    label: 'Rôle',
    cell: ({ organisation, position }) =>
      `${organisation}${position === null ? '' : `, ${positions[position].label.toLowerCase()}`}`,
  },
  {
    key: 'what',
    label: 'Quoi',
    cell: ({ action }) => (readings[action] ?? '').replace('votre', 'sa').replace('vos', 'ses'),
  },
];
