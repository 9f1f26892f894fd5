/** Rights on globalisation agreements and on the rules of counting. */
import { hourReaders } from './permissions-thread.ts';
import type { Rule } from './rule.ts';

export const agreementPermissions = {
  'agreement.read': {
    sentence: 'Lire les accords de globalisation de ses marchés, et les heures qu’ils ont réparties',
    who: hourReaders,
    relation: 'own',
  },
  'agreement.write': {
    sentence: 'Proposer un accord de globalisation, le modifier, l’amender ou le terminer',
    who: ['facilitator.admin', 'facilitator.facilitator', 'buyer.admin', 'buyer.procurement', 'company.admin'],
    relation: 'own',
  },
  'agreement.sign': {
    sentence: 'Signer ou refuser un accord de globalisation pour son organisation',
    who: [
      'facilitator.admin',
      'facilitator.facilitator',
      'buyer.admin',
      'buyer.procurement',
      'buyer.decider',
      'company.admin',
    ],
    relation: 'own',
  },
  'counting.read': {
    sentence: 'Lire les règles de décompte qui s’appliquent à ses marchés, et d’où elles viennent',
    who: hourReaders,
    relation: 'own',
  },
  'counting.house': {
    sentence: 'Lire les réglages de décompte de son organisation',
    who: [
      'facilitator.admin',
      'facilitator.facilitator',
      'facilitator.accompaniment',
      'facilitator.clerk',
      'facilitator.steering',
      'buyer.admin',
      'buyer.procurement',
      'buyer.site',
      'buyer.decider',
      'control.auditor',
    ],
    relation: 'own',
  },
  'counting.organisation': {
    sentence: 'Régler le décompte pour tous les marchés de son organisation',
    who: ['facilitator.admin', 'buyer.admin'],
    relation: 'own',
  },
  'counting.market': {
    sentence: 'Régler le décompte d’un marché ou d’un lot',
    who: ['facilitator.admin', 'facilitator.facilitator', 'buyer.admin', 'buyer.procurement'],
    relation: 'own',
  },
} as const satisfies Record<string, Rule>;
