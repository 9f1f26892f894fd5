/** A prescriber's candidates: where each stands, the next step and whose it is, without opening anything. */
import { formatShortDay } from '#domain/day.ts';
import type { PageRequest, View } from '#http/route.ts';
import { TextField } from '#ui/form.tsx';
import { ButtonLink, EmptyState, PageHeading, Status } from '#ui/parts.tsx';
import type { Column } from '#ui/table.tsx';
import { FilterBar, readTableQuery, Table, Tabs } from '#ui/table.tsx';
import type { CandidateQuery, CandidateView, OwnReferral } from './own-queries.ts';
import { candidatesPerPage, candidateViews, listCandidates } from './own-queries.ts';
import { newsWords, shownName, stateWords, turnWords } from './words.ts';

const viewLabels: Record<CandidateView, string> = {
  'en-cours': 'En cours',
  'a-vous': 'À vous d’agir',
  closes: 'Closes',
};

export async function drawCandidates(request: PageRequest): Promise<View> {
  const { ctx, url } = request;
  const query = readQuery(request.query);
  const { after, before } = readTableQuery(request.query, columns);
  const listed = await listCandidates(ctx, { ...query, after, before, size: candidatesPerPage });
  const body = (
    <>
      <PageHeading
        title="Mes candidats"
        lead="Les personnes que votre organisation a proposées, et ce que chacune devient."
        actions={
          <>
            <ButtonLink href="/candidats/nouveau" kind="primary" icon="plus">
              Proposer une personne
            </ButtonLink>
            <ButtonLink href="/candidats/importer" icon="upload">
              Par fichier
            </ButtonLink>
          </>
        }
      />
      <Tabs
        label="Candidats"
        items={candidateViews.map((view) => ({
          href: view === 'en-cours' ? '/candidats' : `/candidats?vue=${view}`,
          label: viewLabels[view],
          current: query.view === view,
        }))}
      />
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
        caption="Candidats"
        rows={listed.rows}
        columns={columns}
        rowId={({ id }) => id}
        url={url}
        empty={<Empty query={query} />}
        next={listed.next}
        previous={listed.previous}
      />
    </>
  );
  return { title: 'Mes candidats', body };
}

const columns: Column<OwnReferral>[] = [
  {
    key: 'candidat',
    label: 'Candidat',
    primary: true,
    cell: (row) => (
      <>
        <a href={`/candidats/${row.id}`}>{shownName(row)}</a>
        <small>{row.structure}</small>
      </>
    ),
  },
  { key: 'etat', label: 'État', cell: (row) => <Status {...stateWords(row)} /> },
  { key: 'nouvelles', label: 'Dernière nouvelle', cell: newsWords },
  {
    key: 'suite',
    label: 'Prochaine étape',
    cell: (row) => (
      <>
        {turnWords(row, { prescriber: true })}
        <br />
        <span class="soft">depuis le {formatShortDay(row.since)}</span>
      </>
    ),
  },
  {
    key: 'actions',
    label: 'Actions',
    actions: true,
    cell: (row) => (
      <ButtonLink href={`/candidats/${row.id}/proposer`} size="small" about={shownName(row)}>
        Proposer
      </ButtonLink>
    ),
  },
];

function readQuery(query: URLSearchParams): CandidateQuery {
  const asked = query.get('vue');
  return {
    search: (query.get('q') ?? '').normalize('NFC').trim().slice(0, 100),
    view: candidateViews.find((known) => known === asked) ?? 'en-cours',
  };
}

function Empty({ query }: { query: CandidateQuery }) {
  if (query.search !== '') {
    return (
      <EmptyState title="Aucun candidat ne correspond." icon="search" actions={<a href="/candidats">Effacer</a>} />
    );
  }
  if (query.view === 'a-vous') return <EmptyState title="Rien n’attend de votre part." icon="circle-check" />;
  if (query.view === 'closes') return <EmptyState title="Aucune proposition close." />;
  return (
    <EmptyState title="Aucun candidat en cours." actions={<a href="/candidats/nouveau">Proposer une personne</a>}>
      Vous verrez ici ce que devient chaque personne proposée.
    </EmptyState>
  );
}
