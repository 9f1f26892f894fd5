/** An invitation that opens nothing any more: what to do, without saying who was invited. */
import type { PageRequest, View } from '#http/route.ts';
import { Form } from '#ui/form.tsx';
import { Alert, ButtonLink } from '#ui/parts.tsx';

export function deadInvitation(request: PageRequest, token: string): View {
  const asked = request.query.get('demande') === '1' && request.form.errors.length === 0;
  const body = (
    <>
      <h1>Invitation terminée</h1>
      {asked ? (
        <Alert tone="done">
          Si cette invitation a existé, l’administration de l’organisation est prévenue. Vous recevrez un nouveau
          courriel.
        </Alert>
      ) : (
        <>
          <Alert tone="attention">
            Cette invitation n’est plus valable : elle a expiré, a été retirée, ou le lien n’est pas complet.
          </Alert>
          <Form
            blocked="la création du compte"
            action={`/invitation/${encodeURIComponent(token)}/redemander`}
            formKey={request.key()}
            state={request.form}
            submit="Demander une nouvelle invitation"
          />
        </>
      )}
      <p>
        <a href="/connexion">Se connecter</a>
      </p>
    </>
  );
  return { title: 'Invitation terminée', body, width: 'narrow', status: asked ? 200 : 410 };
}

export function usedInvitation(): View {
  const body = (
    <>
      <h1>Invitation déjà acceptée</h1>
      <Alert tone="info">Cette invitation a déjà servi. Connectez-vous avec le compte qui l’a acceptée.</Alert>
      <p>
        <ButtonLink kind="primary" href="/connexion">
          Se connecter
        </ButtonLink>
      </p>
    </>
  );
  return { title: 'Invitation déjà acceptée', body, width: 'narrow', status: 410 };
}

export async function drawInvitationHelp(): Promise<View> {
  const body = (
    <>
      <h1>J’ai reçu une invitation</h1>
      <p>
        Ouvrez le courriel d’invitation et suivez son lien : il crée votre compte, ou vous fait rejoindre
        l’organisation.
      </p>
      <ul>
        <li>Le courriel n’arrive pas ? Regardez dans les indésirables.</li>
        <li>Le lien ne s’ouvre pas ? Copiez-le en entier dans la barre d’adresse.</li>
        <li>L’invitation a expiré ? La page du lien permet d’en demander une autre.</li>
      </ul>
      <p>
        <a href="/connexion">Revenir à la connexion</a>
      </p>
    </>
  );
  return { title: 'J’ai reçu une invitation', body, width: 'narrow' };
}
