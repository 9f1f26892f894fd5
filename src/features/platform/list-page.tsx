/** The meetings of the recruitment platform of a structure, the latest first. */
import { platformStates } from '#domain/platform-words.ts';
import type { PageRequest, View } from '#http/route.ts';
import { ButtonLink, DateText, EmptyState, PageHeading, Status } from '#ui/parts.tsx';
import type { Column } from '#ui/table.tsx';
import { Table } from '#ui/table.tsx';
import type { MeetingRow } from './queries.ts';
import { listMeetings } from './queries.ts';

type Listed = MeetingRow & { guests: number; candidates: number };

export async function drawMeetings(request: PageRequest): Promise<View> {
  const body = (
    <>
      <PageHeading
        title="Plateforme de recrutement"
        lead="Les réunions où les besoins des entreprises rencontrent les profils du vivier."
        actions={
          <ButtonLink href="/plateformes/nouvelle" kind="primary" icon="plus">
            Prévoir une réunion
          </ButtonLink>
        }
      />
      <Table
        caption="Réunions"
        rows={await listMeetings(request.ctx)}
        columns={columns}
        rowId={({ id }) => id}
        url={request.url}
        empty={
          <EmptyState
            title="Aucune réunion encore."
            icon="calendar"
            actions={<a href="/plateformes/nouvelle">Prévoir la première</a>}
          >
            Son ordre du jour se remplit avec le vivier.
          </EmptyState>
        }
      />
    </>
  );
  return { title: 'Plateforme de recrutement', body };
}

const columns: Column<Listed>[] = [
  {
    key: 'reunion',
    label: 'Réunion',
    primary: true,
    cell: ({ id, title, place }) => (
      <>
        <a href={`/plateformes/${id}`}>{title}</a>
        <small>{place}</small>
      </>
    ),
  },
  {
    key: 'jour',
    label: 'Jour',
    cell: ({ heldOn, startsAt }) => (
      <>
        <DateText date={heldOn} />, {startsAt}
      </>
    ),
  },
  { key: 'invites', label: 'Invités', align: 'end', cell: ({ guests }) => guests },
  { key: 'candidats', label: 'Profils', align: 'end', cell: ({ candidates }) => candidates },
  { key: 'etat', label: 'État', cell: ({ state }) => <Status {...platformStates[state]} /> },
];
