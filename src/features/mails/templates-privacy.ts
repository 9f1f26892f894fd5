/** Letters about a person's own space, her requests, and what will soon be erased. */
import type { Facts, Template } from './template.ts';

const whyPerson = 'Vous recevez ce message parce que cette adresse est sur votre fiche dans Guichet.';
const askPerson = 'Une question~? Appelez la structure qui vous suit.';

export const privacyTemplates = {
  'person-space': {
    subject: 'Votre lien vers votre espace Guichet',
    uses: ['organisation'],
    says: (facts) => [
      `Voici le lien vers votre espace${by(facts)}~: vos heures, vos contrats, vos droits.`,
      'Il s’ouvre sans mot de passe pendant 30~jours. Il est à vous seul~: ne le transférez à personne.',
    ],
    link: { secret: 'person-space', label: 'Ouvrir mon espace' },
    why: whyPerson,
    ask: askPerson,
  },
  'own-contact-changed': {
    subject: 'Votre adresse a changé dans Guichet',
    uses: ['organisation'],
    says: (facts) => [
      `L’adresse de votre fiche${by(facts)} vient d’être changée depuis votre espace. Celle-ci ne sert plus.`,
      'Si ce n’est pas vous, appelez sans attendre la structure qui vous suit.',
    ],
    link: { page: '/mon-espace', label: 'Ouvrir mon espace' },
    why: whyPerson,
    ask: askPerson,
  },
  'request-answered': {
    subject: 'Votre demande a reçu une réponse',
    uses: ['organisation'],
    says: (facts) => [`Votre demande sur vos données a reçu une réponse${of(facts)}. Lisez-la dans votre espace.`],
    link: { secret: 'person-space', label: 'Lire la réponse' },
    why: whyPerson,
    ask: 'La réponse ne vous convient pas~? Répondez à votre structure, ou écrivez à la CNIL.',
  },
  'request-erased': {
    subject: 'Vos données sont effacées',
    uses: ['organisation'],
    says: (facts) => [
      `Votre demande d’effacement a été acceptée. Votre nom et vos coordonnées ont disparu de votre fiche${by(facts)}.`,
      'Votre lien et votre code n’ouvrent plus rien. Cette adresse est effacée avec ce message.',
    ],
    link: { page: '/donnees-personnelles/personnes', label: 'Relire vos droits' },
    why: 'Vous recevez ce message parce que vous avez demandé l’effacement de vos données dans Guichet.',
    ask: 'Une question~? Écrivez à la CNIL, ou appelez la structure qui vous suivait.',
  },
  'request-received': {
    subject: 'Une demande sur des données attend une réponse',
    uses: ['organisation'],
    says: (facts) => [
      `Une personne suivie${forIt(facts)} exerce un droit sur ses données. La réponse est due sous un mois.`,
    ],
    link: { page: '/donnees', label: 'Voir la demande' },
    why: 'Vous recevez ce message parce que vous répondez des données de cette structure dans Guichet.',
    ask: 'Une question~? Parlez-en aux autres administrateurs de votre organisation.',
  },
  'retention-notice': {
    subject: 'Des fiches vont être effacées',
    uses: ['organisation'],
    says: (facts) => [
      `Des fiches arrivent au terme de leur conservation${at(facts)}. Elles seront effacées dans 30~jours.`,
      'Un contact récent que Guichet ne connaît pas~? Notez-le, et la fiche reste.',
    ],
    link: { page: '/donnees/conservation', label: 'Voir les fiches' },
    why: 'Vous recevez ce message parce que vous répondez des données de cette structure dans Guichet.',
    ask: 'Une question~? Parlez-en aux autres administrateurs de votre organisation.',
  },
  'account-ending': {
    subject: 'Votre compte Guichet va être effacé',
    uses: [],
    says: () => [
      'Votre compte n’a pas servi depuis presque deux ans. Il sera effacé dans 30~jours.',
      'Pour le garder, il suffit de vous connecter une fois.',
    ],
    link: { page: '/connexion', label: 'Me connecter' },
    why: 'Vous recevez ce message parce que vous avez un compte Guichet.',
    ask: 'Une question~? Parlez-en à l’administration de votre organisation.',
  },
} as const satisfies Record<string, Template>;

function by({ organisation }: Facts): string {
  return organisation === '' ? '' : ` auprès de ${organisation}`;
}

function of({ organisation }: Facts): string {
  return organisation === '' ? '' : ` de ${organisation}`;
}

function at({ organisation }: Facts): string {
  return organisation === '' ? '' : ` chez ${organisation}`;
}

function forIt({ organisation }: Facts): string {
  return organisation === '' ? '' : ` par ${organisation}`;
}
