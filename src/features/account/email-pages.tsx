/** A new e-mail address: asked here, confirmed from the letter received there. */
import { magicLinks } from '#domain/magic-links.ts';
import type { PageRequest, View } from '#http/route.ts';
import { EmailField, Form } from '#ui/form.tsx';
import { ActionButton, Alert, ButtonLink, PageHeading } from '#ui/parts.tsx';
import { accountTrail } from './account-tabs.tsx';
import { isEmailLinkAlive } from './change-email.ts';
import { findProfile } from './queries.ts';

export async function drawEmailForm(request: PageRequest): Promise<View> {
  const { email } = await findProfile(request.ctx);
  const body = (
    <>
      <PageHeading
        title="Changer d’adresse électronique"
        breadcrumb={accountTrail}
        lead={`Votre adresse actuelle\u00A0: ${email}.`}
      />
      <Form
        action="/compte/adresse"
        formKey={request.key()}
        state={request.form}
        submit="Envoyer le lien de confirmation"
        cancel={{ href: '/compte', label: 'Annuler' }}
      >
        <EmailField
          name="email"
          label="Nouvelle adresse"
          help="Un lien y sera envoyé. Votre adresse change quand vous le confirmez ; l’ancienne reçoit un avis."
          state={request.form}
        />
      </Form>
    </>
  );
  return { title: 'Changer d’adresse électronique', body, width: 'form' };
}

export async function drawEmailLink(request: PageRequest): Promise<View> {
  const token = request.params['token'] ?? '';
  const title = 'Confirmer ma nouvelle adresse';
  const alive = await isEmailLinkAlive(request.ctx, token);
  if (!alive) return deadLink(title, request);
  const body = (
    <>
      <PageHeading title={title} lead="Cette adresse remplacera l’ancienne pour vous connecter et vous écrire." />
      <Errors request={request} />
      <ActionButton
        action={`${magicLinks['email-change'].path}/${token}`}
        formKey={request.key()}
        kind="primary"
        icon="check"
      >
        Confirmer mon adresse
      </ActionButton>
    </>
  );
  return { title, body, width: 'narrow' };
}

export function emailChanged(): View {
  const body = (
    <>
      <PageHeading title="Votre adresse est changée" lead="Elle sert dès maintenant à vous connecter." />
      <ButtonLink href="/" kind="primary">
        Continuer
      </ButtonLink>
    </>
  );
  return { title: 'Votre adresse est changée', body, width: 'narrow' };
}

function deadLink(title: string, request: PageRequest): View {
  const body = (
    <>
      <PageHeading title={title} />
      <Errors request={request} />
      <Alert tone="attention">
        Ce lien n’est plus valable : il a déjà servi ou il est trop ancien. Votre adresse n’a pas changé par ce lien.
      </Alert>
      <ButtonLink href="/compte/adresse">Demander un nouveau lien</ButtonLink>
    </>
  );
  return { title, body, width: 'narrow', status: 410 };
}

function Errors({ request }: { request: PageRequest }) {
  return (
    <>
      {request.form.errors.map(({ text }) => (
        <Alert tone="problem">{text}</Alert>
      ))}
    </>
  );
}
