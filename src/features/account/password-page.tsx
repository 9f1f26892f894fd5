/** The form to change or set one's password. */
import { passwordPolicy } from '#domain/password.ts';
import type { PageRequest, View } from '#http/route.ts';
import { Form, PasswordField } from '#ui/form.tsx';
import { PageHeading } from '#ui/parts.tsx';
import { securityTrail } from './account-tabs.tsx';
import { findCredentials } from './queries.ts';

const title = 'Changer de mot de passe';

export async function drawPasswordForm(request: PageRequest): Promise<View> {
  const { passwordHash, email } = await findCredentials(request.ctx);
  const state = request.form;
  const body = (
    <>
      <PageHeading
        title={title}
        breadcrumb={securityTrail}
        lead="Vos autres sessions seront fermées et un avis vous sera envoyé."
      />
      <Form
        action="/compte/securite/mot-de-passe"
        formKey={request.key()}
        state={state}
        submit="Changer le mot de passe"
        cancel={{ href: '/compte/securite', label: 'Annuler' }}
      >
        <input
          class="visually-hidden"
          type="email"
          value={email}
          autocomplete="username"
          readonly
          tabindex={-1}
          aria-hidden="true"
        />
        {passwordHash !== null && (
          <PasswordField name="currentPassword" label="Mot de passe actuel" kind="current" state={state} />
        )}
        <PasswordField
          name="newPassword"
          label="Nouveau mot de passe"
          kind="new"
          help={`Au moins ${passwordPolicy.shortest}\u00A0caractères\u00A0: quatre mots sans rapport entre eux font un bon mot de passe. Tous les caractères sont permis.`}
          state={state}
        />
        <PasswordField
          name="repeatedPassword"
          label="Nouveau mot de passe, une seconde fois"
          kind="new"
          state={state}
        />
      </Form>
    </>
  );
  return { title, body, width: 'form' };
}
