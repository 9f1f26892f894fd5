/** The side menu: what this actor may open, in the order of the work. */
import { may } from '#domain/access.ts';
import type { Permission } from '#domain/permissions.ts';
import type { Actor } from '#domain/actor.ts';
import type { OrganisationKind } from '#domain/position.ts';
import type { NavigationItem } from '#ui/layout.tsx';

interface Entry extends NavigationItem {
  permission: Permission;
  /** Shown to these kinds of organisation only, whatever the right: others have a page of their own. */
  only?: readonly OrganisationKind[];
  /** Who has this right finds the page from another of the menu. */
  unless?: Permission;
}

const entries: readonly Entry[] = [
  { href: '/', label: 'Accueil', icon: 'layout-dashboard', permission: 'home.read' },
  {
    href: '/tableau-de-bord',
    label: 'Tableau de bord',
    icon: 'chart-column',
    permission: 'dashboard.read',
    only: ['facilitator', 'buyer', 'state', 'insertion'],
  },
  {
    href: '/marches',
    label: 'Marchés',
    icon: 'file-text',
    permission: 'market.read',
    only: ['facilitator', 'buyer', 'state', 'insertion'],
  },
  { href: '/mes-marches', label: 'Mes marchés', icon: 'file-text', permission: 'party.contact' },
  { href: '/heures', label: 'Heures', icon: 'clock', permission: 'hours.review' },
  { href: '/declarations', label: 'Déclarer des heures', icon: 'clock', permission: 'hours.declare' },
  { href: '/personnes', label: 'Personnes', icon: 'users', permission: 'person.read' },
  { href: '/visites', label: 'Visites', icon: 'calendar', permission: 'visit.read' },
  { href: '/suites', label: 'Suites de contrat', icon: 'hourglass', permission: 'next-contract.read' },
  { href: '/sorties', label: 'Sorties', icon: 'arrow-right', permission: 'exit.read' },
  {
    href: '/sorties/bilan',
    label: 'Bilan des parcours',
    icon: 'chart-column',
    permission: 'exit.sum',
    unless: 'exit.read',
  },
  { href: '/entreprises', label: 'Entreprises', icon: 'factory', permission: 'market.write' },
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
    .filter(({ permission, only }) => may(actor, permission).allowed && (only === undefined || isOneOf(actor, only)))
    .filter(({ unless }) => unless === undefined || !may(actor, unless).allowed)
    .map(({ href, label, icon }) => ({ href, label, icon }));
}

function isOneOf(actor: Actor, kinds: readonly OrganisationKind[]): boolean {
  return actor.kind === 'member' && kinds.includes(actor.organisationKind);
}
