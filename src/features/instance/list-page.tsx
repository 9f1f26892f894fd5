/** The organisations of the instance: names and kinds, and the way to open one. */
import { isOrganisationKind, organisationKinds } from '#domain/position.ts';
import type { PageRequest, View } from '#http/route.ts';
import { SelectField, TextField } from '#ui/form.tsx';
import { ButtonLink, EmptyState, PageHeading, Status } from '#ui/parts.tsx';
import type { Column } from '#ui/table.tsx';
import { FilterBar, Table } from '#ui/table.tsx';
import { listOrganisations, organisationsPerPage } from './queries.ts';
import type { OrganisationRow } from './queries.ts';

export async function drawOrganisations({ ctx, query, url }: PageRequest): Promise<View> {
  const search = (query.get('q') ?? '').normalize('NFC').trim().slice(0, 100);
  const typed = query.get('type') ?? '';
  const kind = isOrganisationKind(typed) ? typed : null;
  const rows = await listOrganisations(ctx, { search, kind, after: uuidOf(query.get('apres')) });
  const shown = rows.slice(0, organisationsPerPage);
  const kinds = Object.entries(organisationKinds).map(([value, label]) => ({ value, label }));
  const state = { values: { q: search, type: kind ?? '' }, errors: [] };
  const body = (
    <>
      <PageHeading
        title="Organisations"
        breadcrumb={[{ href: '/instance', label: 'Instance' }]}
        actions={
          <ButtonLink href="/instance/organisations/nouvelle" icon="plus" kind="primary">
            Ouvrir une organisation
          </ButtonLink>
        }
      />
      <FilterBar url={url} fields={['q', 'type']}>
        <TextField filter name="q" label="Rechercher" autocomplete="off" state={state} />
        <SelectField filter name="type" label="Type" state={state} placeholder="Tous" options={kinds} />
      </FilterBar>
      <Table
        caption="Organisations de l’instance"
        rows={shown}
        columns={columns}
        rowId={({ id }) => id}
        url={url}
        empty={<EmptyState title="Aucune organisation ne correspond." />}
        next={rows.length > organisationsPerPage ? shown.at(-1)?.id : undefined}
      />
    </>
  );
  return { title: 'Organisations', body };
}

const columns: Column<OrganisationRow>[] = [
  {
    key: 'nom',
    label: 'Nom',
    primary: true,
    cell: ({ id, name }) => <a href={`/instance/organisations/${id}`}>{name}</a>,
  },
  { key: 'type', label: 'Type', cell: ({ kind }) => organisationKinds[kind] },
  {
    key: 'etat',
    label: 'État',
    cell: ({ closedAt }) =>
      closedAt === null ? <Status tone="ok" label="En service" /> : <Status tone="neutral" label="Fermée" />,
  },
];

function uuidOf(typed: string | null): string | null {
  return typed !== null && /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/u.test(typed) ? typed : null;
}
