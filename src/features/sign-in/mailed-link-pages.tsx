/** Arriving by a link received by mail: a button consumes it, so that a mail scanner never does. */
import type { PageRequest, View } from '#http/route.ts';
import { Form, PasswordField } from '#ui/form.tsx';
import { Alert, ButtonLink } from '#ui/parts.tsx';
import { passwordPolicy } from '#domain/password.ts';
import { findAccountLink } from './mailed-link.ts';

export const passwordHelp = `${passwordPolicy.shortest}\u00A0caractères au moins\u00A0: quatre mots sans rapport entre eux font un bon mot de passe.`;

export async function drawNewPassword(request: PageRequest): Promise<View> {
  const token = request.params['token'] ?? '';
  const link = await findAccountLink(request.ctx, { token, purpose: 'password-reset' });
  if (link === null) return deadLink({ href: '/mot-de-passe/oublie', label: 'Demander un nouveau lien' });
  const body = (
    <>
      <h1>Nouveau mot de passe</h1>
      <p>Toutes vos sessions ouvertes se fermeront.</p>
      <Form
        blocked="la connexion"
        action={`/mot-de-passe/nouveau/${encodeURIComponent(token)}`}
        formKey={request.key()}
        state={request.form}
        submit="Enregistrer"
      >
        <PasswordField
          kind="new"
          name="password"
          label="Nouveau mot de passe"
          help={passwordHelp}
          state={request.form}
        />
        <PasswordField kind="new" name="passwordAgain" label="Le même, une seconde fois" state={request.form} />
      </Form>
    </>
  );
  return { title: 'Nouveau mot de passe', body, width: 'narrow' };
}

export async function drawFollowLink(request: PageRequest): Promise<View> {
  const token = request.params['token'] ?? '';
  const link = await findAccountLink(request.ctx, { token, purpose: 'sign-in' });
  if (link === null) return deadLink({ href: '/connexion/lien', label: 'Demander un nouveau lien' });
  const body = (
    <>
      <h1>Connexion par lien</h1>
      <p>Ce lien ouvre votre compte une seule fois, dans ce navigateur.</p>
      <Form
        blocked="la connexion"
        action={`/connexion/lien/${encodeURIComponent(token)}`}
        formKey={request.key()}
        state={request.form}
        submit="Me connecter"
        cancel={{ href: '/connexion', label: 'Annuler' }}
      />
    </>
  );
  return { title: 'Connexion par lien', body, width: 'narrow' };
}

/** Unknown, expired, used or made for something else: the same page, which knows nobody. */
export function deadLink({ href, label }: { href: string; label: string }): View {
  const body = (
    <>
      <h1>Lien inutilisable</h1>
      <Alert tone="attention">Ce lien a expiré, a déjà servi ou n’est pas complet. Demandez-en un nouveau.</Alert>
      <p class="row">
        <ButtonLink kind="primary" href={href}>
          {label}
        </ButtonLink>
        <ButtonLink kind="quiet" href="/connexion">
          Se connecter
        </ButtonLink>
      </p>
    </>
  );
  return { title: 'Lien inutilisable', body, width: 'narrow', status: 410 };
}
