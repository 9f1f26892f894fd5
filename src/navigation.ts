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

const marketKinds = ['facilitator', 'buyer', 'state', 'insertion'] as const satisfies readonly OrganisationKind[];

/** Without a title: what everybody opens every day. */
const groups: readonly { title: string; entries: readonly Entry[] }[] = [
  {
    title: '',
    entries: [
      { href: '/', label: 'Accueil', icon: 'layout-dashboard', permission: 'home.read' },
      {
        href: '/tableau-de-bord',
        label: 'Tableau de bord',
        icon: 'chart-column',
        permission: 'dashboard.read',
        only: marketKinds,
      },
    ],
  },
  {
    title: 'Marchés et heures',
    entries: [
      { href: '/marches', label: 'Marchés', icon: 'file-text', permission: 'market.read', only: marketKinds },
      { href: '/mes-marches', label: 'Mes marchés', icon: 'file-text', permission: 'party.contact' },
      { href: '/heures', label: 'Heures', icon: 'clock', permission: 'hours.review' },
      { href: '/refus', label: 'Refus d’heures', icon: 'scale', permission: 'refusal.read', only: ['buyer'] },
      { href: '/declarations', label: 'Déclarer des heures', icon: 'clock', permission: 'hours.declare' },
      { href: '/entreprises', label: 'Entreprises', icon: 'factory', permission: 'market.write' },
      { href: '/globalisations', label: 'Globalisation', icon: 'handshake', permission: 'agreement.read' },
    ],
  },
  {
    title: 'Personnes',
    entries: [
      { href: '/personnes', label: 'Personnes', icon: 'users', permission: 'person.read' },
      { href: '/candidats', label: 'Mes candidats', icon: 'users', permission: 'referral.propose' },
      { href: '/orientations', label: 'Propositions', icon: 'inbox', permission: 'referral.handle' },
      { href: '/vivier', label: 'Vivier', icon: 'list-filter', permission: 'pool.read' },
      {
        href: '/tester-l-eligibilite',
        label: 'Tester l’éligibilité',
        icon: 'circle-question-mark',
        permission: 'eligibility.test',
      },
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
    ],
  },
  {
    title: 'Recrutement',
    entries: [
      { href: '/postes', label: 'Postes ouverts', icon: 'briefcase', permission: 'need.answer' },
      { href: '/besoins', label: 'Besoins', icon: 'briefcase', permission: 'offer.read' },
      { href: '/candidatures', label: 'Candidatures', icon: 'handshake', permission: 'placement.read' },
      {
        href: '/informations-collectives',
        label: 'Informations collectives',
        icon: 'calendar',
        permission: 'session.read',
      },
      { href: '/rencontres', label: 'Rencontres', icon: 'calendar', permission: 'platform.attend' },
      { href: '/plateformes', label: 'Plateforme de recrutement', icon: 'users', permission: 'platform.hold' },
    ],
  },
  {
    title: 'Organisation',
    entries: [
      { href: '/contacts', label: 'Points de contact', icon: 'message-square', permission: 'contact.read' },
      { href: '/organisation', label: 'Mon organisation', icon: 'building-2', permission: 'organisation.read' },
      { href: '/organisation/membres', label: 'Membres', icon: 'users', permission: 'member.read' },
      {
        href: '/organisation/eligibilite',
        label: 'Règles d’éligibilité',
        icon: 'scale',
        permission: 'eligibility.set',
      },
      {
        href: '/organisation/decisions',
        label: 'Décisions à deux',
        icon: 'handshake',
        permission: 'approval.decide',
      },
      { href: '/liens', label: 'Liens d’échange', icon: 'link', permission: 'link.read' },
      { href: '/donnees', label: 'Données personnelles', icon: 'shield-check', permission: 'request.read' },
      { href: '/organisation/cles', label: 'Clés de l’API', icon: 'key-round', permission: 'partner-key.manage' },
      { href: '/organisation/courriels', label: 'Courriels', icon: 'mail', permission: 'mail.read' },
      { href: '/organisation/journal', label: 'Journal', icon: 'history', permission: 'journal.read' },
      { href: '/instance', label: 'Instance', icon: 'database', permission: 'instance.read' },
    ],
  },
];

export function navigation(actor: Actor): NavigationItem[] {
  return groups.flatMap(({ title, entries }) =>
    entries
      .filter(({ permission, only }) => may(actor, permission).allowed && (only === undefined || isOneOf(actor, only)))
      .filter(({ unless }) => unless === undefined || !may(actor, unless).allowed)
      .map(({ href, label, icon }) => ({ href, label, icon, group: title })),
  );
}

function isOneOf(actor: Actor, kinds: readonly OrganisationKind[]): boolean {
  return actor.kind === 'member' && kinds.includes(actor.organisationKind);
}
