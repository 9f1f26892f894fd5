/** The operations whose markets one reads: what each makes together against where it should be today. */
import { may } from '#domain/access.ts';
import type { Whole } from '#domain/market-standing.ts';
import { wholeOf } from '#domain/market-standing.ts';
import { progressOf, progressStatuses } from '#domain/progress.ts';
import { readBoardRules, rulesOfLot } from '#db/board-rules.ts';
import { progressFacts } from '#db/lot-standing.ts';
import type { Context } from '#http/context.ts';
import type { PageRequest, View } from '#http/route.ts';
import { counted } from '#ui/french.ts';
import { TextField } from '#ui/form.tsx';
import { ButtonLink, EmptyState, PageHeading, Status } from '#ui/parts.tsx';
import { HoursBar } from '#ui/parts/hours-bar.tsx';
import type { Column } from '#ui/table.tsx';
import { FilterBar, readTableQuery, Table, Tabs } from '#ui/table.tsx';
import { readMarketFilters, tabLinks } from './market-filters.ts';
import { factsOfMarkets } from './market-queries.ts';
import type { OperationHead } from './operation-queries.ts';
import { listOperationMarkets, listOperations, operationsPerPage } from './operation-queries.ts';

interface ListedOperation extends OperationHead {
  markets: number;
  whole: Whole;
}

export async function drawOperations(request: PageRequest): Promise<View> {
  const { ctx, query, url } = request;
  const { words, search } = readMarketFilters(query);
  const { sort = { by: 'nom', direction: 'ascending' }, after, before } = readTableQuery(query, columns);
  const listed = await listOperations(ctx, {
    words,
    direction: sort.direction,
    after,
    before,
    size: operationsPerPage,
  });
  const writes = may(ctx.actor, 'market.write').allowed;
  const body = (
    <>
      <PageHeading
        title="Opérations"
        lead="Un projet qui réunit plusieurs marchés."
        actions={
          <>
            <ButtonLink href="/programmes">Programmes</ButtonLink>
            {writes && (
              <ButtonLink href="/operations/nouvelle" kind="primary" icon="plus">
                Nouvelle opération
              </ButtonLink>
            )}
          </>
        }
      />
      <Tabs label="Marchés et opérations" items={tabLinks('operations')} />
      <FilterBar url={url} fields={['q']}>
        <TextField
          filter
          name="q"
          label="Rechercher"
          placeholder="Nom, référence, acheteur"
          autocomplete="off"
          state={{ values: { q: search }, errors: [] }}
        />
      </FilterBar>
      <Table
        caption="Opérations"
        rows={await judged(ctx, listed.rows)}
        columns={columns}
        rowId={({ id }) => id}
        sort={sort}
        url={url}
        next={listed.next}
        previous={listed.previous}
        empty={<Empty search={search} writes={writes} />}
      />
    </>
  );
  return { title: 'Opérations', body };
}

async function judged(ctx: Context, operations: readonly OperationHead[]): Promise<ListedOperation[]> {
  const rules = await readBoardRules(ctx);
  const markets = await listOperationMarkets(
    ctx,
    operations.map(({ id }) => id),
  );
  const facts = await factsOfMarkets(ctx, { ids: markets.map(({ id }) => id), rules });
  return operations.map((operation) => {
    const own = markets.filter(({ operationId }) => operationId === operation.id);
    const lots = own.flatMap(({ id }) => facts.get(id) ?? []);
    const whole = wholeOf(
      lots.map((lot) => progressOf(progressFacts(lot, rules.today), rulesOfLot(lot, rules).thresholds)),
    );
    return { ...operation, markets: own.length, whole };
  });
}

const columns: Column<ListedOperation>[] = [
  {
    key: 'nom',
    label: 'Opération',
    sort: true,
    primary: true,
    cell: ({ id, name, reference }) => (
      <>
        <a href={`/operations/${id}`}>{name}</a>
        {reference !== '' && <small>{reference}</small>}
      </>
    ),
  },
  { key: 'acheteur', label: 'Acheteur', cell: ({ buyer }) => buyer },
  { key: 'marches', label: 'Marchés', align: 'end', cell: ({ markets }) => counted(markets, 'marché') },
  {
    key: 'heures',
    label: 'Heures validées',
    cell: ({ whole }) => <HoursBar {...whole} behind={whole.status === 'late' || whole.status === 'to-watch'} />,
  },
  {
    key: 'etat',
    label: 'État',
    cell: ({ markets, whole }) => markets > 0 && <Status {...progressStatuses[whole.status]} />,
  },
];

function Empty({ search, writes }: { search: string; writes: boolean }) {
  if (search !== '') {
    return (
      <EmptyState
        title={`Aucune opération ne correspond à «\u00A0${search}\u00A0».`}
        icon="search"
        actions={<a href="/operations">Effacer la recherche</a>}
      />
    );
  }
  return (
    <EmptyState
      title="Aucune opération encore."
      actions={writes && <a href="/operations/nouvelle">Créer la première</a>}
    >
      Une opération réunit les marchés d’un même projet et les suit ensemble.
    </EmptyState>
  );
}
