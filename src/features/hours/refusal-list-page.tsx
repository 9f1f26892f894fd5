/** Hours proposed to the buyer's refusal: those that wait for an answer, and those answered. */
import { formatMinutes } from '#domain/minutes.ts';
import { formatMonth } from '#domain/month.ts';
import type { PageRequest, View } from '#http/route.ts';
import { Alert, DateText, EmptyState, PageHeading } from '#ui/parts.tsx';
import type { Column } from '#ui/table.tsx';
import { readTableQuery, Table, Tabs } from '#ui/table.tsx';
import { RefusalStatus } from './refusal-card.tsx';
import type { HourRefusal, RefusalView } from './refusal-queries.ts';
import { countWaiting, listRefusals, refusalsPerPage } from './refusal-queries.ts';

export async function drawRefusals(request: PageRequest): Promise<View> {
  const { ctx, query, url, form } = request;
  const view: RefusalView = query.get('vue') === 'decides' ? 'decided' : 'waiting';
  const { after, before } = readTableQuery(query, columns);
  const { rows, next, previous } = await listRefusals(ctx, { view, after, before, size: refusalsPerPage });
  const body = (
    <>
      <PageHeading
        title="Refus d’heures"
        lead="Une structure de facilitation propose de refuser des heures déjà validées, l’acheteur décide."
      />
      {form.errors.map(({ text }) => (
        <Alert tone="problem">{text}</Alert>
      ))}
      <Tabs
        label="Refus d’heures"
        items={[
          { href: '/refus', label: 'À décider', current: view === 'waiting', count: await countWaiting(ctx) },
          { href: '/refus?vue=decides', label: 'Répondus ou retirés', current: view === 'decided' },
        ]}
      />
      <Table
        caption="Refus d’heures"
        rows={rows}
        columns={columns}
        rowId={({ id }) => id}
        url={url}
        next={next}
        previous={previous}
        empty={
          <EmptyState
            title={
              view === 'waiting' ? 'Aucune proposition n’attend l’acheteur.' : 'Aucune proposition répondue encore.'
            }
            icon="circle-check"
          >
            Une proposition se fait depuis une déclaration validée.
          </EmptyState>
        }
      />
    </>
  );
  return { title: 'Refus d’heures', body };
}

const columns: Column<HourRefusal>[] = [
  {
    key: 'mois',
    label: 'Déclaration',
    primary: true,
    cell: ({ id, month, company }) => (
      <>
        <a href={`/refus/${id}`}>{`${company}, ${formatMonth(month)}`}</a>
      </>
    ),
  },
  { key: 'lot', label: 'Lot', cell: ({ object, lotNumber }) => `${object}, lot\u00A0${lotNumber}` },
  { key: 'heures', label: 'Heures', align: 'end', cell: ({ minutes }) => formatMinutes(minutes) },
  { key: 'motif', label: 'Motif', cell: ({ reason }) => reason },
  {
    key: 'propose',
    label: 'Proposé',
    cell: ({ structure, proposedAt }) => (
      <>
        {structure}
        <small>
          le <DateText date={proposedAt} />
        </small>
      </>
    ),
  },
  { key: 'etat', label: 'État', cell: (refusal) => <RefusalStatus refusal={refusal} /> },
];
