/** An invitation opened: who invites, for what, and how to answer; or what to do when it is dead. */
import { accountOf } from '#domain/actor.ts';
import { withNext } from '#domain/local-path.ts';
import { isPosition, organisationKinds, positions } from '#domain/position.ts';
import type { PageRequest, View } from '#http/route.ts';
import { Form, PasswordField, TextField } from '#ui/form.tsx';
import { ActionButton, Alert, ButtonLink, DateText, DefinitionList } from '#ui/parts.tsx';
import { deadInvitation, usedInvitation } from './dead-invitation-page.tsx';
import { findReceived } from './invitation.ts';
import { passwordHelp } from './mailed-link-pages.tsx';
import type { InvitationRow } from './invitation-queries.ts';
import { findAccount, isEmailTaken } from './queries.ts';
import { ProConnectEntry } from './sign-in-page.tsx';

export async function drawInvitation(request: PageRequest): Promise<View> {
  const { ctx } = request;
  const token = request.params['token'] ?? '';
  const received = await findReceived(ctx, token);
  if (received?.state === 'accepted') return usedInvitation();
  if (received === null || received.state === 'ended') return deadInvitation(request, token);
  const { invitation } = received;
  const title = `Invitation de ${invitation.organisationName}`;
  const body = (
    <>
      <h1>{title}</h1>
      <DefinitionList items={described(invitation)} />
      {await drawAnswer(request, { invitation, token })}
    </>
  );
  return { title, body, width: 'form' };
}

async function drawAnswer(request: PageRequest, { invitation, token }: { invitation: InvitationRow; token: string }) {
  const { ctx } = request;
  const path = `/invitation/${encodeURIComponent(token)}`;
  const account = await findAccount(ctx, accountOf(ctx.actor));
  if (account !== null) {
    return account.email === invitation.email ? (
      <Form
        blocked="la création du compte"
        action={`${path}/rejoindre`}
        formKey={request.key()}
        state={request.form}
        submit="Rejoindre l’organisation"
      />
    ) : (
      <OtherAddress request={request} />
    );
  }
  if (await isEmailTaken(ctx, invitation.email)) return <AlreadyKnown request={request} path={path} />;
  return <NewAccountForm request={request} path={path} email={invitation.email} />;
}

function described({
  organisationName,
  serviceName,
  organisationKind,
  position,
  administers,
  validUntil,
  email,
  expiresAt,
}: InvitationRow) {
  const role = isPosition(position) ? positions[position].label : position;
  return [
    {
      term: 'Organisation',
      value: serviceName === '' ? organisationName : `${organisationName} – ${serviceName}`,
    },
    { term: 'Type', value: organisationKinds[organisationKind] },
    { term: 'Votre rôle', value: administers ? `${role}, avec l’administration` : role },
    ...(validUntil === null ? [] : [{ term: 'Votre dernier jour d’accès', value: <DateText date={validUntil} /> }]),
    { term: 'Adresse invitée', value: email },
    { term: 'Valable jusqu’au', value: <DateText date={expiresAt} /> },
  ];
}

function NewAccountForm({ request, path, email }: { request: PageRequest; path: string; email: string }) {
  const { form, ctx } = request;
  return (
    <>
      <h2>Créez votre compte</h2>
      {ctx.house.proConnect !== null && <ProConnectEntry next={path} />}
      <Form
        blocked="la création du compte"
        action={path}
        formKey={request.key()}
        state={form}
        submit="Créer mon compte et rejoindre"
      >
        <TextField name="name" label="Prénom et nom" autocomplete="name" state={form} maxlength={120} />
        <TextField name="username" label="Adresse électronique" value={email} readonly autocomplete="username" />
        <PasswordField kind="new" name="password" label="Mot de passe" help={passwordHelp} state={form} />
        <PasswordField kind="new" name="passwordAgain" label="Le même, une seconde fois" state={form} />
      </Form>
    </>
  );
}

function AlreadyKnown({ request, path }: { request: PageRequest; path: string }) {
  return (
    <>
      {request.form.errors.map(({ text }) => (
        <Alert tone="problem">{text}</Alert>
      ))}
      <Alert tone="info">
        Un compte existe déjà pour cette adresse. Connectez-vous : l’invitation vous attend ici.
      </Alert>
      <p>
        <ButtonLink kind="primary" href={withNext('/connexion', path)}>
          Se connecter
        </ButtonLink>
      </p>
    </>
  );
}

function OtherAddress({ request }: { request: PageRequest }) {
  return (
    <>
      <Alert tone="attention">
        Vous êtes connecté avec une autre adresse que celle de l’invitation. Déconnectez-vous, puis rouvrez le lien du
        courriel.
      </Alert>
      <ActionButton action="/deconnexion" formKey={request.key()}>
        Se déconnecter
      </ActionButton>
    </>
  );
}
