/** Letters about the way of people: the question of news, to the person; the ends of contract, to who sent her. */
import type { Template } from './template.ts';

export const pathwayTemplates = {
  'exit-question': {
    subject: 'Où en êtes-vous aujourd’hui',
    uses: ['organisation'],
    says: (facts) => [
      `${facts.organisation === '' ? 'La structure qui vous a aidé à trouver un emploi' : facts.organisation} prend de vos nouvelles.`,
      'Une seule question, une réponse en un geste, sans mot de passe. Vous pourrez la changer pendant 30~jours.',
      'Vous pouvez ne pas répondre~: cela ne change rien pour vous.',
    ],
    sms: ({ organisation }, address) =>
      `${organisation === '' ? 'Votre structure' : organisation} prend de vos nouvelles. Une question, un geste : ${address}`,
    link: { secret: 'exit-question', label: 'Donner de mes nouvelles' },
    why: 'Vous recevez ce message parce que cette structure vous a aidé à trouver un emploi d’insertion.',
    ask: 'Vous ne voulez plus le recevoir~? Dites-le à cette structure.',
  },
  'contract-ending': {
    subject: 'Des contrats prennent fin bientôt',
    uses: [],
    says: () => [
      'Des personnes que vous avez orientées arrivent au terme de leur contrat d’insertion dans les prochaines semaines.',
      'La page ci-dessous dit qui, quand, et ce qui est proposé ensuite. Préparez la suite avec leur structure.',
    ],
    link: { page: '/suites', label: 'Voir les contrats qui se terminent' },
    why: 'Vous recevez ce message parce que votre organisation a orienté ces personnes dans Guichet.',
    ask: 'Une question~? Le nom de la structure qui les suit est sur la page.',
  },
  'contract-ending-link': {
    subject: 'Des contrats prennent fin bientôt',
    uses: [],
    says: () => [
      'Des personnes que vous avez orientées arrivent au terme de leur contrat d’insertion dans les prochaines semaines.',
      'Le lien ci-dessous dit qui et quand. Il s’ouvre sans mot de passe, pendant 30~jours, et n’est que pour vous~: ne le transférez pas.',
    ],
    link: { secret: 'referral', label: 'Voir les contrats qui se terminent' },
    why: 'Vous recevez ce message parce que vous suivez une personne proposée à une structure de facilitation dans Guichet.',
    ask: 'Ce n’est plus vous~? Répondez à la structure qui suit cette personne, elle changera l’adresse.',
  },
} as const satisfies Record<string, Template>;
