/** Letters about hours a structure proposes the buyer to refuse: to who decides, then to who proposed. No name, no figure. */
import type { Template } from './template.ts';

export const lotTemplates = {
  'refusal-proposed': {
    subject: 'Des heures validées sont proposées au refus',
    uses: ['organisation'],
    says: ({ organisation }) => [
      `${organisation === '' ? 'Une structure de facilitation' : organisation} propose de refuser des heures d’insertion déjà validées sur un de vos marchés.`,
      'Le motif et le nombre d’heures sont sur la page. Vous acceptez, et les heures ne comptent plus, ou vous les gardez en disant pourquoi.',
    ],
    link: { page: '/refus', label: 'Lire et décider' },
    why: 'Vous recevez ce message parce que vous décidez pour l’acheteur dans Guichet.',
    ask: 'Une question~? La structure qui propose est joignable depuis la page du lot.',
  },
  'refusal-answered': {
    subject: 'L’acheteur a répondu à une proposition de refus',
    uses: ['organisation'],
    says: ({ organisation }) => [
      `${organisation === '' ? 'L’acheteur' : organisation} a répondu à votre proposition de refuser des heures validées.`,
    ],
    link: { page: '/refus?vue=decides', label: 'Lire la réponse' },
    why: 'Vous recevez ce message parce que vous avez fait cette proposition dans Guichet.',
    ask: 'Une question~? L’acheteur est joignable depuis la page du marché.',
  },
} as const satisfies Record<string, Template>;
