/** The work list of requests: the most pressing first, and those already answered. */
import { parisDay } from '#domain/day.ts';
import { requestClock, requestKinds } from '#domain/rights-request.ts';
import type { PageRequest, View } from '#http/route.ts';
import { ButtonLink, DateText, EmptyState, PageHeading, Status } from '#ui/parts.tsx';
import type { Column } from '#ui/table.tsx';
import { Table, Tabs } from '#ui/table.tsx';
import type { RequestRow } from './request-queries.ts';
import { listRequests } from './request-queries.ts';
import { PrivacyTabs } from './tabs.tsx';

export async function drawRequests({ ctx, query, url }: PageRequest): Promise<View> {
  const view = query.get('vue') === 'closes' ? 'closes' : 'ouvertes';
  const rows = await listRequests(ctx, view);
  const body = (
    <>
      <PageHeading
        title="Données personnelles"
        lead="Chaque demande attend sa réponse sous un mois."
        actions={
          <ButtonLink href="/donnees/demandes/nouvelle" kind="primary" icon="plus">
            Noter une demande reçue
          </ButtonLink>
        }
      />
      <PrivacyTabs current="/donnees" />
      <Tabs
        label="Demandes"
        items={[
          { href: '/donnees', label: 'À répondre', current: view === 'ouvertes' },
          { href: '/donnees?vue=closes', label: 'Répondues', current: view === 'closes' },
        ]}
      />
      <Table
        caption="Demandes"
        rows={rows}
        columns={columnsFor(parisDay(ctx.now))}
        rowId={({ id }) => id}
        url={url}
        empty={
          <EmptyState
            title={view === 'ouvertes' ? 'Aucune demande n’attend.' : 'Aucune demande répondue.'}
            icon="scale"
          >
            Une personne demande depuis son espace, ou par courrier.
          </EmptyState>
        }
      />
    </>
  );
  return { title: 'Demandes', body };
}

function columnsFor(today: string): Column<RequestRow>[] {
  return [
    {
      key: 'kind',
      label: 'Demande',
      primary: true,
      cell: ({ id, kind }) => <a href={`/donnees/demandes/${id}`}>{requestKinds[kind].label}</a>,
    },
    { key: 'who', label: 'Personne', cell: ({ name }) => name },
    { key: 'received', label: 'Reçue le', cell: ({ receivedOn }) => <DateText date={receivedOn} /> },
    { key: 'due', label: 'Réponse due le', cell: ({ dueOn }) => <DateText date={dueOn} /> },
    { key: 'state', label: 'Où elle en est', cell: (row) => <Status {...requestClock(row, today)} /> },
  ];
}
