/** The last page of an organisation just closed. */
import type { View } from '#http/route.ts';
import { Alert } from '#ui/parts.tsx';

export function closedView(): View {
  const title = 'Organisation fermée';
  const body = (
    <>
      <h1>{title}</h1>
      <Alert tone="done">
        Toutes les sessions de cette organisation sont terminées. Ses données sont gardées le temps prévu.
      </Alert>
      <p>
        <a href="/connexion">Se connecter</a> pour travailler dans une autre organisation.
      </p>
    </>
  );
  return { title, body, width: 'narrow' };
}
