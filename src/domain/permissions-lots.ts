/** Rights on hours refused by the buyer after their validation (convention S2 art. 4), and on quarterly statements (S1 art. 2-2). */
import type { Rule } from './rule.ts';

export const lotPermissions = {
  'statement.read': {
    sentence: 'Lire les états trimestriels remis à l’acheteur',
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
  'refusal.read': {
    sentence: 'Lire les refus d’heures proposés à l’acheteur, et ses réponses',
    who: [
      'facilitator.admin',
      'facilitator.facilitator',
      'facilitator.clerk',
      'facilitator.steering',
      'buyer.admin',
      'buyer.procurement',
      'buyer.site',
      'buyer.decider',
      'company.admin',
      'company.declarant',
      'control.auditor',
    ],
    relation: 'own',
  },
  'refusal.propose': {
    sentence: 'Proposer à l’acheteur de refuser des heures déjà validées',
    who: ['facilitator.admin', 'facilitator.facilitator'],
    relation: 'own',
  },
  'refusal.decide': {
    sentence: 'Refuser ou garder, pour l’acheteur, des heures déjà validées',
    who: ['buyer.procurement', 'buyer.decider'],
    relation: 'own',
  },
} as const satisfies Record<string, Rule>;
