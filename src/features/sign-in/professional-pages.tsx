/** ProConnect: leaving for it, coming back from it, and what to do when it did not open. */
import { signOutPage } from './signed-out-page.tsx';
import type { Moved, PageRequest, View } from '#http/route.ts';
import { Alert, ButtonLink } from '#ui/parts.tsx';
import { beginProfessional } from './professional-begin.ts';
import { finishProfessional } from './professional-return.ts';
import { endSignOut } from './sign-out.ts';

export async function leaveForProConnect(request: PageRequest): Promise<View | Moved | null> {
  const begun = await beginProfessional(request.ctx, request.query.get('suite'));
  if (begun.ok) return begun.value;
  return begun.because === 'not-found' ? null : failed('sign-in-provider-unreachable');
}

export async function returnFromProConnect(request: PageRequest): Promise<View | Moved> {
  const returned = await finishProfessional(request.ctx, request.url);
  if ('to' in returned) return returned;
  return 'failed' in returned ? failed(returned.failed) : unknown(returned.siret);
}

/** The same page whatever the return carries: nothing is left to protect. */
export async function returnFromSignOut(request: PageRequest): Promise<View> {
  await endSignOut(request.ctx, request.url);
  return signOutPage();
}

const sentences: Record<string, string> = {
  'sign-in-provider-unreachable':
    'ProConnect ne répond pas. Réessayez dans quelques minutes, ou connectez-vous autrement.',
  'sign-in-misconfigured': 'ProConnect refuse ce service. Prévenez l’équipe technique, et connectez-vous autrement.',
  'sign-in-cancelled': 'Vous avez interrompu la connexion à ProConnect. Recommencez quand vous voulez.',
  'sign-in-state-mismatch': 'Cette connexion a trop attendu, ou vient d’un autre navigateur. Recommencez-la.',
};

function failed(because: string): View {
  const sentence = sentences[because] ?? 'La réponse de ProConnect n’a pas pu être vérifiée. Recommencez la connexion.';
  const unreachable = because === 'sign-in-provider-unreachable';
  return drawn('Connexion interrompue', sentence, unreachable ? 503 : 422);
}

/** Nothing here depends on whom we know: an address is never compared. */
function unknown(siret: string | null): View {
  const establishment = siret === null ? '' : ` Votre identité annonce l’établissement ${spaced(siret)}.`;
  const sentence =
    `ProConnect vous a reconnu, mais cette identité n’ouvre pas encore de compte ici.${establishment} ` +
    'Demandez une invitation à l’administration de votre organisation, ou connectez-vous avec votre mot de passe.';
  return drawn('Compte à rattacher', sentence, 403);
}

function drawn(title: string, sentence: string, status: number): View {
  const body = (
    <>
      <h1>{title}</h1>
      <Alert tone="attention">{sentence}</Alert>
      <p class="row">
        <ButtonLink kind="primary" href="/connexion/proconnect">
          Recommencer avec ProConnect
        </ButtonLink>
        <ButtonLink href="/connexion">Se connecter autrement</ButtonLink>
      </p>
    </>
  );
  return { title, body, width: 'narrow', status };
}

function spaced(siret: string): string {
  return siret.replace(/^(\d{3})(\d{3})(\d{3})(\d{5})$/u, '$1\u00A0$2\u00A0$3\u00A0$4');
}
