/** The people a structure follows: where each stands towards the clause, and where she works today. */
import { may } from '#domain/access.ts';
import { contractMachine } from '#domain/contract-state.ts';
import { contractTypes } from '#domain/contract-types.ts';
import { formatShortDay, parisDay } from '#domain/day.ts';
import { standingWords } from '#domain/eligibility-standing.ts';
import type { PageRequest, View } from '#http/route.ts';
import { TextField } from '#ui/form.tsx';
import { Alert, ButtonLink, DateText, EmptyState, PageHeading, Status } from '#ui/parts.tsx';
import type { Column } from '#ui/table.tsx';
import { FilterBar, readTableQuery, Table, Tabs, withQuery } from '#ui/table.tsx';
import type { ListedPerson, PeopleQuery, PeopleView } from './list-query.ts';
import { listPeople, peoplePerPage, peopleViews } from './list-query.ts';

const viewLabels: Record<PeopleView, string> = {
  toutes: 'Toutes',
  'a-decider': 'Éligibilité à décider',
  bientot: 'Fin d’éligibilité dans 90\u00A0jours',
  finies: 'Éligibilité finie, au travail',
  'au-travail': 'Au travail',
  'sans-contrat': 'Sans contrat',
};

export async function drawList(request: PageRequest): Promise<View> {
  const { ctx, query: address, url } = request;
  const writes = may(ctx.actor, 'person.write').allowed;
  const columns = columnsFor(parisDay(ctx.now), may(ctx.actor, 'eligibility.decide').allowed);
  const { after, before } = readTableQuery(address, columns);
  const query = readFilters(address);
  const { rows, next, previous } = await listPeople(ctx, { ...query, after, before, size: peoplePerPage });
  const body = (
    <>
      <PageHeading
        title="Personnes"
        lead="Les personnes que suit votre structure. Chaque lecture d’une fiche est notée au journal."
        actions={
          <>
            <ButtonLink
              href={withQuery(url, { apres: null, avant: null }).replace('/personnes', '/personnes.csv')}
              icon="download"
            >
              Exporter
            </ButtonLink>
            {writes && (
              <>
                <ButtonLink href="/personnes/nouvelle" kind="primary" icon="plus">
                  Nouvelle personne
                </ButtonLink>
                <ButtonLink href="/doublons" icon="copy">
                  Doublons
                </ButtonLink>
              </>
            )}
          </>
        }
      />
      <Tabs
        label="Personnes"
        items={peopleViews.map((view) => ({
          href: view === 'toutes' ? '/personnes' : `/personnes?vue=${view}`,
          label: viewLabels[view],
          current: query.view === view,
        }))}
      />
      {query.operation !== '' && (
        <Alert tone="info">
          Vos personnes au travail sur une opération. <a href="/personnes">Voir toutes les personnes</a>
        </Alert>
      )}
      <FilterBar url={url} fields={['q']} submit="Rechercher">
        <TextField
          filter
          name="q"
          label="Rechercher"
          placeholder="Nom ou prénom, même en partie"
          autocomplete="off"
          state={{ values: { q: query.search }, errors: [] }}
        />
      </FilterBar>
      <Table
        caption="Personnes"
        rows={rows}
        columns={columns}
        rowId={(row) => row.id}
        url={url}
        empty={<Empty query={query} writes={writes} />}
        next={next}
        previous={previous}
      />
    </>
  );
  return { title: 'Personnes', body };
}

export function readFilters(query: URLSearchParams): PeopleQuery {
  const asked = query.get('vue');
  return {
    search: (query.get('q') ?? '').normalize('NFC').trim().slice(0, 100),
    view: peopleViews.find((known) => known === asked) ?? 'toutes',
    operation: /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/u.exec(query.get('operation') ?? '')?.[0] ?? '',
  };
}

function columnsFor(today: string, decides: boolean): Column<ListedPerson>[] {
  return [
    {
      key: 'name',
      label: 'Personne',
      primary: true,
      cell: (row) => (
        <a href={`/personnes/${row.id}`}>
          {row.familyName} {row.givenName}
        </a>
      ),
    },
    {
      key: 'birth',
      label: 'Naissance',
      cell: ({ birthDate }) => birthDate !== null && <DateText date={birthDate} />,
    },
    { key: 'commune', label: 'Commune', cell: ({ commune }) => commune },
    {
      key: 'eligibility',
      label: 'Éligibilité',
      cell: ({ id, familyName, decision }) => (
        <span class="row">
          <Status {...standingWords(decision, today)} />
          {decides && decision === null && (
            <ButtonLink href={`/personnes/${id}/eligibilite`} size="small" about={familyName}>
              Décider
            </ButtonLink>
          )}
        </span>
      ),
    },
    {
      key: 'contract',
      label: 'Contrat',
      cell: ({ contract }) =>
        contract === null ? (
          <span class="soft">Aucun</span>
        ) : (
          <>
            <a href={`/contrats/${contract.id}`}>{contractTypes[contract.type].label}</a>
            {contract.company !== '' && `, ${contract.company}`}
            <br />
            <span class="soft">{contractMoment(contract)}</span>
          </>
        ),
    },
  ];
}

function contractMoment({ state, endsOn }: NonNullable<ListedPerson['contract']>): string {
  const { label } = contractMachine[state];
  if (endsOn === null) return label;
  return state === 'ended' ? `${label} le ${formatShortDay(endsOn)}` : `${label}, jusqu’au ${formatShortDay(endsOn)}`;
}

function Empty({ query, writes }: { query: PeopleQuery; writes: boolean }) {
  if (query.search !== '' || query.operation !== '' || query.view !== 'toutes') {
    return (
      <EmptyState title="Aucune personne ne correspond." actions={<a href="/personnes">Voir toutes les personnes</a>} />
    );
  }
  if (!writes) {
    return (
      <EmptyState title="Aucune personne encore.">
        Un facilitateur ou une personne chargée de l’accompagnement peut en enregistrer.
      </EmptyState>
    );
  }
  return (
    <EmptyState title="Aucune personne encore." actions={<a href="/personnes/nouvelle">Enregistrer la première</a>} />
  );
}
