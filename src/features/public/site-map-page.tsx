/** Every page one may open from a menu, in one list. */
import { may } from '#domain/access.ts';
import type { PageRequest, View } from '#http/route.ts';
import { PageHeading } from '#ui/parts.tsx';

interface Place {
  href: string;
  label: string;
}

export const publicPlaces: readonly Place[] = [
  { href: '/', label: 'Accueil' },
  { href: '/aide', label: 'Aide' },
  { href: '/droits', label: 'Qui peut faire quoi' },
  { href: '/accessibilite', label: 'Accessibilité' },
  { href: '/donnees-personnelles', label: 'Données personnelles' },
  { href: '/securite', label: 'Sécurité' },
  { href: '/mentions-legales', label: 'Mentions légales' },
  { href: '/api', label: 'API pour les logiciels partenaires' },
  { href: '/plan', label: 'Plan du site' },
];

/** Opened from a tab or the account menu. */
const fromOtherPages = [
  { href: '/operations', label: 'Opérations', permission: 'market.read' },
  { href: '/programmes', label: 'Programmes', permission: 'market.read' },
  { href: '/calendrier', label: 'Mon calendrier', permission: 'view.keep' },
  { href: '/vues', label: 'Mes vues', permission: 'view.keep' },
] as const;

/** For whoever came by a link, and lost it. */
const linkPlaces: readonly Place[] = [
  { href: '/declarer/nouveau-lien', label: 'Retrouver mon lien pour déclarer des heures' },
  { href: '/besoin/nouveau-lien', label: 'Retrouver mon lien pour répondre à un besoin' },
  { href: '/candidature/nouveau-lien', label: 'Retrouver mon lien pour suivre une candidature' },
  { href: '/attestation', label: 'Vérifier une attestation' },
];

const ownPlaces: readonly Place[] = [
  { href: '/compte', label: 'Mon compte' },
  { href: '/compte/securite', label: 'Sécurité du compte' },
  { href: '/compte/organisation', label: 'Choisir mon organisation' },
  { href: '/messages', label: 'Messages' },
  { href: '/recherche', label: 'Rechercher' },
];

export async function drawSiteMap({ ctx }: PageRequest): Promise<View> {
  const signedIn = ctx.actor.kind === 'member' || ctx.actor.kind === 'signed-in';
  const menu = ctx.house.navigation(ctx.actor).filter(({ href }) => href !== '/');
  const more = fromOtherPages
    .filter(({ permission }) => may(ctx.actor, permission).allowed)
    .map(({ href, label }) => ({ href, label }));
  const body = (
    <>
      <PageHeading title="Plan du site" />
      {menu.length > 0 && <Places title="Mon travail" places={[...menu, ...more]} />}
      {signedIn ? (
        <Places title="Mon compte" places={ownPlaces} />
      ) : (
        <Places title="Entrer" places={[{ href: '/connexion', label: 'Se connecter' }]} />
      )}
      <Places title="Liens reçus par courriel" places={linkPlaces} />
      <Places title="Pages publiques" places={[...publicPlaces, { href: '/styles', label: 'Charte des pages' }]} />
    </>
  );
  return { title: 'Plan du site', body, width: 'narrow' };
}

function Places({ title, places }: { title: string; places: readonly Place[] }) {
  return (
    <>
      <h2>{title}</h2>
      <ul>
        {places.map(({ href, label }) => (
          <li>
            <a href={href}>{label}</a>
          </li>
        ))}
      </ul>
    </>
  );
}
