/** The prescribers a structure works with, and how many people each has proposed. */
import { isSensitivePrescriber, prescriberKinds } from '#domain/prescriber-kinds.ts';
import type { PageRequest, View } from '#http/route.ts';
import { Alert, ButtonLink, EmptyState, PageHeading, Status } from '#ui/parts.tsx';
import type { Column } from '#ui/table.tsx';
import { Table } from '#ui/table.tsx';
import type { ListedPartner } from './queries.ts';
import { listPartners } from './queries.ts';

export async function drawPrescribers(request: PageRequest): Promise<View> {
  const rows = await listPartners(request.ctx);
  const body = (
    <>
      <PageHeading
        title="Prescripteurs"
        breadcrumb={[{ href: '/orientations', label: 'Propositions' }]}
        lead="Ceux qui peuvent vous proposer des personnes. Ils ne se voient pas entre eux."
        actions={
          <ButtonLink href="/prescripteurs/nouveau" kind="primary" icon="plus">
            Ajouter un prescripteur
          </ButtonLink>
        }
      />
      {request.form.errors.map(({ text }) => (
        <Alert tone="problem">{text}</Alert>
      ))}
      <Table
        caption="Prescripteurs"
        rows={rows}
        columns={columns}
        rowId={({ id }) => id}
        url={request.url}
        empty={
          <EmptyState
            title="Aucun prescripteur encore."
            actions={<a href="/prescripteurs/nouveau">Ajouter le premier</a>}
          >
            France Travail, mission locale, PLIE, CCAS, Cap emploi…
          </EmptyState>
        }
      />
    </>
  );
  return { title: 'Prescripteurs', body };
}

const columns: Column<ListedPartner>[] = [
  {
    key: 'nom',
    label: 'Prescripteur',
    primary: true,
    cell: ({ id, name, city }) => (
      <>
        <a href={`/prescripteurs/${id}`}>{name}</a>
        <small>{city}</small>
      </>
    ),
  },
  {
    key: 'type',
    label: 'Type',
    cell: ({ kind }) => (
      <>
        {prescriberKinds[kind]}
        {isSensitivePrescriber(kind) && (
          <>
            <br />
            <span class="soft">Jamais nommé hors de l’équipe</span>
          </>
        )}
      </>
    ),
  },
  { key: 'encours', label: 'En cours', align: 'end', cell: ({ open }) => open },
  { key: 'total', label: 'Proposées en tout', align: 'end', cell: ({ all }) => all },
  {
    key: 'etat',
    label: 'État',
    cell: ({ endedAt }) =>
      endedAt === null ? <Status tone="ok" label="Actif" /> : <Status tone="neutral" label="Retiré" />,
  },
];
