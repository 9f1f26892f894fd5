/** The job sheets of the lots one follows or works on: how many posts, who may answer, and whose turn it is. */
import { may } from '#domain/access.ts';
import { formatShortDay } from '#domain/day.ts';
import { offerMachine } from '#domain/offer-state.ts';
import type { PageRequest, View } from '#http/route.ts';
import { counted } from '#ui/french.ts';
import { TextField } from '#ui/form.tsx';
import { ButtonLink, EmptyState, PageHeading, Status } from '#ui/parts.tsx';
import type { Column } from '#ui/table.tsx';
import { FilterBar, readTableQuery, Table, Tabs } from '#ui/table.tsx';
import type { OfferQuery, OfferView } from './list-query.ts';
import { listOffers, offersPerPage, offerViews } from './list-query.ts';
import { placeWords, whenWords } from './offer-words.ts';
import { turnOf, turnWords } from './offer-turn.ts';
import type { OfferRow } from './queries.ts';

const viewLabels: Record<OfferView, string> = {
  'en-cours': 'En cours',
  'a-traiter': 'À traiter',
  pourvus: 'Pourvus',
  termines: 'Clos ou retirés',
};

export async function drawOffers(request: PageRequest): Promise<View> {
  const { ctx, query: address, url } = request;
  const kind = ctx.actor.kind === 'member' ? ctx.actor.organisationKind : null;
  const columns = columnsFor(kind);
  const { after, before } = readTableQuery(address, columns);
  const query = readFilters(address);
  const { rows, next, previous } = await listOffers(ctx, { ...query, after, before, size: offersPerPage });
  const writes = may(ctx.actor, 'offer.write').allowed;
  const body = (
    <>
      <PageHeading
        title="Besoins"
        lead="Les postes demandés par les entreprises, et où en sont les candidatures."
        actions={
          <>
            {writes && (
              <ButtonLink href="/besoins/nouveau" kind="primary" icon="plus">
                Demander des candidats
              </ButtonLink>
            )}
            {may(ctx.actor, 'offer.spread').allowed && (
              <ButtonLink href="/besoins/prescripteurs">Prescripteurs par territoire</ButtonLink>
            )}
          </>
        }
      />
      <Tabs
        label="Besoins"
        items={offerViews.map((view) => ({
          href: view === 'en-cours' ? '/besoins' : `/besoins?vue=${view}`,
          label: viewLabels[view],
          current: query.view === view,
        }))}
      />
      <FilterBar url={url} fields={['q']} submit="Rechercher">
        <TextField
          filter
          name="q"
          label="Rechercher"
          placeholder="Poste, commune ou entreprise"
          autocomplete="off"
          state={{ values: { q: query.search }, errors: [] }}
        />
      </FilterBar>
      <Table
        caption="Besoins"
        rows={rows}
        columns={columns}
        rowId={({ id }) => id}
        url={url}
        empty={<Empty query={query} writes={writes} />}
        next={next}
        previous={previous}
      />
    </>
  );
  return { title: 'Besoins', body };
}

function readFilters(query: URLSearchParams): OfferQuery {
  const asked = query.get('vue');
  return {
    search: (query.get('q') ?? '').normalize('NFC').trim().slice(0, 100),
    view: offerViews.find((known) => known === asked) ?? 'en-cours',
  };
}

function columnsFor(kind: string | null): Column<OfferRow>[] {
  const company: Column<OfferRow> = {
    key: 'company',
    label: 'Entreprise et lot',
    cell: ({ company: name, market, lotNumber }) => (
      <>
        {name ?? ''}
        {market !== null && <small>{`${market}, lot ${lotNumber ?? ''}`}</small>}
      </>
    ),
  };
  return [
    {
      key: 'title',
      label: 'Poste',
      primary: true,
      cell: (row) => (
        <>
          <a href={`/besoins/${row.id}`}>{row.title}</a>
          <small>{`${placeWords(row)}, ${whenWords(row)}`}</small>
        </>
      ),
    },
    company,
    { key: 'posts', label: 'Postes', align: 'end', cell: ({ posts, hired }) => `${hired} / ${posts}` },
    {
      key: 'candidates',
      label: 'Candidatures',
      cell: ({ waiting, toPresent }) => (
        <>
          {waiting === 0 ? <span class="soft">Aucune en attente</span> : counted(waiting, 'en attente', 'en attente')}
          {toPresent > 0 && <small>{counted(toPresent, 'à présenter', 'à présenter')}</small>}
        </>
      ),
    },
    { key: 'turn', label: 'À qui le tour', cell: (row) => turnWords(turnOf(row), kind) },
    {
      key: 'state',
      label: 'État',
      cell: ({ state, closesOn }) => (
        <>
          <Status {...offerMachine[state]} />
          {state === 'open' && <small>{`jusqu’au ${formatShortDay(closesOn)}`}</small>}
        </>
      ),
    },
  ];
}

function Empty({ query, writes }: { query: OfferQuery; writes: boolean }) {
  if (query.search !== '' || query.view !== 'en-cours') {
    return (
      <EmptyState title="Aucun besoin ne correspond." actions={<a href="/besoins">Voir les besoins en cours</a>} />
    );
  }
  return (
    <EmptyState
      title="Aucun besoin en cours."
      icon="briefcase"
      actions={writes && <a href="/besoins/nouveau">Demander des candidats</a>}
    >
      Une entreprise décrit le poste, le facilitateur le diffuse et présente des personnes.
    </EmptyState>
  );
}
