/** The companies of my markets: their lots, whom to reach and how fresh that is, and the declarations they owe. */
import { may } from '#domain/access.ts';
import type { Actor } from '#domain/actor.ts';
import { freshness } from '#domain/contact-freshness.ts';
import { parisDay } from '#domain/day.ts';
import { formatSiret } from '#domain/siret.ts';
import type { PageRequest, View } from '#http/route.ts';
import { TextField } from '#ui/form.tsx';
import { ButtonLink, EmptyState, PageHeading, Status } from '#ui/parts.tsx';
import type { Column } from '#ui/table.tsx';
import { FilterBar, readTableQuery, Table, Tabs, withQuery } from '#ui/table.tsx';
import { ContactLine } from './contact-line.tsx';
import type { CompanyQuery, CompanyView, ListedCompany } from './companies-query.ts';
import { companiesPerPage, companyViews, listCompanies } from './companies-query.ts';

const viewLabels: Record<CompanyView, string> = {
  toutes: 'Toutes',
  'en-retard': 'En retard',
  'a-joindre': 'Sans contact sûr',
};

export async function drawCompanies({ ctx, query: address, url }: PageRequest): Promise<View> {
  const columns = columnsFor(ctx.actor, { today: parisDay(ctx.now), texts: ctx.house.sms.leaves });
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
      <PageHeading
        title="Entreprises"
        lead="Celles qui interviennent sur vos marchés, et qui joindre pour chacune."
        actions={
          may(ctx.actor, 'party.read').allowed && (
            <ButtonLink
              href={withQuery(url, { apres: null, avant: null }).replace('/entreprises', '/entreprises.csv')}
              icon="download"
            >
              Exporter
            </ButtonLink>
          )
        }
      />
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

export function readFilters(query: URLSearchParams): CompanyQuery {
  const asked = query.get('vue');
  return {
    search: (query.get('q') ?? '').normalize('NFC').trim().slice(0, 100),
    view: companyViews.find((known) => known === asked) ?? 'toutes',
  };
}

function columnsFor(actor: Actor, { today, texts }: { today: string; texts: boolean }): Column<ListedCompany>[] {
  const opens = may(actor, 'party.read').allowed;
  return [
    {
      key: 'name',
      label: 'Entreprise',
      primary: true,
      cell: ({ id, name, identifier }) => (
        <>
          {opens ? <a href={`/entreprises/${id}`}>{name}</a> : name}
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
              {opens ? <a href={`/lots/${id}/intervenants`}>{`Lot ${number}, ${title}`}</a> : `Lot ${number}, ${title}`}{' '}
              <span class="soft">{market}</span>
            </div>
          ))}
        </>
      ),
    },
    {
      key: 'contact',
      label: 'À joindre',
      cell: (row) => <ContactLine {...row} />,
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

export function contactOf({ contactName, contactEmail, contactPhone, answeredAt, bouncedAt }: ListedCompany) {
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
