/** Letters about the work of an organisation: invitations, members, decisions, exchange links, keys. */
import type { Facts, Template } from './template.ts';

const why = 'Vous recevez ce message parce que vous administrez cette organisation dans Guichet.';
const ask = 'Une question~? Parlez-en aux autres administrateurs de votre organisation.';
const links = { page: '/liens', label: 'Voir les liens d’échange' };

export const organisationTemplates = {
  invitation: {
    subject: 'Vous êtes invité dans Guichet',
    uses: ['organisation', 'kind', 'position'],
    says: ({ organisation, kind, position }) => [
      `${organisation} (${kind}) vous invite à rejoindre Guichet${position === '' ? '' : `, avec le rôle «~${position}~»`}.`,
      'Ce lien est personnel et sert une seule fois.',
    ],
    link: { secret: 'invitation', label: 'Répondre à l’invitation' },
    why: 'Vous recevez ce message parce que cette organisation a indiqué votre adresse.',
    ask: 'Vous n’attendiez pas cette invitation~? Ne faites rien, ou demandez à l’organisation qui vous invite.',
  },
  'invitation-new-asked': {
    subject: 'Une nouvelle invitation est demandée',
    uses: ['organisation'],
    says: (facts) => [
      `Une personne dont l’invitation n’est plus valable en demande une nouvelle${forIt(facts)}.`,
      'Renvoyez-la depuis la page des membres si vous la connaissez.',
    ],
    link: { page: '/organisation/membres', label: 'Voir les invitations' },
    why,
    ask,
  },
  'member-suspended': {
    subject: 'Votre accès est suspendu',
    uses: ['organisation'],
    says: (facts) => [`Votre accès à Guichet est suspendu${by(facts)}.`],
    link: { page: '/connexion', label: 'Ouvrir Guichet' },
    why: 'Vous recevez ce message parce que vous êtes membre de cette organisation dans Guichet.',
    ask: 'Une question~? Écrivez à l’administration de cette organisation.',
  },
  'approval-asked': {
    subject: 'Une décision vous attend',
    uses: ['organisation', 'decision'],
    says: (facts) => [
      `Un autre administrateur demande${forIt(facts)} à ${facts.decision}. Il faut une seconde personne pour en décider.`,
    ],
    link: { page: '/organisation/decisions', label: 'Voir la demande' },
    why,
    ask,
  },
  'approval-decided': {
    subject: 'Votre demande a reçu une réponse',
    uses: ['organisation', 'decision', 'answer'],
    says: (facts) => [`Votre demande${forIt(facts)} (${facts.decision}) a été ${facts.answer}.`],
    link: { page: '/organisation/decisions', label: 'Voir la réponse' },
    why: 'Vous recevez ce message parce que vous avez fait cette demande dans Guichet.',
    ask,
  },
  'administrator-reset': {
    subject: 'Un administrateur perd sa double authentification',
    uses: ['organisation'],
    says: (facts) => [
      `L’exploitation de l’instance vient de réinitialiser, sur demande, la double authentification d’un administrateur${forIt(facts)}.`,
      'Le journal dit de qui et pourquoi. Si vous n’attendiez pas ce changement, parlez-en à cette personne sans attendre.',
    ],
    link: { page: '/organisation/journal', label: 'Voir le journal' },
    why,
    ask,
  },
  'organisation-closed': {
    subject: 'Votre organisation est fermée',
    uses: ['organisation'],
    says: ({ organisation }) => [
      `${organisation === '' ? 'Une organisation que vous administriez' : organisation} vient d’être fermée dans Guichet. Ses sessions, ses liens d’échange et ses invitations sont terminés.`,
      'Ses données sont gardées le temps prévu. Seule l’exploitation de l’instance peut la rouvrir.',
    ],
    link: { page: '/connexion', label: 'Ouvrir Guichet' },
    why: 'Vous recevez ce message parce que vous administriez cette organisation dans Guichet.',
    ask: 'Vous n’attendiez pas cette fermeture~? Écrivez sans attendre à l’exploitation de l’instance.',
  },
  'link-invited': {
    subject: 'Un lien d’échange vous est proposé',
    uses: ['organisation'],
    says: (facts) => [
      `Un lien d’échange vous est proposé${by(facts)}.`,
      'Le code d’échange vous est remis séparément par cette organisation. Il sert une seule fois, pendant 7~jours.',
    ],
    link: links,
    why,
    ask,
  },
  'link-accepted': {
    subject: 'Votre lien d’échange est accepté',
    uses: ['organisation'],
    says: (facts) => [`Le lien d’échange que vous proposiez est accepté${by(facts)}.`],
    link: links,
    why,
    ask,
  },
  'link-revoked': {
    subject: 'Un lien d’échange a pris fin',
    uses: ['organisation'],
    says: (facts) => [
      `Un lien d’échange a été rompu${by(facts)}. Plus rien n’est partagé à ce titre.`,
      'Ce que vous avez reçu dans vos bilans y reste.',
    ],
    link: links,
    why,
    ask,
  },
  'partner-key-created': {
    subject: 'Une clé de l’API a été créée',
    uses: ['organisation'],
    says: (facts) => [
      `Une clé de l’API vient d’être créée${forIt(facts)}.`,
      'Si vous ne l’attendiez pas, révoquez-la sans attendre.',
    ],
    link: { page: '/organisation/cles', label: 'Voir les clés' },
    why,
    ask,
  },
} as const satisfies Record<string, Template>;

function by({ organisation }: Facts): string {
  return organisation === '' ? '' : ` par ${organisation}`;
}

function forIt({ organisation }: Facts): string {
  return organisation === '' ? '' : ` pour ${organisation}`;
}
