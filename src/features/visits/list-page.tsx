/** The visits of a structure, or those that concern an employer or a prescriber: what is due, missed, done. */
import { may } from '#domain/access.ts';
import { parisDay } from '#domain/day.ts';
import { visitKinds, visitSignals, visitStanding } from '#domain/visit-state.ts';
import type { PageRequest, View } from '#http/route.ts';
import { TextField } from '#ui/form.tsx';
import { ButtonLink, EmptyState, PageHeading, Status } from '#ui/parts.tsx';
import type { Column } from '#ui/table.tsx';
import { FilterBar, readTableQuery, Table, Tabs } from '#ui/table.tsx';
import { dayWithName } from './day-words.ts';
import type { VisitQuery, VisitView } from './list-query.ts';
import { listVisits, visitViews } from './list-query.ts';
import type { VisitRow } from './queries.ts';

const viewLabels: Record<VisitView, string> = {
  'a-faire': 'À faire',
  manquees: 'Manquées',
  'a-venir': 'À venir',
  faites: 'Faites',
  difficultes: 'À surveiller',
  annulees: 'Annulées',
};

export async function drawVisits(request: PageRequest): Promise<View> {
  const { ctx, query: address, url } = request;
  const writes = may(ctx.actor, 'visit.write').allowed;
  const query = readFilters(address);
  const columns = columnsFor(parisDay(ctx.now));
  const { after, before } = readTableQuery(address, columns);
  const { rows, next, previous } = await listVisits(ctx, { ...query, after, before });
  const body = (
    <>
      <PageHeading
        title="Visites"
        lead={
          writes
            ? 'Prévues d’après chaque contrat : premier jour, première semaine, fin d’essai, tous les trois mois, avant la fin.'
            : 'Les visites des personnes qui travaillent avec vous ou que vous avez orientées.'
        }
        actions={
          writes && (
            <ButtonLink href="/visites/terrain" kind="primary" icon="map-pin">
              Noter sur le terrain
            </ButtonLink>
          )
        }
      />
      <Tabs
        label="Visites"
        items={visitViews.map((view) => ({
          href: view === 'a-faire' ? '/visites' : `/visites?vue=${view}`,
          label: viewLabels[view],
          current: view === query.view,
        }))}
      />
      <FilterBar url={url} fields={['q']}>
        <TextField
          filter
          name="q"
          label="Rechercher une personne"
          autocomplete="off"
          state={{ values: { q: query.search }, errors: [] }}
        />
      </FilterBar>
      <Table
        caption="Visites"
        rows={rows}
        columns={columns}
        rowId={({ id }) => id}
        url={url}
        empty={<Empty query={query} />}
        next={next}
        previous={previous}
      />
    </>
  );
  return { title: 'Visites', body };
}

function readFilters(query: URLSearchParams): VisitQuery {
  const asked = query.get('vue');
  return {
    search: (query.get('q') ?? '').normalize('NFC').trim().slice(0, 100),
    view: visitViews.find((known) => known === asked) ?? 'a-faire',
  };
}

function columnsFor(today: string): Column<VisitRow>[] {
  return [
    {
      key: 'person',
      label: 'Personne',
      primary: true,
      cell: ({ id, givenName, familyName }) => (
        <a href={`/visites/${id}`}>{`${familyName ?? ''} ${givenName ?? ''}`.trim() || 'Visite'}</a>
      ),
    },
    { key: 'kind', label: 'Visite', cell: ({ kind }) => visitKinds[kind] },
    { key: 'day', label: 'Jour', cell: ({ dueOn }) => dayWithName(dueOn) },
    {
      key: 'where',
      label: 'Entreprise',
      cell: ({ company, place }) => [company, place].filter(Boolean).join(', '),
    },
    {
      key: 'state',
      label: 'État',
      cell: (row) => (
        <span class="row">
          <Status {...visitStanding(row, today)} />
          {row.signal !== null && row.signal !== 'well' && <Status {...visitSignals[row.signal]} />}
        </span>
      ),
    },
  ];
}

function Empty({ query }: { query: VisitQuery }) {
  if (query.search !== '') {
    return <EmptyState title="Aucune visite ne correspond." actions={<a href="/visites">Effacer la recherche</a>} />;
  }
  if (query.view === 'a-faire') {
    return (
      <EmptyState title="Aucune visite à faire d’ici deux semaines." icon="circle-check">
        Un contrat enregistré prévoit ses visites de lui-même.
      </EmptyState>
    );
  }
  return <EmptyState title="Aucune visite ici." actions={<a href="/visites">Voir les visites à faire</a>} />;
}
