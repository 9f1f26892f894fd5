/** The companies of my markets: their lots, whom to reach and how fresh that is, and the declarations they owe. */
import { freshness } from '#domain/contact-freshness.ts';
import { parisDay } from '#domain/day.ts';
import { formatPhone } from '#domain/phone.ts';
import { formatSiret } from '#domain/siret.ts';
import type { PageRequest, View } from '#http/route.ts';
import { TextField } from '#ui/form.tsx';
import { EmptyState, PageHeading, Status } from '#ui/parts.tsx';
import type { Column } from '#ui/table.tsx';
import { FilterBar, readTableQuery, Table, Tabs } from '#ui/table.tsx';
import type { CompanyQuery, CompanyView, ListedCompany } from './companies-query.ts';
import { companiesPerPage, companyViews, listCompanies } from './companies-query.ts';

const viewLabels: Record<CompanyView, string> = {
  toutes: 'Toutes',
  'en-retard': 'En retard',
  'a-joindre': 'Sans contact sûr',
};

export async function drawCompanies({ ctx, query: address, url }: PageRequest): Promise<View> {
  const columns = columnsFor(parisDay(ctx.now), { texts: ctx.house.sms.leaves });
  const { after, before } = readTableQuery(address, columns);
  const query = readFilters(address);
  const { rows, next, previous } = await listCompanies(ctx, {
    ...query,
    after,
    before,
    size: companiesPerPage,
  });
  const body = (
    <>
      <PageHeading title="Entreprises" lead="Celles qui interviennent sur vos marchés, et qui joindre pour chacune." />
      <Tabs
        label="Entreprises"
        items={companyViews.map((view) => ({
          href: view === 'toutes' ? '/entreprises' : `/entreprises?vue=${view}`,
          label: viewLabels[view],
          current: query.view === view,
        }))}
      />
      <FilterBar url={url} fields={['q']} submit="Rechercher">
        <TextField
          filter
          name="q"
          label="Rechercher"
          placeholder="Nom ou SIRET"
          autocomplete="off"
          state={{ values: { q: query.search }, errors: [] }}
        />
      </FilterBar>
      <Table
        caption="Entreprises"
        rows={rows}
        columns={columns}
        rowId={(row) => row.id}
        url={url}
        empty={<Empty query={query} />}
        next={next}
        previous={previous}
      />
    </>
  );
  return { title: 'Entreprises', body };
}

function readFilters(query: URLSearchParams): CompanyQuery {
  const asked = query.get('vue');
  return {
    search: (query.get('q') ?? '').normalize('NFC').trim().slice(0, 100),
    view: companyViews.find((known) => known === asked) ?? 'toutes',
  };
}

function columnsFor(today: string, { texts }: { texts: boolean }): Column<ListedCompany>[] {
  return [
    {
      key: 'name',
      label: 'Entreprise',
      primary: true,
      cell: ({ name, identifier }) => (
        <>
          {name}
          {identifier !== null && (
            <>
              <br />
              <span class="soft">{formatSiret(identifier)}</span>
            </>
          )}
        </>
      ),
    },
    {
      key: 'lots',
      label: 'Lots',
      cell: ({ lots }) => (
        <>
          {lots.map(({ id, number, title, market }) => (
            <div>
              <a href={`/lots/${id}/intervenants`}>{`Lot ${number}, ${title}`}</a> <span class="soft">{market}</span>
            </div>
          ))}
        </>
      ),
    },
    {
      key: 'contact',
      label: 'À joindre',
      cell: ({ contactName, contactEmail, contactPhone }) => (
        <>
          {contactName}
          {contactEmail !== '' && (
            <>
              {', '}
              <a href={`mailto:${contactEmail}`}>{contactEmail}</a>
            </>
          )}
          {contactPhone !== '' && (
            <>
              {', '}
              <a href={`tel:${contactPhone}`}>{formatPhone(contactPhone)}</a>
            </>
          )}
        </>
      ),
    },
    {
      key: 'freshness',
      label: 'Fraîcheur',
      cell: (row) => <Status {...freshness(contactOf(row), today, { texts })} />,
    },
    {
      key: 'late',
      label: 'Déclarations en retard',
      align: 'end',
      cell: ({ late }) => (late > 0 ? <strong>{String(late)}</strong> : <span class="soft">Aucune</span>),
    },
  ];
}

function contactOf({ contactName, contactEmail, contactPhone, answeredAt, bouncedAt }: ListedCompany) {
  return {
    contactName,
    contactEmail,
    contactPhone,
    answeredOn: answeredAt === null ? null : parisDay(answeredAt),
    bouncedOn: bouncedAt === null ? null : parisDay(bouncedAt),
  };
}

function Empty({ query }: { query: CompanyQuery }) {
  if (query.search !== '' || query.view !== 'toutes') {
    return (
      <EmptyState
        title="Aucune entreprise ne correspond."
        actions={<a href="/entreprises">Voir toutes les entreprises</a>}
      />
    );
  }
  return (
    <EmptyState title="Aucune entreprise encore." actions={<a href="/marches">Ouvrir les marchés</a>}>
      Elles apparaissent ici dès qu’elles interviennent sur un lot.
    </EmptyState>
  );
}
