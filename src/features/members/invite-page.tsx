/** The form that invites somebody: her address, her role. */
import { mayBeMarked } from '#domain/membership.ts';
import type { OrganisationKind } from '#domain/position.ts';
import { positions, positionsOf } from '#domain/position.ts';
import type { PageRequest, View } from '#http/route.ts';
import { CheckboxField, DateField, EmailField, Form, SelectField } from '#ui/form.tsx';
import type { FormState } from '#ui/form.tsx';
import { LinkToPass, PageHeading } from '#ui/parts.tsx';

export const membersTrail = [
  { href: '/organisation', label: 'Mon organisation' },
  { href: '/organisation/membres', label: 'Membres' },
];

export async function drawInvite(request: PageRequest): Promise<View | null> {
  const { actor } = request.ctx;
  if (actor.kind !== 'member') return null;
  const title = 'Inviter une personne';
  const body = (
    <>
      <PageHeading title={title} breadcrumb={membersTrail} />
      <Form
        action="/organisation/membres/inviter"
        formKey={request.key()}
        state={request.form}
        submit="Envoyer l’invitation"
        submitIcon="send"
        cancel={{ href: '/organisation/membres', label: 'Annuler' }}
      >
        <EmailField
          name="email"
          label="Adresse électronique"
          help="Son adresse de travail, qu’elle seule lit. L’invitation vaut 7 jours."
          autocomplete="off"
          state={request.form}
        />
        <PlaceFields kind={actor.organisationKind} state={request.form} />
        <LastDayField state={request.form} />
      </Form>
    </>
  );
  return { title, body, width: 'form' };
}

export function drawLinkToPass(link: string): View {
  const title = 'Lien d’invitation';
  const back = '/organisation/membres?vue=invitations';
  return {
    title,
    body: <LinkToPass title={title} trail={membersTrail} link={link} back={back} />,
    width: 'form',
  };
}

export function LastDayField({ state }: { state: FormState }) {
  return (
    <DateField
      name="validUntil"
      label="Dernier jour d’accès"
      help="Obligatoire pour un contrôle. Sinon, laissez vide si l’accès n’a pas de fin."
      optional
      state={state}
    />
  );
}

export function PlaceFields({ kind, state }: { kind: OrganisationKind; state: FormState }) {
  return (
    <>
      <SelectField
        name="position"
        label="Rôle"
        state={state}
        options={positionsOf(kind).map((value) => ({ value, label: positions[value].label }))}
      />
      {mayBeMarked(kind) && (
        <CheckboxField
          name="administers"
          label="Administre l’organisation"
          detail="Invite, change les rôles, modifie la fiche."
          optional
          state={state}
        />
      )}
    </>
  );
}
