/** The form of a collective information session, new or existing. */
import { organisationOf } from '#domain/actor.ts';
import type { PageRequest, View } from '#http/route.ts';
import { Form } from '#ui/form.tsx';
import { Alert, PageHeading } from '#ui/parts.tsx';
import { findSession } from './session-queries.ts';
import { SessionFields, valuesOf } from './session-fields.tsx';

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
