/** The form of a meeting, new or existing: when, where, and who is invited. */
import type { PageRequest, View } from '#http/route.ts';
import type { FormState } from '#ui/form.tsx';
import { CheckboxGroup, DateField, FieldPair, Form, TextField } from '#ui/form.tsx';
import { PageHeading } from '#ui/parts.tsx';
import { findMeeting, listGuests, listPartners } from './queries.ts';

export const meetingTrail = [{ href: '/plateformes', label: 'Plateforme de recrutement' }];

export async function drawNewMeeting(request: PageRequest): Promise<View> {
  const { form } = request;
  const partners = await listPartners(request.ctx);
  const state = request.typed ? form : { values: { guests: partners.map(({ id }) => id) }, errors: [] };
  const body = (
    <>
      <PageHeading title="Prévoir une réunion" breadcrumb={meetingTrail} />
      <Form
        action="/plateformes/nouvelle"
        formKey={request.key()}
        state={state}
        submit="Prévoir"
        cancel={{ href: '/plateformes', label: 'Annuler' }}
      >
        <MeetingFields state={state} partners={partners} />
      </Form>
    </>
  );
  return { title: 'Prévoir une réunion', body, width: 'form' };
}

export async function drawEditMeeting(request: PageRequest): Promise<View | null> {
  const meeting = await findMeeting(request.ctx, request.params['id'] ?? '');
  if (meeting === null) return null;
  const partners = await listPartners(request.ctx);
  const guests = await listGuests(request.ctx, meeting.id);
  const { title, heldOn, startsAt, place } = meeting;
  const state = request.typed
    ? request.form
    : {
        values: { title, heldOn, startsAt, place, guests: guests.map(({ prescriberId }) => prescriberId) },
        errors: [],
      };
  const seen = request.refusal?.because === 'changed-meanwhile' ? undefined : state.values['version'];
  const body = (
    <>
      <PageHeading
        title="Modifier la réunion"
        breadcrumb={[...meetingTrail, { href: `/plateformes/${meeting.id}`, label: title }]}
      />
      <Form
        action={`/plateformes/${meeting.id}/modifier`}
        formKey={request.key()}
        version={String(seen ?? meeting.version)}
        state={state}
        submit="Enregistrer"
        cancel={{ href: `/plateformes/${meeting.id}`, label: 'Annuler' }}
      >
        <MeetingFields state={state} partners={partners} />
      </Form>
    </>
  );
  return { title: 'Modifier une réunion', body, width: 'form' };
}

function MeetingFields({ state, partners }: { state: FormState; partners: readonly { id: string; name: string }[] }) {
  return (
    <>
      <TextField name="title" label="Titre" autocomplete="off" state={state} />
      <FieldPair>
        <DateField name="heldOn" label="Jour" state={state} />
        <TextField name="startsAt" label="Heure" type="time" size="short" autocomplete="off" state={state} />
      </FieldPair>
      <TextField name="place" label="Lieu" autocomplete="off" state={state} />
      {partners.length > 0 && (
        <CheckboxGroup
          name="guests"
          label="Prescripteurs invités"
          help="Chacun voit la réunion dans Guichet, et seulement ce qui concerne ses propres candidats."
          optional
          options={partners.map(({ id, name }) => ({ value: id, label: name }))}
          state={state}
        />
      )}
    </>
  );
}
