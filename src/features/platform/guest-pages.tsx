/** What a prescriber sees of the meetings she is invited to: when, where, and what was decided for her own candidates. */
import { formatLongDay } from '#domain/day.ts';
import { platformDecisionLabel, platformStates } from '#domain/platform-words.ts';
import { romeLabel } from '#domain/rome.ts';
import type { PageRequest, View } from '#http/route.ts';
import { ButtonLink, Card, DateText, DefinitionList, EmptyState, PageHeading, Status } from '#ui/parts.tsx';
import { PrintButton } from '#ui/parts/print-button.tsx';
import type { Column } from '#ui/table.tsx';
import { Table } from '#ui/table.tsx';
import type { InvitedMeeting } from './guest-queries.ts';
import { findInvitation, listInvitations, listOwnDecisions } from './guest-queries.ts';

export async function drawInvitations(request: PageRequest): Promise<View> {
  const body = (
    <>
      <PageHeading title="Rencontres" lead="Les réunions de la plateforme de recrutement où vous êtes invités." />
      <Table
        caption="Rencontres"
        rows={await listInvitations(request.ctx)}
        columns={columns}
        rowId={({ id }) => id}
        url={request.url}
        empty={<EmptyState title="Aucune invitation." icon="calendar" />}
      />
    </>
  );
  return { title: 'Rencontres', body };
}

export async function drawInvitation(request: PageRequest): Promise<View | null> {
  const meeting = await findInvitation(request.ctx, request.params['id'] ?? '');
  if (meeting === null) return null;
  const decisions = await listOwnDecisions(request.ctx, meeting.id);
  const body = (
    <>
      <PageHeading
        title={meeting.title}
        breadcrumb={[{ href: '/rencontres', label: 'Rencontres' }]}
        status={<Status {...platformStates[meeting.state]} />}
        actions={
          <>
            <PrintButton />
            <ButtonLink href={`/rencontres/${meeting.id}/agenda.ics`} icon="calendar" download>
              Agenda
            </ButtonLink>
          </>
        }
      />
      <Card title="Rendez-vous">
        <DefinitionList
          items={[
            { term: 'Quand', value: `${formatLongDay(meeting.heldOn)}, ${meeting.startsAt}` },
            { term: 'Où', value: meeting.place },
            { term: 'Par', value: meeting.structure },
          ]}
        />
      </Card>
      <Card title="Vos candidats à l’ordre du jour">
        {decisions.length === 0 ? (
          <EmptyState
            title="Aucun de vos candidats."
            actions={<a href="/candidats/nouveau">Proposer une personne</a>}
          />
        ) : (
          <ul>
            {decisions.map(({ referralId, familyName, givenName, romeCode, decision }) => (
              <li>
                <a href={`/candidats/${referralId}`}>{`${familyName} ${givenName}`}</a>
                {romeCode !== '' && `, ${romeLabel(romeCode)}`} : {platformDecisionLabel(decision).toLowerCase()}
              </li>
            ))}
          </ul>
        )}
      </Card>
    </>
  );
  return { title: 'Une rencontre', body };
}

const columns: Column<InvitedMeeting>[] = [
  {
    key: 'rencontre',
    label: 'Rencontre',
    primary: true,
    cell: ({ id, title, structure }) => (
      <>
        <a href={`/rencontres/${id}`}>{title}</a>
        <small>{structure}</small>
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
  { key: 'lieu', label: 'Lieu', cell: ({ place }) => place },
  { key: 'etat', label: 'État', cell: ({ state }) => <Status {...platformStates[state]} /> },
];
