/** The list of markets: where each stands against where it should be today, filtered and sorted by its address. */
import { may } from '#domain/access.ts';
import type { FullTime } from '#domain/counting-rules.ts';
import { readBoardRules, readsOwnPart } from '#db/board-rules.ts';
import type { PageRequest, View } from '#http/route.ts';
import { counted } from '#ui/french.ts';
import { Form, SelectField, TextField } from '#ui/form.tsx';
import { ButtonLink, DateText, Disclosure, EmptyState, PageHeading, Status } from '#ui/parts.tsx';
import type { Column } from '#ui/table.tsx';
import { FilterBar, readTableQuery, Table, Tabs, withQuery } from '#ui/table.tsx';
import { departmentLabel, departments } from './departments.ts';
import { HoursBar } from '#ui/parts/hours-bar.tsx';
import { wholeHours } from '#ui/hours-words.ts';
import type { MarketFilters } from './market-filters.ts';
import { currentTab, filterNames, readMarketFilters, sideOf, tabLinks } from './market-filters.ts';
import type { ListedMarket, ListTotals } from './market-queries.ts';
import { listMarkets, marketsPerPage, totalsOf } from './market-queries.ts';

export async function drawMarkets(request: PageRequest): Promise<View> {
  const { ctx, query, url } = request;
  const side = sideOf(ctx.actor);
  const filters = readMarketFilters(query, side);
  const rules = await readBoardRules(ctx);
  const columns = columnsFor(rules.fullTime);
  const { sort = { by: 'echeance', direction: 'ascending' }, after, before } = readTableQuery(query, columns);
  const totals = await totalsOf(ctx, { filters, rules });
  const listed = await listMarkets(ctx, {
    filters,
    rules,
    page: { direction: sort.direction, after, before, size: marketsPerPage },
  });
  const writes = may(ctx.actor, 'market.write').allowed;
  const follows = may(ctx.actor, 'hours.review').allowed;
  const body = (
    <>
      <PageHeading
        title="Marchés"
        lead={
          readsOwnPart(ctx.actor) ? 'Ce que vous devez, et où vous en êtes.' : 'Où en est chaque clause aujourd’hui.'
        }
        actions={
          <>
            <ButtonLink
              href={withQuery(url, { apres: null, avant: null }).replace('/marches', '/marches.csv')}
              icon="download"
            >
              Exporter
            </ButtonLink>
            {writes && (
              <ButtonLink href="/marches/nouveau" kind="primary" icon="plus">
                Nouveau marché
              </ButtonLink>
            )}
          </>
        }
      />
      <Tabs label="États des marchés" items={tabLinks(currentTab(filters), { side, follows })} />
      <Filters filters={filters} url={url} />
      <Table
        caption="Marchés"
        rows={listed.rows}
        columns={columns}
        rowId={(row) => row.id}
        sort={sort}
        url={url}
        summary={<Summary totals={totals} />}
        empty={<Empty filters={filters} writes={writes} />}
        next={listed.next}
        previous={listed.previous}
      />
      <SaveView request={request} />
    </>
  );
  return { title: 'Marchés', body };
}

function Filters({ filters, url }: { filters: MarketFilters; url: string }) {
  const state = { values: { q: filters.search, departement: filters.department }, errors: [] };
  const choices = departments.map(({ code }) => ({ value: code, label: departmentLabel(code) }));
  return (
    <FilterBar url={url} fields={filterNames}>
      <TextField
        filter
        name="q"
        label="Rechercher"
        placeholder="Référence, objet, acheteur, entreprise"
        autocomplete="off"
        state={state}
      />
      <SelectField
        filter
        name="departement"
        label="Département"
        state={state}
        placeholder={null}
        options={[{ value: '', label: 'Tous' }, ...choices]}
      />
    </FilterBar>
  );
}

function Summary({ totals }: { totals: ListTotals }) {
  return (
    <>
      <strong>{counted(totals.markets, 'marché')}</strong>
      {` · ${wholeHours(totals.done)}\u00A0h réalisées sur ${wholeHours(totals.due)}\u00A0h dues. Le trait vertical indique l’avancement attendu à ce jour.`}
    </>
  );
}

function columnsFor(fullTime: FullTime): Column<ListedMarket>[] {
  return [
    {
      key: 'objet',
      label: 'Marché',
      sort: true,
      primary: true,
      cell: ({ id, object, reference, departmentCode }) => (
        <>
          <a href={`/marches/${id}`}>{object}</a>
          <small>{[reference, departmentLabel(departmentCode)].filter(Boolean).join(' · ')}</small>
        </>
      ),
    },
    { key: 'acheteur', label: 'Acheteur', sort: true, cell: ({ buyer }) => buyer },
    { key: 'titulaire', label: 'Titulaire', cell: ({ holders }) => holders.join(', ') },
    {
      key: 'echeance',
      label: 'Échéance',
      sort: true,
      align: 'end',
      cell: ({ endsOn }) => (endsOn === null ? <span class="soft">À fixer</span> : <DateText date={endsOn} />),
    },
    {
      key: 'heures',
      label: 'Heures réalisées',
      sort: true,
      cell: ({ standing, ...hours }) => (
        <HoursBar {...hours} behind={standing.group === 'to-watch'} fullTime={fullTime} />
      ),
    },
    {
      key: 'etat',
      label: 'État',
      cell: ({ standing }) => <Status tone={standing.tone} label={standing.label} />,
    },
  ];
}

function SaveView({ request }: { request: PageRequest }) {
  if (!may(request.ctx.actor, 'view.keep').allowed) return null;
  const address = withQuery(request.url, { apres: null, avant: null });
  return (
    <Disclosure summary="Enregistrer cette vue">
      <Form action="/vues" formKey={request.key()} hidden={{ address }} submit="Enregistrer">
        <TextField
          name="name"
          label="Nom de la vue"
          help="Elle s’ajoute à votre menu, avec ses filtres et son tri. Exemple : « À surveiller dans le 44 »."
          autocomplete="off"
        />
      </Form>
    </Disclosure>
  );
}

function Empty({ filters, writes }: { filters: MarketFilters; writes: boolean }) {
  if (filters.search !== '' || filters.department !== '') {
    return (
      <EmptyState
        title={
          filters.search === ''
            ? 'Aucun marché dans ce département.'
            : `Aucun marché ne correspond à « ${filters.search} ».`
        }
        icon="search"
        actions={<a href="/marches">Effacer les filtres</a>}
      />
    );
  }
  if (filters.mine) {
    return (
      <EmptyState title="Aucun marché ne vous est confié.">
        Choisissez la personne chargée sur la page des intervenants d’un lot.
      </EmptyState>
    );
  }
  if (filters.turnOf !== null)
    return <EmptyState title="Aucun marché n’attend une étape de votre part." icon="circle-check" />;
  if (filters.group !== null) return <EmptyState title="Aucun marché dans cet état." icon="circle-check" />;
  return (
    <EmptyState title="Aucun marché encore." actions={writes && <a href="/marches/nouveau">Créer le premier</a>}>
      {writes
        ? 'Un marché porte les lots, les heures dues et les entreprises.'
        : 'Les marchés où votre organisation a un rôle paraîtront ici.'}
    </EmptyState>
  );
}
