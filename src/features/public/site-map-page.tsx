/** Every page one may open from a menu, in one list. */
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
  const body = (
    <>
      <PageHeading title="Plan du site" />
      {menu.length > 0 && <Places title="Mon travail" places={menu} />}
      {signedIn ? (
        <Places title="Mon compte" places={ownPlaces} />
      ) : (
        <Places title="Entrer" places={[{ href: '/connexion', label: 'Se connecter' }]} />
      )}
      <Places title="Pages publiques" places={publicPlaces} />
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
