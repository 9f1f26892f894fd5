/** Letters about globalisation agreements: to sign, answered, ended. */
import type { Facts, Template } from './template.ts';

const why = 'Vous recevez ce message parce que vous administrez cette organisation dans Guichet.';
const ask = 'Une question~? Parlez-en à l’organisation qui vous écrit, ou à votre facilitateur.';

export const agreementTemplates = {
  'agreement-to-sign': {
    subject: 'Un accord de globalisation attend votre réponse',
    uses: ['organisation'],
    says: (facts) => [
      `Un accord de globalisation vous est proposé${by(facts)}.`,
      'Il n’a aucun effet tant que chaque organisation concernée ne l’a pas signé. Lisez-le, puis signez-le ou refusez-le.',
    ],
    link: { page: '/globalisations?vue=a-signer', label: 'Voir l’accord à signer' },
    why,
    ask,
  },
  'agreement-answered': {
    subject: 'Un accord de globalisation a reçu une réponse',
    uses: ['organisation'],
    says: (facts) => [`Une réponse vient d’être donnée à un accord de globalisation${by(facts)}.`],
    link: { page: '/globalisations', label: 'Voir les accords' },
    why,
    ask,
  },
  'agreement-ended': {
    subject: 'Un accord de globalisation prend fin',
    uses: ['organisation'],
    says: (facts) => [
      `Il est mis fin à un accord de globalisation${by(facts)}.`,
      'Les heures déjà réparties le restent. Les suivantes restent sur leur lot.',
    ],
    link: { page: '/globalisations?vue=termines', label: 'Voir les accords' },
    why,
    ask,
  },
} as const satisfies Record<string, Template>;

function by({ organisation }: Facts): string {
  return organisation === '' ? '' : ` par ${organisation}`;
}
