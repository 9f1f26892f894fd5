/** Letters about the hours to declare: to the named contact of a company on a lot, who may have no account. */
import type { Facts, Template } from './template.ts';

export const hoursTemplates = {
  'declaration-link': {
    subject: 'Votre lien pour déclarer les heures d’insertion',
    uses: ['work', 'organisation'],
    says: (facts) => [
      `Voici le lien pour déclarer les heures d’insertion${forIt(facts)}${on(facts)}.`,
      'Il s’ouvre sans mot de passe, autant de fois que nécessaire, pendant 60~jours. Ne le transférez qu’à la personne qui déclare avec vous.',
      'Aucune heure ce mois-ci~? Le même lien le dit en un geste.',
    ],
    sms: ({ organisation }, address) =>
      `Heures d'insertion${organisation === '' ? '' : ` de ${organisation}`} : déclarez-les ici, sans mot de passe. ${address}`,
    link: { secret: 'declaration', label: 'Déclarer les heures' },
    why: 'Vous recevez ce message parce que cette adresse est celle du contact de l’entreprise pour ce marché dans Guichet.',
    ask: 'Une question, ou ce n’est plus vous~? Le nom et le téléphone du facilitateur sont sur la page du lien.',
  },
  'declaration-reminder': {
    subject: 'Des heures d’insertion sont à déclarer',
    uses: ['organisation', 'owed'],
    says: (facts) => [
      `Il reste à déclarer les heures d’insertion${forIt(facts)}${facts.owed === '' ? '' : `~: ${facts.owed}`}.`,
      'Le lien ci-dessous s’ouvre sans mot de passe. Aucune heure~? Il le dit en un geste.',
    ],
    sms: ({ organisation }, address) =>
      `Il reste des heures d'insertion à déclarer${organisation === '' ? '' : ` pour ${organisation}`}. Un geste suffit : ${address}`,
    link: { secret: 'declaration', label: 'Déclarer les heures' },
    why: 'Vous recevez ce message parce que cette adresse est celle du contact de l’entreprise pour ce marché dans Guichet.',
    ask: 'Vous avez déjà répondu, ou ce n’est plus vous~? Le nom et le téléphone du facilitateur sont sur la page du lien.',
  },
  'declaration-sent-back': {
    subject: 'Des heures d’insertion sont à corriger',
    uses: ['organisation', 'owed'],
    says: (facts) => [
      `Votre déclaration d’heures d’insertion${forIt(facts)} vous est rendue${facts.owed === '' ? '' : `~: ${facts.owed}`}.`,
      'Le motif est sur la page, avec les lignes à revoir. Corrigez, puis renvoyez~: rien d’autre n’est à refaire.',
    ],
    sms: ({ organisation }, address) =>
      `Des heures d'insertion${organisation === '' ? '' : ` de ${organisation}`} sont à corriger. Le motif est ici : ${address}`,
    link: { secret: 'declaration', label: 'Corriger les heures' },
    why: 'Vous recevez ce message parce que cette adresse est celle du contact de l’entreprise pour ce marché dans Guichet.',
    ask: 'Une question, ou ce n’est plus vous~? Le nom et le téléphone du facilitateur sont sur la page du lien.',
  },
} as const satisfies Record<string, Template>;

function forIt({ organisation }: Facts): string {
  return organisation === '' ? '' : ` de ${organisation}`;
}

function on({ work }: Facts): string {
  return work === '' ? '' : `, pour «~${work}~»`;
}
