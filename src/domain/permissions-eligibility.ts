/** Rights around eligibility: testing without a name, the publics of a market, settings and official outlines. */
import type { Position } from './position.ts';
import type { Rule } from './rule.ts';

const deciders = [
  'facilitator.admin',
  'facilitator.facilitator',
  'facilitator.accompaniment',
] as const satisfies readonly Position[];

export const eligibilityPermissions = {
  'eligibility.test': {
    // A company asks nobody about benefits, health or home: it reads the list of profiles of its market.
    sentence: 'Tester l’éligibilité d’une situation, sans nommer personne',
    who: [...deciders, 'inclusion.user', 'prescriber.user'],
    relation: 'public',
  },
  'publics.read': {
    sentence: 'Lire les publics visés par un marché',
    who: [
      ...deciders,
      'facilitator.clerk',
      'facilitator.steering',
      'buyer.admin',
      'buyer.procurement',
      'buyer.site',
      'buyer.decider',
      'state.coordination',
      'company.admin',
      'company.declarant',
      'inclusion.user',
      'control.auditor',
    ],
    relation: 'own',
  },
  'publics.write': {
    sentence: 'Élargir, restreindre ou donner priorité aux publics d’un marché',
    who: ['facilitator.admin', 'facilitator.facilitator', 'buyer.admin', 'buyer.procurement'],
    relation: 'own',
  },
  'eligibility.set': {
    sentence: 'Régler les seuils d’éligibilité de sa structure et la garde des pièces',
    who: ['facilitator.admin'],
    relation: 'own',
  },
  'district.manage': {
    sentence: 'Importer les contours officiels des quartiers prioritaires',
    who: ['operator.support'],
    relation: 'public',
  },
} as const satisfies Record<string, Rule>;
