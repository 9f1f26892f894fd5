/** The invitations that wait for an answer: send again, or withdraw. */
import { isPosition, positions } from '#domain/position.ts';
import type { PageRequest } from '#http/route.ts';
import { ActionButton, DateText, EmptyState, Status } from '#ui/parts.tsx';
import type { Column } from '#ui/table.tsx';
import { Table } from '#ui/table.tsx';
import type { InvitationRow } from './invitation-queries.ts';

export function InvitationTable({ request, rows }: { request: PageRequest; rows: readonly InvitationRow[] }) {
  const invite = <a href="/organisation/membres/inviter">Inviter une personne</a>;
  return (
    <Table
      caption="Invitations en attente"
      rows={rows}
      columns={columnsFor(request)}
      rowId={(row) => row.id}
      url={request.url}
      empty={<EmptyState title="Aucune invitation en attente." icon="mail" actions={invite} />}
    />
  );
}

function columnsFor(request: PageRequest): Column<InvitationRow>[] {
  const { now } = request.ctx;
  return [
    { key: 'email', label: 'Adresse', primary: true, cell: (row) => row.email },
    {
      key: 'position',
      label: 'Rôle',
      cell: ({ position }) => (isPosition(position) ? positions[position].label : ''),
    },
    { key: 'sent', label: 'Envoyée le', cell: (row) => <DateText date={row.createdAt} /> },
    {
      key: 'expires',
      label: 'Valable jusqu’au',
      cell: ({ expiresAt }) =>
        expiresAt > now ? <DateText date={expiresAt} /> : <Status tone="attention" label="Périmée" />,
    },
    {
      key: 'actions',
      label: 'Actions',
      actions: true,
      cell: (row) => <Actions request={request} row={row} />,
    },
  ];
}

function Actions({ request, row }: { request: PageRequest; row: InvitationRow }) {
  const path = `/organisation/membres/invitations/${row.id}`;
  return (
    <>
      <ActionButton action={`${path}/renvoyer`} formKey={request.key()} about={row.email} kind="quiet" size="small">
        Renvoyer
      </ActionButton>
      <ActionButton action={`${path}/annuler`} formKey={request.key()} about={row.email} kind="quiet" size="small">
        Annuler
      </ActionButton>
    </>
  );
}
