/** Rights of people over their own data, and of those who answer for it (permissions.md §§6.1 and 9). */
import type { Position } from './position.ts';
import type { Rule } from './rule.ts';

/** Who answers for the data of a structure: its administration and its data protection officer. */
const answerable = ['facilitator.admin', 'control.dpo'] as const satisfies readonly Position[];

export const privacyPermissions = {
  'own-space.read': {
    sentence: 'Lire son propre espace\u00A0: heures, contrats, contacts, qui a lu sa fiche',
    who: ['person.self'],
    relation: 'self',
    link: 'person-space',
  },
  'own-space.write': {
    sentence: 'Corriger ses coordonnées, demander une attestation, exercer ses droits',
    who: ['person.self'],
    relation: 'self',
    link: 'person-space',
  },
  'own-space.give': {
    sentence: 'Donner à une personne suivie l’accès à son espace',
    who: ['facilitator.admin', 'facilitator.facilitator', 'facilitator.accompaniment'],
    relation: 'own',
  },
  'request.read': {
    sentence: 'Suivre les demandes des personnes sur leurs données, et en donner une copie',
    who: answerable,
    relation: 'own',
  },
  'request.copy-all': {
    // permissions.md §6.2, "Obstacles, notes": on request, by the data protection officer.
    sentence: 'Remettre à une personne la copie de ses freins et des notes de l’équipe',
    who: ['control.dpo'],
    relation: 'own',
  },
  'request.answer': {
    sentence: 'Répondre à une demande d’accès, de rectification, d’opposition ou d’effacement',
    who: answerable,
    relation: 'own',
  },
  'retention.manage': {
    sentence: 'Fixer les durées de conservation, garder une fiche, geler un effacement',
    who: answerable,
    relation: 'own',
  },
  'register.read': {
    sentence: 'Lire le registre des traitements',
    who: answerable,
    relation: 'own',
  },
  'reading.read': {
    sentence: 'Savoir qui a lu la fiche d’une personne',
    who: answerable,
    relation: 'own',
  },
  'privacy.retain': {
    sentence: 'Prévenir puis effacer ce dont la durée est passée',
    who: 'jobs',
    relation: 'public',
  },
} as const satisfies Record<string, Rule>;
