/** What Guichet is, in five sentences, for whoever is not signed in. */
import type { View } from '#http/route.ts';
import { ButtonLink, PageHeading } from '#ui/parts.tsx';

export function presentation(): View {
  const body = (
    <>
      <PageHeading title="Le guichet des clauses sociales" />
      <p class="lead">
        Guichet relie celles et ceux qui font vivre l’insertion dans les marchés publics : acheteurs, facilitateurs,
        entreprises, structures d’insertion, prescripteurs et services de l’État.
      </p>
      <p>Chaque organisation y tient ses points de contact, ses membres et ses liens avec les autres.</p>
      <p>Rien n’est partagé sans un lien accepté des deux côtés, pour un objet et une durée écrits.</p>
      <p>Ce que chacun peut lire ou faire est public, et chaque écriture laisse une trace.</p>
      <p>Un compte s’ouvre sur invitation de votre organisation.</p>
      <div class="row">
        <ButtonLink href="/connexion" kind="primary">
          Se connecter
        </ButtonLink>
        <ButtonLink href="/aide">Comment ça marche</ButtonLink>
        <ButtonLink href="/droits" kind="quiet">
          Qui peut faire quoi
        </ButtonLink>
      </div>
    </>
  );
  return { title: 'Le guichet des clauses sociales', body, width: 'narrow' };
}
