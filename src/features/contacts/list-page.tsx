/** The list of points of contact: one's own, and those of organisations linked by a key in force. */
import { may } from '#domain/access.ts';
import { organisationOf } from '#domain/actor.ts';
import { contactPurposeLabels, contactPurposes } from '#domain/contact.ts';
import { formatPhone } from '#domain/phone.ts';
import type { PageRequest, View } from '#http/route.ts';
import { SelectField, TextField } from '#ui/form.tsx';
import { ActionButton, Alert, ButtonLink, EmptyState, PageHeading } from '#ui/parts.tsx';
import type { Column } from '#ui/table.tsx';
import { FilterBar, readTableQuery, Table, Tabs } from '#ui/table.tsx';
import { contactsPerPage, listContacts } from './queries.ts';
import type { ContactQuery, ListedContact } from './queries.ts';

export async function drawList(request: PageRequest): Promise<View> {
  const { ctx } = request;
  const writes = may(ctx.actor, 'contact.write').allowed;
  const columns = columnsFor(request, writes);
  const { sort = { by: 'label', direction: 'ascending' }, after, before } = readTableQuery(request.query, columns);
  const query = readFilters(request.query, sort.by);
  const { rows, next, previous } = await listContacts(ctx, {
    ...query,
    direction: sort.direction,
    after,
    before,
    size: contactsPerPage,
  });
  const body = (
    <>
      <PageHeading
        title="Points de contact"
        lead="Qui joindre dans votre organisation et chez vos partenaires."
        actions={
          writes && (
            <ButtonLink href="/contacts/nouveau" kind="primary" icon="plus">
              Nouveau point de contact
            </ButtonLink>
          )
        }
      />
      {request.form.errors.map(({ text }) => (
        <Alert tone="problem">{text}</Alert>
      ))}
      <Tabs
        label="Points de contact"
        items={[
          { href: '/contacts', label: 'En service', current: !query.archived },
          { href: '/contacts?vue=retires', label: 'Retirés', current: query.archived },
        ]}
      />
      <Filters query={query} url={request.url} />
      <Table
        caption="Points de contact"
        rows={rows}
        columns={columns}
        rowId={(row) => row.id}
        sort={sort}
        url={request.url}
        empty={<Empty query={query} writes={writes} />}
        next={next}
        previous={previous}
      />
    </>
  );
  return { title: 'Points de contact', body };
}

function readFilters(query: URLSearchParams, sortedBy: string): ContactQuery {
  const purpose = query.get('usage');
  return {
    search: (query.get('q') ?? '').normalize('NFC').trim().slice(0, 100),
    purpose: contactPurposes.find((known) => known === purpose) ?? null,
    archived: query.get('vue') === 'retires',
    by: sortedBy === 'organisation' || sortedBy === 'purpose' ? sortedBy : 'label',
  };
}

function Filters({ query, url }: { query: ContactQuery; url: string }) {
  const state = { values: { q: query.search, usage: query.purpose ?? '' }, errors: [] };
  const purposes = contactPurposes.map((value) => ({ value, label: contactPurposeLabels[value] }));
  return (
    <FilterBar url={url} fields={['q', 'usage']}>
      <TextField
        filter
        name="q"
        label="Rechercher"
        placeholder="Nom, adresse, organisation"
        autocomplete="off"
        state={state}
      />
      <SelectField
        filter
        name="usage"
        label="Usage"
        state={state}
        options={[{ value: '', label: 'Tous' }, ...purposes]}
      />
    </FilterBar>
  );
}

function columnsFor(request: PageRequest, writes: boolean): Column<ListedContact>[] {
  const own = organisationOf(request.ctx.actor);
  const mine = (row: ListedContact) => writes && row.organisationId === own;
  const columns: Column<ListedContact>[] = [
    {
      key: 'label',
      label: 'Nom',
      sort: true,
      primary: true,
      cell: (row) => (row.archivedAt === null ? <a href={`/contacts/${row.id}`}>{row.label}</a> : row.label),
    },
    { key: 'organisation', label: 'Organisation', sort: true, cell: (row) => row.organisationName },
    { key: 'purpose', label: 'Usage', sort: true, cell: (row) => contactPurposeLabels[row.purpose] },
    {
      key: 'email',
      label: 'Adresse',
      cell: (row) => row.email !== '' && <a href={`mailto:${row.email}`}>{row.email}</a>,
    },
    {
      key: 'phone',
      label: 'Téléphone',
      cell: (row) => row.phone !== '' && <a href={`tel:${row.phone}`}>{formatPhone(row.phone)}</a>,
    },
  ];
  if (!writes) return columns;
  return [
    ...columns,
    { key: 'actions', label: 'Action', actions: true, cell: (row) => mine(row) && rowAction(request, row) },
  ];
}

function rowAction(request: PageRequest, row: ListedContact) {
  const archived = row.archivedAt !== null;
  return (
    <ActionButton
      action={`/contacts/${row.id}/${archived ? 'remettre' : 'retirer'}`}
      formKey={request.key()}
      about={row.label}
      kind="quiet"
      size="small"
    >
      {archived ? 'Remettre' : 'Retirer'}
    </ActionButton>
  );
}

function Empty({ query, writes }: { query: ContactQuery; writes: boolean }) {
  if (query.search !== '' || query.purpose !== null) {
    const clear = <a href={query.archived ? '/contacts?vue=retires' : '/contacts'}>Effacer les filtres</a>;
    return <EmptyState title="Aucun point de contact ne correspond." actions={clear} />;
  }
  if (query.archived) return <EmptyState title="Aucun point de contact retiré." />;
  if (!writes) {
    return (
      <EmptyState title="Aucun point de contact encore.">
        Un administrateur de votre organisation peut en ajouter.
      </EmptyState>
    );
  }
  return (
    <EmptyState title="Aucun point de contact encore." actions={<a href="/contacts/nouveau">Ajouter le premier</a>} />
  );
}
