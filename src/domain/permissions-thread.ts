/** Rights of the main thread: markets, people and hours. */
import type { Position } from './position.ts';
import type { Rule } from './rule.ts';

const marketKeepers = [
  'facilitator.admin',
  'facilitator.facilitator',
  'buyer.admin',
  'buyer.procurement',
] as const satisfies readonly Position[];

/** Who prepares, buys, follows or controls; a company reads its own part on its own page. */
const lotReaders = [
  'facilitator.admin',
  'facilitator.facilitator',
  'facilitator.accompaniment',
  'facilitator.clerk',
  'facilitator.steering',
  'buyer.admin',
  'buyer.procurement',
  'buyer.site',
  'buyer.decider',
  'state.coordination',
  'control.auditor',
] as const satisfies readonly Position[];

/** Whose work is on the markets themselves (permissions.md §6.2); insertion services and prescribers have lists of their own. */
export const hourReaders = [
  'facilitator.admin',
  'facilitator.facilitator',
  'facilitator.accompaniment',
  'facilitator.clerk',
  'facilitator.steering',
  'buyer.admin',
  'buyer.procurement',
  'buyer.site',
  'buyer.decider',
  'company.admin',
  'company.declarant',
  'inclusion.user',
  'control.auditor',
] as const satisfies readonly Position[];

const marketReaders = [...hourReaders, 'state.coordination'] as const satisfies readonly Position[];

export const threadPermissions = {
  'market.read': {
    sentence: 'Consulter les marchés où son organisation a un rôle, et où ils en sont',
    who: marketReaders,
    relation: 'own',
    scope: 'markets:read',
  },
  'market.write': {
    sentence: 'Enregistrer et modifier les marchés, leurs lots, leurs engagements et leurs intervenants',
    who: marketKeepers,
    relation: 'own',
    scope: 'markets:write',
  },
  'hours.read': {
    sentence: 'Lire d’où viennent les heures d’un lot',
    who: hourReaders,
    relation: 'own',
  },
  'amount.read': {
    sentence: 'Lire les montants et estimations confidentiels d’un marché',
    who: ['buyer.admin', 'buyer.procurement', 'buyer.decider', 'facilitator.admin', 'facilitator.facilitator'],
    relation: 'own',
  },
  'amount.write': {
    sentence: 'Saisir les montants et estimations d’un marché',
    who: ['buyer.admin', 'buyer.procurement', 'facilitator.admin', 'facilitator.facilitator'],
    relation: 'own',
  },
  'party.read': {
    sentence: 'Voir qui intervient sur un lot, et qui y joindre',
    who: lotReaders,
    relation: 'own',
  },
  'party.contact': {
    sentence: 'Tenir à jour qui joindre pour ses marchés, et déléguer la déclaration',
    who: ['company.admin', 'company.declarant', 'inclusion.user'],
    relation: 'own',
    link: 'declaration',
  },
  'person.read': {
    sentence: 'Lire les personnes suivies par sa structure',
    who: ['facilitator.admin', 'facilitator.facilitator', 'facilitator.accompaniment', 'facilitator.clerk'],
    relation: 'own',
  },
  'person.write': {
    sentence: 'Enregistrer une personne et ses contrats',
    who: ['facilitator.admin', 'facilitator.facilitator', 'facilitator.accompaniment'],
    relation: 'own',
  },
  'eligibility.decide': {
    sentence: 'Décider qu’une personne est éligible à la clause',
    who: ['facilitator.admin', 'facilitator.facilitator', 'facilitator.accompaniment'],
    relation: 'own',
  },
  'hours.declare': {
    sentence: 'Déclarer les heures de son entreprise ou de sa structure',
    who: ['company.admin', 'company.declarant', 'inclusion.user'],
    relation: 'own',
    scope: 'hours:write',
    link: 'declaration',
  },
  'hours.enter': {
    sentence: 'Saisir des heures à la place d’une entreprise',
    who: ['facilitator.admin', 'facilitator.facilitator', 'facilitator.clerk'],
    relation: 'own',
  },
  'hours.review': {
    sentence: 'Valider, refuser ou rendre une déclaration d’heures',
    who: ['facilitator.admin', 'facilitator.facilitator'],
    relation: 'own',
  },
  'dashboard.read': {
    sentence: 'Lire les tableaux de bord de son organisation',
    who: marketReaders,
    relation: 'own',
  },
  'view.keep': { sentence: 'Enregistrer ses vues et son calendrier', who: marketReaders, relation: 'self' },
  'hours.expect': {
    sentence: 'Attendre les déclarations du mois et rappeler celles qui manquent',
    who: 'jobs',
    relation: 'public',
  },
  'contract.follow': {
    sentence: 'Suivre chaque nuit le début, l’essai et le terme des contrats',
    who: 'jobs',
    relation: 'public',
  },
  'commitment.follow': {
    sentence: 'Suivre chaque nuit l’état des engagements',
    who: 'jobs',
    relation: 'public',
  },
  'hours.fold': { sentence: 'Tenir à jour les totaux d’heures', who: 'jobs', relation: 'public' },
} as const satisfies Record<string, Rule>;
