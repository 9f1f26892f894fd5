/** Who is signed in and for which organisation, with the doors of her own account. */
import { Icon } from '#ui/icons.tsx';
import type { IconName } from '#ui/icons.tsx';

export interface Viewer {
  name: string;
  organisation: string;
  role: string;
  canSwitch: boolean;
  /** Keeps views and a calendar of her own. */
  keepsViews?: boolean;
  /** The hidden key of the sign-out form. */
  key: string;
}

export function UserMenu({ viewer }: { viewer: Viewer }) {
  const below = [viewer.role, viewer.organisation].filter(Boolean).join(' · ');
  return (
    <>
      <button type="button" class="user" popovertarget="menu-compte">
        <span class="user-text only-desk">
          <b>{viewer.name}</b>
          {below && <span class="soft">{below}</span>}
        </span>
        <span class="visually-hidden only-phone">{viewer.name}</span>
        <span class="visually-hidden">, menu du compte</span>
        <span class="avatar" aria-hidden="true">
          {initials(viewer.name)}
        </span>
      </button>
      <div class="menu" id="menu-compte" popover="auto">
        <p class="menu-who">
          <strong>{viewer.name}</strong>
          {below && <br />}
          <span class="soft">{below}</span>
        </p>
        <MenuLink href="/compte" icon="user" label="Mon compte" />
        {viewer.canSwitch && <MenuLink href="/compte/organisation" icon="building-2" label="Changer d’organisation" />}
        {viewer.keepsViews && <MenuLink href="/calendrier" icon="calendar" label="Mon calendrier" />}
        {viewer.keepsViews && <MenuLink href="/vues" icon="list-filter" label="Gérer mes vues" />}
        <MenuLink href="/messages" icon="history" label="Historique des messages" />
        <form method="post" action="/deconnexion">
          <input type="hidden" name="cle" value={viewer.key} />
          <button type="submit">
            <Icon name="log-out" />
            Se déconnecter
          </button>
        </form>
      </div>
    </>
  );
}

function MenuLink({ href, icon, label }: { href: string; icon: IconName; label: string }) {
  return (
    <a href={href}>
      <Icon name={icon} />
      {label}
    </a>
  );
}

export function initials(name: string): string {
  const words = name.split(/[\s-]+/u).filter(Boolean);
  const letters = words.length > 1 ? [words[0], words.at(-1)] : [words[0]];
  return letters.map((word) => (word ?? '').charAt(0).toLocaleUpperCase('fr')).join('');
}
