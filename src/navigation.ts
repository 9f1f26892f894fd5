/** The side menu: what this actor may open, in the order of the work. */
import { may } from '#domain/access.ts';
import type { Permission } from '#domain/permissions.ts';
import type { Actor } from '#domain/actor.ts';
import type { NavigationItem } from '#ui/layout.tsx';

interface Entry extends NavigationItem {
  permission: Permission;
}

const entries: readonly Entry[] = [
  { href: '/', label: 'Accueil', icon: 'layout-dashboard', permission: 'home.read' },
  { href: '/contacts', label: 'Points de contact', icon: 'message-square', permission: 'contact.read' },
  { href: '/organisation', label: 'Mon organisation', icon: 'building-2', permission: 'organisation.read' },
  { href: '/organisation/membres', label: 'Membres', icon: 'users', permission: 'member.read' },
  {
    href: '/organisation/decisions',
    label: 'Décisions à deux',
    icon: 'handshake',
    permission: 'approval.decide',
  },
  { href: '/liens', label: 'Liens d’échange', icon: 'link', permission: 'link.read' },
  { href: '/organisation/cles', label: 'Clés de l’API', icon: 'key-round', permission: 'partner-key.manage' },
  { href: '/organisation/courriels', label: 'Courriels', icon: 'mail', permission: 'mail.read' },
  { href: '/organisation/journal', label: 'Journal', icon: 'history', permission: 'journal.read' },
  { href: '/instance', label: 'Instance', icon: 'database', permission: 'instance.read' },
];

export function navigation(actor: Actor): NavigationItem[] {
  return entries
    .filter(({ permission }) => may(actor, permission).allowed)
    .map(({ href, label, icon }) => ({ href, label, icon }));
}
