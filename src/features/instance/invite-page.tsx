/** The form that invites an administration where nobody administers, and the link to hand over where no letter leaves. */
import { organisationOf } from '#domain/actor.ts';
import { firstPositionsOf } from '#domain/membership.ts';
import { positions } from '#domain/position.ts';
import type { RefusalCode } from '#domain/refusals.ts';
import type { PageRequest, View } from '#http/route.ts';
import { EmailField, SelectField } from '#ui/form.tsx';
import { LinkToPass } from '#ui/parts.tsx';
import { drawHelp } from './help-pages.tsx';
import { findHelped, listAdministratorNames } from './help-queries.ts';
import type { HelpedOrganisation } from './help-queries.ts';
import type { Invited } from '#http/invite-first.ts';
import { organisationsTrail } from './organisation-page.tsx';

export async function drawInviteAdministration(request: PageRequest): Promise<View | null> {
  const { ctx, params, form: state } = request;
  const helped = await findHelped(ctx, params['id'] ?? '');
  if (helped === null) return null;
  const options = firstPositionsOf(helped.kind).map((value) => ({ value, label: positions[value].label }));
  return drawHelp(request, helped, {
    title: 'Inviter une administration',
    path: 'inviter',
    effect:
      'La personne invitée administrera cette organisation et verra tout ce qu’elle garde. Son journal et le vôtre le disent.',
    help: 'Dites comment vous avez vérifié que cette personne peut l’administrer. Lu par les administrateurs de cette organisation.',
    submit: 'Inviter',
    danger: false,
    fields: (
      <>
        <EmailField
          name="email"
          label="Adresse électronique"
          help="Son adresse de travail, qu’elle seule lit. L’invitation vaut 7 jours."
          autocomplete="off"
          state={state}
        />
        <SelectField name="position" label="Rôle" state={state} options={options} />
      </>
    ),
    barred: await barredFrom(request, helped),
  });
}

export function drawLinkToPass({ id, name }: Invited, link: string): View {
  const title = 'Lien d’invitation';
  const back = `/instance/organisations/${id}`;
  const trail = [...organisationsTrail, { href: back, label: name }];
  return { title, body: <LinkToPass title={title} trail={trail} link={link} back={back} />, width: 'form' };
}

async function barredFrom({ ctx }: PageRequest, helped: HelpedOrganisation): Promise<RefusalCode | null> {
  if (helped.id === organisationOf(ctx.actor)) return 'own-organisation';
  if (helped.closedAt !== null) return 'organisation-closed';
  const administrators = await listAdministratorNames(ctx, helped.id);
  return administrators.length > 0 ? 'administrators-remain' : null;
}
