/** One meeting: when and where, trades against profiles, what is decided for each person, who came, the minutes; prints on one page. */
import { formatLongDay } from '#domain/day.ts';
import { platformStates } from '#domain/platform-words.ts';
import { isAccompanying, shownPrescriber } from '#domain/prescriber-kinds.ts';
import type { PageRequest, View } from '#http/route.ts';
import { CheckboxGroup, Form, TextArea } from '#ui/form.tsx';
import { ActionButton, ButtonLink, Card, DefinitionList, PageHeading, Status } from '#ui/parts.tsx';
import { PrintButton } from '#ui/parts/print-button.tsx';
import { AgendaCard } from './agenda-card.tsx';
import { CandidatesCard } from './candidates-card.tsx';
import { meetingTrail } from './form-page.tsx';
import type { GuestRow, MeetingRow } from './queries.ts';
import { findMeeting, listGuests } from './queries.ts';

export async function drawMeeting(request: PageRequest): Promise<View | null> {
  const { ctx } = request;
  const meeting = await findMeeting(ctx, request.params['id'] ?? '');
  if (meeting === null) return null;
  const guests = await listGuests(ctx, meeting.id);
  const path = `/plateformes/${meeting.id}`;
  const live = meeting.state !== 'cancelled';
  const body = (
    <>
      <PageHeading
        title={meeting.title}
        breadcrumb={meetingTrail}
        status={<Status {...platformStates[meeting.state]} />}
        actions={
          <>
            <PrintButton />
            <ButtonLink href={`${path}/agenda.ics`} icon="calendar" download>
              Agenda
            </ButtonLink>
            {live && (
              <ButtonLink href={`${path}/modifier`} icon="pencil">
                Modifier
              </ButtonLink>
            )}
            <ActionButton action={`${path}/${live ? 'annuler' : 'remettre'}`} formKey={request.key()} kind="quiet">
              {live ? 'Annuler la réunion' : 'Remettre la réunion'}
            </ActionButton>
          </>
        }
      />
      <Card title="Rendez-vous">
        <DefinitionList
          items={[
            { term: 'Quand', value: `${formatLongDay(meeting.heldOn)}, ${meeting.startsAt}` },
            { term: 'Où', value: meeting.place },
            {
              term: 'Invités',
              value: guests.map((guest) => shownPrescriber(guest, { team: isAccompanying(ctx.actor) }).name).join(', '),
            },
          ]}
        />
      </Card>
      {await CandidatesCard({ request, meeting: meeting.id, live })}
      {live && (await AgendaCard({ request, meeting: meeting.id }))}
      {!live && meeting.minutes !== '' && (
        <Card title="Compte rendu">
          {meeting.minutes.split('\n').map((line) => (
            <p>{line}</p>
          ))}
        </Card>
      )}
      {live && <Minutes request={request} meeting={meeting} guests={guests} path={path} />}
    </>
  );
  return { title: 'Une réunion', body };
}

function Minutes(props: { request: PageRequest; meeting: MeetingRow; guests: readonly GuestRow[]; path: string }) {
  const { request, meeting, guests, path } = props;
  const typed = request.typed && request.form.values['minutes'] !== undefined;
  const attended = guests.filter((guest) => guest.attended === true).map(({ prescriberId }) => prescriberId);
  const state = typed ? request.form : { values: { minutes: meeting.minutes, attended }, errors: [] };
  return (
    <Card title="Présents et compte rendu">
      <Form
        action={`${path}/compte-rendu`}
        formKey={request.key()}
        version={meeting.version}
        state={state}
        submit="Enregistrer le compte rendu"
      >
        {guests.length > 0 && (
          <CheckboxGroup
            name="attended"
            label="Présents"
            optional
            options={guests.map(({ prescriberId, name }) => ({ value: prescriberId, label: name }))}
            state={state}
          />
        )}
        <TextArea
          name="minutes"
          label="Compte rendu"
          help="Des métiers, des dates, des suites. Aucun nom de personne, ni santé, ni vie privée."
          optional
          rows={6}
          limit={4000}
          state={state}
        />
      </Form>
    </Card>
  );
}
