/** Rights on prescribers, proposals, the pool, the recruitment platform and duplicates (permissions.md §6.2). */
import { accompanyingPositions } from './prescriber-kinds.ts';
import type { Rule } from './rule.ts';

export const referralPermissions = {
  'referral.propose': {
    sentence: 'Proposer des personnes, corriger et retirer ses propositions',
    who: ['prescriber.user'],
    relation: 'own',
  },
  'referral.follow': {
    sentence: 'Savoir ce que deviennent les personnes que l’on a proposées',
    who: ['prescriber.user'],
    relation: 'own',
    link: 'referral',
  },
  'referral.handle': {
    sentence: 'Répondre aux propositions des prescripteurs',
    who: accompanyingPositions,
    relation: 'own',
  },
  'prescriber.manage': {
    sentence: 'Tenir la liste de ses prescripteurs et de leurs référents',
    who: accompanyingPositions,
    relation: 'own',
  },
  'pool.read': {
    sentence: 'Chercher dans le vivier et tenir les profils',
    who: accompanyingPositions,
    relation: 'own',
  },
  'platform.hold': {
    sentence: 'Tenir les réunions de la plateforme de recrutement',
    who: accompanyingPositions,
    relation: 'own',
  },
  'platform.attend': {
    sentence: 'Voir les réunions où son organisation est invitée',
    who: ['prescriber.user'],
    relation: 'own',
  },
  'person.merge': {
    sentence: 'Comparer deux fiches et les fusionner',
    who: accompanyingPositions,
    relation: 'own',
  },
  'person.forget-merge': {
    sentence: 'Effacer ce qui permettait d’annuler une fusion, une fois le délai passé',
    who: 'jobs',
    relation: 'public',
  },
  'referral.tell': {
    sentence: 'Prévenir les référents, une fois par jour, de ce que deviennent leurs candidats',
    who: 'jobs',
    relation: 'public',
  },
} as const satisfies Record<string, Rule>;
