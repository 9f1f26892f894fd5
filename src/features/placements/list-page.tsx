/** The candidates one follows, referred or is asked about: where each stands, whose turn it is, and for how long. */
import type { Actor } from '#domain/actor.ts';
import { placementMachine } from '#domain/placement-state.ts';
import type { PageRequest, View } from '#http/route.ts';
import { TextField } from '#ui/form.tsx';
import { DateText, EmptyState, PageHeading, Status } from '#ui/parts.tsx';
import type { Column } from '#ui/table.tsx';
import { FilterBar, readTableQuery, Table, Tabs } from '#ui/table.tsx';
import type { PlacementQuery, PlacementView } from './list-query.ts';
import { listPlacements, placementsPerPage, placementViews } from './list-query.ts';
import { clockOf, turnOf, turnWords, whoIs } from './placement-words.ts';
import type { PlacementRow } from './queries.ts';

const viewLabels: Record<PlacementView, string> = {
  'en-cours': 'En cours',
  'a-traiter': 'À vous',
  embauchees: 'Embauchées',
  terminees: 'Sans suite',
};

export async function drawPlacements(request: PageRequest): Promise<View> {
  const { ctx, query: address, url } = request;
  const kind = ctx.actor.kind === 'member' ? ctx.actor.organisationKind : null;
  const columns = columnsFor(ctx.actor, ctx.now);
  const { after, before } = readTableQuery(address, columns);
  const query = readFilters(address);
  const { rows, next, previous } = await listPlacements(ctx, { ...query, after, before, size: placementsPerPage });
  const views = placementViews.filter((view) => kind !== 'prescriber' || view !== 'a-traiter');
  const body = (
    <>
      <PageHeading title="Candidatures" lead={leads[kind ?? ''] ?? leads['']} />
      <Tabs
        label="Candidatures"
        items={views.map((view) => ({
          href: view === 'en-cours' ? '/candidatures' : `/candidatures?vue=${view}`,
          label: viewLabels[view],
          current: query.view === view,
        }))}
      />
      <FilterBar url={url} fields={['q']} submit="Rechercher">
        <TextField
          filter
          name="q"
          label="Rechercher"
          placeholder="Poste ou entreprise"
          autocomplete="off"
          state={{ values: { q: query.search }, errors: [] }}
        />
      </FilterBar>
      <Table
        caption="Candidatures"
        rows={rows}
        columns={columns}
        rowId={({ id }) => id}
        url={url}
        empty={<Empty query={query} kind={kind} />}
        next={next}
        previous={previous}
      />
    </>
  );
  return { title: 'Candidatures', body };
}

const leads: Record<string, string> = {
  '': 'Les personnes présentées sur des postes, et ce qu’elles deviennent.',
  company: 'Les personnes qui vous sont présentées. Leur nom vous est donné à l’embauche.',
  inclusion: 'Les personnes qui vous sont présentées. Leur nom vous est donné à l’embauche.',
  prescriber: 'Ce que deviennent les personnes que vous avez orientées.',
};

function readFilters(query: URLSearchParams): PlacementQuery {
  const asked = query.get('vue');
  return {
    search: (query.get('q') ?? '').normalize('NFC').trim().slice(0, 100),
    view: placementViews.find((known) => known === asked) ?? 'en-cours',
  };
}

function columnsFor(actor: Actor, now: Date): Column<PlacementRow>[] {
  return [
    {
      key: 'who',
      label: 'Personne',
      primary: true,
      cell: (row) => (
        <>
          <a href={`/candidatures/${row.id}`}>{whoIs(row)}</a>
          {row.proposer !== null && <small>{`orientée par ${row.proposer}`}</small>}
        </>
      ),
    },
    {
      key: 'post',
      label: 'Poste',
      cell: ({ title, company, commune }) => (
        <>
          {title}
          <small>{[company, commune].filter(Boolean).join(', ')}</small>
        </>
      ),
    },
    {
      key: 'state',
      label: 'État',
      cell: (row) => (
        <>
          <Status {...placementMachine[row.state]} />
          {clockOf(row, now) !== '' && <small>{clockOf(row, now)}</small>}
          {row.state === 'interview' && row.interviewAt !== null && (
            <small>
              <DateText date={row.interviewAt} style="instant" />
            </small>
          )}
        </>
      ),
    },
    { key: 'turn', label: 'À qui le tour', cell: (row) => turnWords(turnOf(row, now), actor) },
    { key: 'since', label: 'Depuis', cell: ({ stateSince }) => <DateText date={stateSince} /> },
  ];
}

function Empty({ query, kind }: { query: PlacementQuery; kind: string | null }) {
  if (query.search !== '' || query.view !== 'en-cours') {
    return (
      <EmptyState
        title="Aucune candidature ne correspond."
        actions={<a href="/candidatures">Voir les candidatures en cours</a>}
      />
    );
  }
  if (kind === 'prescriber') {
    return (
      <EmptyState title="Aucune candidature en cours." icon="handshake" actions={<a href="/postes">Voir les postes</a>}>
        Proposez une personne sur un poste ouvert, vous suivrez ici ce qu’elle devient.
      </EmptyState>
    );
  }
  return (
    <EmptyState title="Aucune candidature en cours." icon="handshake" actions={<a href="/besoins">Voir les besoins</a>}>
      Une personne présentée sur un poste paraît ici.
    </EmptyState>
  );
}
