/** The form of a collective information session, new or existing. */
import { organisationOf } from '#domain/actor.ts';
import { parisDay, parisTime } from '#domain/day.ts';
import type { PageRequest, View } from '#http/route.ts';
import { DateField, FieldPair, Form, NumberField, TextField } from '#ui/form.tsx';
import type { FormState } from '#ui/form.tsx';
import { Alert, PageHeading } from '#ui/parts.tsx';
import type { SessionRow } from './session-queries.ts';
import { findSession } from './session-queries.ts';

const home = '/informations-collectives';
const trail = [{ href: home, label: 'Informations collectives' }];

export async function drawNewSession(request: PageRequest): Promise<View> {
  const offer = String(request.form.values['offer'] ?? request.query.get('poste') ?? '');
  const title = 'Organiser une information';
  const body = (
    <>
      <PageHeading title={title} breadcrumb={trail} />
      <Form
        action={`${home}/nouvelle`}
        formKey={request.key()}
        hidden={{ offer }}
        state={request.form}
        submit="Enregistrer"
        cancel={{ href: home, label: 'Annuler' }}
      >
        <SessionFields state={request.form} />
      </Form>
    </>
  );
  return { title, body, width: 'form' };
}

export async function drawEditSession(request: PageRequest): Promise<View | null> {
  const { ctx, params, typed, form } = request;
  const session = await findSession(ctx, params['id'] ?? '');
  if (session === null || organisationOf(ctx.actor) !== session.holderId) return null;
  const state = typed ? form : { values: valuesOf(session), errors: [] };
  const path = `${home}/${session.id}`;
  const told = request.refusal?.because === 'changed-meanwhile';
  const body = (
    <>
      <PageHeading title="Modifier l’information" breadcrumb={[...trail, { href: path, label: session.title }]} />
      {told && (
        <Alert tone="attention" title="Quelqu’un a modifié cette information entre-temps">
          {`Rien n’a été enregistré. Elle dit maintenant\u00A0: ${session.title}, ${session.place}. Votre saisie est gardée\u00A0: vérifiez-la, puis enregistrez de nouveau.`}
        </Alert>
      )}
      <Form
        action={`${path}/modifier`}
        formKey={request.key()}
        version={String((typed && !told ? form.values['version'] : undefined) ?? session.version)}
        state={state}
        submit="Enregistrer"
        cancel={{ href: path, label: 'Annuler' }}
      >
        <SessionFields state={state} />
      </Form>
    </>
  );
  return { title: 'Modifier une information collective', body, width: 'form' };
}

function SessionFields({ state }: { state: FormState }) {
  return (
    <>
      <TextField name="title" label="Titre" autocomplete="off" maxlength={120} state={state} />
      <FieldPair>
        <DateField name="day" label="Jour" state={state} />
        <TextField name="time" label="Heure" placeholder="14:30" size="short" autocomplete="off" state={state} />
      </FieldPair>
      <TextField name="place" label="Lieu" autocomplete="off" maxlength={200} state={state} />
      <FieldPair>
        <NumberField name="minutes" label="Durée" unit="minutes" value="60" state={state} />
        <NumberField name="places" label="Places" help="Laissez vide si rien ne les limite." optional state={state} />
      </FieldPair>
    </>
  );
}

function valuesOf({ title, place, startsAt, minutes, places }: SessionRow): FormState['values'] {
  return {
    title,
    place,
    day: parisDay(startsAt),
    time: parisTime(startsAt),
    minutes: String(minutes),
    places: places === null ? '' : String(places),
  };
}
