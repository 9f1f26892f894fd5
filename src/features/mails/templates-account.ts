/** Letters about one's own account: passwords, keys, codes, address. */
import type { Template } from './template.ts';

const why = 'Vous recevez ce message parce que votre compte Guichet porte cette adresse.';
const alarm =
  'Si ce n’est pas vous, changez votre mot de passe sans attendre et prévenez l’administration de votre organisation.';
const ask = 'Une question~? Écrivez à l’administration de votre organisation dans Guichet.';
const security = { page: '/compte/securite', label: 'Voir la sécurité de mon compte' };

export const accountTemplates = {
  'password-reset': {
    subject: 'Choisir un nouveau mot de passe',
    uses: [],
    says: () => [
      'Un nouveau mot de passe a été demandé pour votre compte.',
      'Ce lien sert une seule fois, pendant 30~minutes.',
      'Si vous n’avez rien demandé, ne faites rien~: votre mot de passe reste le même.',
    ],
    link: { secret: 'password-reset', label: 'Choisir mon mot de passe' },
    why,
    ask,
  },
  'password-changed': {
    subject: 'Votre mot de passe a changé',
    uses: [],
    says: () => ['Le mot de passe de votre compte vient de changer.', alarm],
    link: security,
    why,
    ask,
  },
  'sign-in-link': {
    subject: 'Votre lien de connexion',
    uses: [],
    says: () => [
      'Voici le lien de connexion que vous avez demandé. Il sert une seule fois, pendant 15~minutes.',
      'Si vous n’avez rien demandé, ne faites rien.',
    ],
    link: { secret: 'sign-in', label: 'Me connecter' },
    why,
    ask,
  },
  'new-device': {
    subject: 'Connexion depuis un nouvel appareil',
    uses: ['device'],
    says: ({ device }) => [
      `Votre compte vient d’être ouvert depuis un appareil que nous ne connaissions pas${device === '' ? '' : `~: ${device}`}.`,
      alarm,
    ],
    link: security,
    why,
    ask,
  },
  'second-factor-changed': {
    subject: 'Votre double authentification a changé',
    uses: ['change'],
    says: ({ change }) => [`La double authentification de votre compte ${change}.`, alarm],
    link: security,
    why,
    ask,
  },
  'passkey-added': {
    subject: 'Une clé d’accès a été ajoutée',
    uses: [],
    says: () => ['Une clé d’accès vient d’être ajoutée à votre compte.', alarm],
    link: security,
    why,
    ask,
  },
  'email-change': {
    subject: 'Confirmer votre nouvelle adresse',
    uses: [],
    says: () => [
      'Cette adresse a été donnée pour un compte Guichet. Confirmez-la pour qu’elle serve désormais.',
      'Ce lien sert une seule fois, pendant une heure.',
      'Si vous n’avez rien demandé, ne faites rien.',
    ],
    link: { secret: 'email-change', label: 'Confirmer cette adresse' },
    why: 'Vous recevez ce message parce que cette adresse a été indiquée dans Guichet.',
    ask,
  },
  'email-changed-notice': {
    subject: 'L’adresse de votre compte a changé',
    uses: [],
    says: () => [
      'Votre compte Guichet porte désormais une autre adresse. Celle-ci ne sert plus à se connecter.',
      'Si ce n’est pas vous, prévenez sans attendre l’administration de votre organisation.',
    ],
    link: { page: '/connexion', label: 'Ouvrir Guichet' },
    why: 'Vous recevez ce message parce que votre compte Guichet portait cette adresse.',
    ask,
  },
} as const satisfies Record<string, Template>;
