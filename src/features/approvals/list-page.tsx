/** The decisions that need two people: those that wait, those taken, those nobody took in time. */
import { may } from '#domain/access.ts';
import { approvalLabels, approvalStanding } from '#domain/approval.ts';
import type { ApprovalStanding } from '#domain/approval.ts';
import type { PageRequest, View } from '#http/route.ts';
import { ActionButton, Alert, ButtonLink, DateText, EmptyState, PageHeading, Status } from '#ui/parts.tsx';
import type { StatusTone } from '#ui/parts.tsx';
import type { Column } from '#ui/table.tsx';
import { Table, Tabs } from '#ui/table.tsx';
import type { ApprovalView, ShownApproval } from './queries.ts';
import { listApprovals } from './queries.ts';

const path = '/organisation/decisions';
const title = 'Décisions à deux';

const views: readonly { view: ApprovalView; query: string; label: string; empty: string }[] = [
  { view: 'waiting', query: '', label: 'En attente', empty: 'Aucune décision en attente.' },
  { view: 'decided', query: '?vue=tranchees', label: 'Tranchées', empty: 'Aucune décision tranchée encore.' },
  { view: 'expired', query: '?vue=perimees', label: 'Périmées', empty: 'Aucune demande périmée.' },
];

export async function drawList(request: PageRequest): Promise<View> {
  const asked = request.query.get('vue') ?? '';
  const [waiting] = views;
  const chosen = views.find(({ query }) => query === `?vue=${asked}`) ?? waiting;
  const { view = 'waiting', empty = '' } = chosen ?? {};
  const body = (
    <>
      <PageHeading
        title={title}
        breadcrumb={[{ href: '/organisation', label: 'Mon organisation' }]}
        lead="Ce qu’un administrateur demande et qu’un autre décide, dans les 7 jours."
      />
      {request.form.errors.map(({ text }) => (
        <Alert tone="problem">{text}</Alert>
      ))}
      <Tabs
        label={title}
        items={views.map(({ query, label, view: one }) => ({
          href: path + query,
          label,
          current: one === view,
        }))}
      />
      <Table
        caption={title}
        rows={await listApprovals(request.ctx, view)}
        columns={columnsFor(request)}
        rowId={(row) => row.id}
        url={request.url}
        empty={
          <EmptyState title={empty} icon="scale">
            Une demande se fait depuis la fiche d’un membre ou de l’organisation.
          </EmptyState>
        }
      />
    </>
  );
  return { title, body };
}

function columnsFor(request: PageRequest): Column<ShownApproval>[] {
  return [
    { key: 'action', label: 'Demande', primary: true, cell: approvalText },
    { key: 'requester', label: 'Demandée par', cell: (row) => row.requesterName },
    { key: 'requested', label: 'Le', cell: (row) => <DateText date={row.requestedAt} /> },
    { key: 'state', label: 'État', cell: (row) => <Standing row={row} request={request} /> },
    {
      key: 'actions',
      label: 'Action',
      actions: true,
      cell: (row) => <RowAction row={row} request={request} />,
    },
  ];
}

export function approvalText({ action, subjectName }: ShownApproval): string {
  return subjectName === null ? approvalLabels[action] : `${approvalLabels[action]}, ${subjectName}`;
}

const shown: Record<ApprovalStanding, { tone: StatusTone; label: string }> = {
  waiting: { tone: 'attention', label: 'En attente' },
  approved: { tone: 'ok', label: 'Acceptée' },
  refused: { tone: 'problem', label: 'Refusée' },
  withdrawn: { tone: 'neutral', label: 'Retirée' },
  expired: { tone: 'neutral', label: 'Périmée' },
};

function Standing({ row, request }: { row: ShownApproval; request: PageRequest }) {
  return (
    <>
      <Status {...shown[approvalStanding(row, request.ctx.now)]} />
      {row.deciderName !== null && <span class="soft">{` par ${row.deciderName}`}</span>}
    </>
  );
}

function RowAction({ row, request }: { row: ShownApproval; request: PageRequest }) {
  const { actor, now } = request.ctx;
  if (approvalStanding(row, now) !== 'waiting' || actor.kind !== 'member') return <></>;
  if (row.requestedBy === actor.account) {
    return (
      <ActionButton
        action={`${path}/${row.id}/retirer`}
        formKey={request.key()}
        about={approvalText(row)}
        kind="quiet"
        size="small"
      >
        Retirer
      </ActionButton>
    );
  }
  if (!may(actor, 'approval.decide').allowed) return <></>;
  return (
    <ButtonLink href={`${path}/${row.id}`} size="small" about={approvalText(row)}>
      Décider
    </ButtonLink>
  );
}
