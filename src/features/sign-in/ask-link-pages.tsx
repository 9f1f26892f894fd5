/** Asking by mail for a new password or a sign-in link, and the one answer everybody gets. */
import { magicLinks } from '#domain/magic-links.ts';
import { withNext } from '#domain/local-path.ts';
import type { PageRequest, View } from '#http/route.ts';
import { EmailField, Form } from '#ui/form.tsx';
import { Alert } from '#ui/parts.tsx';
import { hiddenNext, nextOf } from './sign-in-page.tsx';

interface Asking {
  title: string;
  lead: string;
  path: string;
  submit: string;
  sent: string;
}

const newPassword: Asking = {
  title: 'Mot de passe oublié',
  lead: 'Indiquez l’adresse de votre compte\u00A0: nous y envoyons un lien pour choisir un nouveau mot de passe.',
  path: '/mot-de-passe/oublie',
  submit: 'Recevoir le lien',
  sent: `Si un compte porte cette adresse, un courriel vient d’y partir. Son lien sert une fois, pendant ${magicLinks['password-reset'].minutes}\u00A0minutes.`,
};

const signInLink: Asking = {
  title: 'Lien de connexion',
  lead: 'Indiquez l’adresse de votre compte\u00A0: nous y envoyons un lien pour vous connecter sans mot de passe.',
  path: '/connexion/lien',
  submit: 'Recevoir le lien',
  sent: `Si un compte porte cette adresse, un courriel vient d’y partir. Son lien sert une fois, pendant ${magicLinks['sign-in'].minutes}\u00A0minutes.`,
};

export function drawAskPassword(request: PageRequest): Promise<View> {
  return drawAsk(request, newPassword);
}

export function drawAskLink(request: PageRequest): Promise<View> {
  return drawAsk(request, signInLink);
}

async function drawAsk(request: PageRequest, { title, lead, path, submit, sent }: Asking): Promise<View> {
  const next = nextOf(request);
  const isSent = request.query.get('envoye') === '1' && request.form.errors.length === 0;
  const body = (
    <>
      <h1>{title}</h1>
      {isSent ? (
        <>
          <Alert tone="done">{sent}</Alert>
          <p>Rien reçu ? Vérifiez les indésirables, puis l’adresse saisie.</p>
          <p>
            <a href={withNext(path, next)}>Recommencer avec une autre adresse</a>
          </p>
        </>
      ) : (
        <Form
          blocked="l’envoi"
          action={path}
          formKey={request.key()}
          hidden={hiddenNext(next)}
          state={request.form}
          submit={submit}
          cancel={{ href: withNext('/connexion', next), label: 'Revenir à la connexion' }}
        >
          <p>{lead}</p>
          <EmailField
            name="email"
            label="Adresse électronique"
            help="Exemple : prenom.nom@exemple.fr"
            autocomplete="username"
            state={request.form}
          />
        </Form>
      )}
    </>
  );
  return { title, body, width: 'narrow' };
}
