/** The forms by which the operator helps an organisation: what each does, and the reason that both journals keep. */
import type { Child } from 'hono/jsx';
import { accountOf, organisationOf } from '#domain/actor.ts';
import type { RefusalCode } from '#domain/refusals.ts';
import { sentenceFor } from '#domain/refusals.ts';
import { isDecidableInside } from '#domain/two-person.ts';
import type { PageRequest, View } from '#http/route.ts';
import { Form, TextField } from '#ui/form.tsx';
import { Alert, PageHeading } from '#ui/parts.tsx';
import { findHelped, listAdministratorNames } from './help-queries.ts';
import type { HelpedOrganisation } from './help-queries.ts';
import { organisationsTrail } from './organisation-page.tsx';

export interface Helping {
  title: string;
  path: string;
  effect: string;
  help: string;
  submit: string;
  danger: boolean;
  /** What is asked besides the reason. */
  fields?: Child;
  /** Why the form is not shown. */
  barred: RefusalCode | null;
}

export async function drawReset(request: PageRequest): Promise<View | null> {
  const { ctx, params } = request;
  const helped = await findHelped(ctx, params['id'] ?? '');
  if (helped === null) return null;
  const administrators = await listAdministratorNames(ctx, helped.id);
  const subject = administrators.find(({ membership }) => membership === params['membershipId']);
  if (subject === undefined) return null;
  const barred = (): RefusalCode | null => {
    if (helped.id === organisationOf(ctx.actor)) return 'own-organisation';
    if (helped.closedAt !== null) return 'organisation-closed';
    if (subject.account === accountOf(ctx.actor)) return 'approval-own-subject';
    return isDecidableInside(administrators, subject.account) ? 'decided-inside' : null;
  };
  return drawHelp(request, helped, {
    title: 'Réinitialiser la double authentification',
    path: `double-authentification/${subject.membership}`,
    effect: `${subject.name} perd ses codes et ses clés d’accès, dans toutes ses organisations, et ses sessions se ferment. Son mot de passe reste le même. Un courriel la prévient, ainsi que les autres administrateurs.`,
    help: 'Dites comment vous avez vérifié que c’est bien cette personne. Lu par les administrateurs de cette organisation.',
    submit: 'Réinitialiser',
    danger: true,
    barred: barred(),
  });
}

export async function drawClosing(request: PageRequest): Promise<View | null> {
  const helped = await findHelped(request.ctx, request.params['id'] ?? '');
  if (helped === null) return null;
  return drawHelp(request, helped, {
    title: 'Fermer l’organisation',
    path: 'fermer',
    effect:
      'Toutes ses sessions se ferment, ses liens d’échange et ses invitations s’arrêtent pour de bon. Ses données sont gardées le temps prévu. Un courriel prévient ses administrateurs.',
    help: 'Indiquez la demande écrite reçue, par exemple «\u00A0Courrier signé du 12\u00A0novembre\u00A0».',
    submit: 'Fermer l’organisation',
    danger: true,
    barred: barredWhen(request, helped, helped.closedAt !== null),
  });
}

export async function drawReopening(request: PageRequest): Promise<View | null> {
  const helped = await findHelped(request.ctx, request.params['id'] ?? '');
  if (helped === null) return null;
  return drawHelp(request, helped, {
    title: 'Rouvrir l’organisation',
    path: 'rouvrir',
    effect:
      'Ses membres peuvent de nouveau se connecter, et ses clés de l’API encore valables servent de nouveau. Les liens d’échange et les invitations restent terminés.',
    help: 'Indiquez la demande reçue. Lu par les administrateurs de cette organisation.',
    submit: 'Rouvrir l’organisation',
    danger: false,
    barred: barredWhen(request, helped, helped.closedAt === null),
  });
}

function barredWhen({ ctx }: PageRequest, { id }: HelpedOrganisation, isDone: boolean): RefusalCode | null {
  if (id === organisationOf(ctx.actor)) return 'own-organisation';
  return isDone ? 'already-done' : null;
}

export function drawHelp(request: PageRequest, helped: HelpedOrganisation, helping: Helping): View {
  const card = `/instance/organisations/${helped.id}`;
  const { title, barred } = helping;
  const body = (
    <>
      <PageHeading title={title} breadcrumb={[...organisationsTrail, { href: card, label: helped.name }]} />
      {barred !== null && <Alert tone="attention">{sentenceFor(barred)}</Alert>}
      {barred === null && (
        <>
          <Alert tone="attention">{helping.effect}</Alert>
          <Form
            action={`${card}/${helping.path}`}
            formKey={request.key()}
            state={request.form}
            submit={helping.submit}
            danger={helping.danger}
            cancel={{ href: card, label: 'Annuler' }}
          >
            {helping.fields}
            <TextField
              name="reason"
              label="Motif"
              help={helping.help}
              state={request.form}
              maxlength={300}
              autocomplete="off"
            />
          </Form>
        </>
      )}
    </>
  );
  return { title, body, width: 'form' };
}
