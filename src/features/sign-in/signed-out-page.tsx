/** Signing out: the button when it stands alone, and the page after it. */
import type { PageRequest, View } from '#http/route.ts';
import { Form } from '#ui/form.tsx';
import { ButtonLink } from '#ui/parts.tsx';

export async function drawSignOut(request: PageRequest): Promise<View> {
  const body = (
    <>
      <h1>Se déconnecter</h1>
      <Form
        blocked="la connexion"
        action="/deconnexion"
        formKey={request.key()}
        state={request.form}
        submit="Se déconnecter"
        cancel={{ href: '/', label: 'Rester connecté' }}
      />
    </>
  );
  return { title: 'Se déconnecter', body, width: 'narrow' };
}

export function signOutPage(): View {
  const body = (
    <>
      <h1>Vous êtes déconnecté</h1>
      <p>Sur un ordinateur partagé, fermez aussi le navigateur.</p>
      <p>
        <ButtonLink kind="primary" href="/connexion">
          Se connecter de nouveau
        </ButtonLink>
      </p>
    </>
  );
  return { title: 'Vous êtes déconnecté', body, width: 'narrow' };
}
