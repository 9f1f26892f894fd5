/** Letters to the referents of candidates: that there is news, of whom by initials, and the one place to read it. */
import type { Facts, Template } from './template.ts';

const why =
  'Vous recevez ce message parce que vous suivez une personne proposée à une structure de facilitation dans Guichet.';

export const referralTemplates = {
  'referral-news': {
    subject: 'Des nouvelles de vos candidats',
    uses: ['candidates'],
    says: (facts) => news(facts),
    link: { page: '/candidats', label: 'Lire ce qu’ils deviennent' },
    why,
    ask: 'Une question~? Le téléphone de la structure est sur la page de chaque candidat.',
  },
  'referral-news-link': {
    subject: 'Des nouvelles de vos candidats',
    uses: ['candidates'],
    says: (facts) => [
      ...news(facts),
      'Le lien ci-dessous s’ouvre sans mot de passe, pendant 30~jours. Il n’est que pour vous~: ne le transférez pas.',
    ],
    link: { secret: 'referral', label: 'Lire ce qu’ils deviennent' },
    why,
    ask: 'Ce n’est plus vous~? Répondez à la structure qui suit cette personne, elle changera l’adresse.',
  },
  'referral-link': {
    subject: 'Votre lien pour suivre vos candidats',
    uses: [],
    says: () => ['Voici le nouveau lien demandé. Il s’ouvre sans mot de passe, pendant 30~jours.'],
    link: { secret: 'referral', label: 'Suivre mes candidats' },
    why,
    ask: 'Vous n’avez rien demandé~? Ignorez ce message.',
  },
} as const satisfies Record<string, Template>;

function news({ candidates }: Facts): string[] {
  return [
    candidates === '' ? 'Il y a du nouveau pour une personne que vous suivez.' : `Il y a du nouveau pour ${candidates}`,
  ];
}
