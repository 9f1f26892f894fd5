/** Letters about posts and candidates: to the company's contact, to prescribers, to the referent; never a name of a person. */
import type { Facts, Template } from './template.ts';

const toCompany = {
  why: 'Vous recevez ce message parce que cette adresse est celle du contact de l’entreprise pour ce marché dans Guichet.',
  ask: 'Une question, ou ce n’est plus vous~? Le nom et le téléphone du facilitateur sont sur la page du lien.',
};

export const placementTemplates = {
  'need-spread': {
    subject: 'Un poste est ouvert près de chez vous',
    uses: ['post', 'organisation'],
    says: (facts) => [
      `Une entreprise recrute sous clause d’insertion${named(facts)}.`,
      'Avez-vous quelqu’un~? Le lien montre le poste et se répond en un geste, sans mot de passe.',
    ],
    link: { secret: 'need', label: 'Voir le poste et répondre' },
    why: 'Vous recevez ce message parce que votre structure figure parmi les prescripteurs de ce territoire dans Guichet.',
    ask: 'Une question~? Le nom et le téléphone du facilitateur sont sur la page du lien.',
  },
  'candidate-presented': {
    subject: 'Une candidature attend votre réponse',
    uses: ['post', 'due'],
    says: (facts) => [
      `Une personne vous est présentée${forPost(facts)}.`,
      `Oui, non ou entretien~: un geste suffit, sans mot de passe${before(facts)}.`,
    ],
    link: { secret: 'placement', label: 'Voir la candidature et répondre' },
    ...toCompany,
  },
  'candidate-reminder': {
    subject: 'Rappel~: une candidature attend votre réponse',
    uses: ['post', 'due'],
    says: (facts) => [
      `Vous n’avez pas encore répondu sur la personne présentée${forPost(facts)}.`,
      `Même un non aide à avancer. Un geste suffit, sans mot de passe${before(facts)}.`,
    ],
    link: { secret: 'placement', label: 'Répondre' },
    ...toCompany,
  },
} as const satisfies Record<string, Template>;

function named({ post, organisation }: Facts): string {
  const what = post === '' ? '' : `~: ${post}`;
  return organisation === '' ? what : `${what}, diffusé par ${organisation}`;
}

function forPost({ post }: Facts): string {
  return post === '' ? '' : ` pour le poste «~${post}~»`;
}

function before({ due }: Facts): string {
  return due === '' ? '' : `, avant le ${due}`;
}
