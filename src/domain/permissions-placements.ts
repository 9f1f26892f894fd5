/** Rights on needs and placements: job sheets, candidates, collective information. */
import type { Position } from './position.ts';
import type { Rule } from './rule.ts';

const employers = ['company.admin', 'company.declarant', 'inclusion.user'] as const satisfies readonly Position[];
const facilitators = ['facilitator.admin', 'facilitator.facilitator'] as const satisfies readonly Position[];
/** Who knows the people followed, and their way to work (permissions.md §6.2, identity W). */
const team = [...facilitators, 'facilitator.accompaniment'] as const satisfies readonly Position[];

export const placementPermissions = {
  'offer.read': {
    sentence: 'Lire les fiches de poste de ses marchés',
    who: [...team, 'facilitator.clerk', 'facilitator.steering', ...employers],
    relation: 'own',
  },
  'offer.write': {
    sentence: 'Écrire une fiche de poste, l’ouvrir, la clore ou la retirer',
    who: [...facilitators, ...employers],
    relation: 'own',
    link: 'declaration',
  },
  'offer.spread': {
    sentence: 'Diffuser un poste aux prescripteurs, et choisir lesquels par territoire',
    who: facilitators,
    relation: 'own',
  },
  'need.answer': {
    sentence: 'Lire les postes diffusés à son équipe et y répondre',
    who: ['prescriber.user'],
    relation: 'own',
    link: 'need',
  },
  'placement.read': {
    sentence: 'Suivre les candidatures\u00A0: les siennes, ou celles présentées à son entreprise sans leur nom',
    who: [...team, ...employers, 'prescriber.user'],
    relation: 'own',
  },
  'placement.propose': {
    sentence: 'Proposer une des personnes que son équipe a orientées sur un poste',
    who: ['prescriber.user'],
    relation: 'own',
  },
  'placement.answer': {
    sentence: 'Répondre sur une candidature, pour son entreprise ou à sa place',
    who: [...employers, ...facilitators],
    relation: 'own',
    link: 'placement',
  },
  'placement.move': {
    sentence: 'Retirer une candidature, ou la rouvrir',
    who: [...team, ...employers, 'prescriber.user'],
    relation: 'own',
  },
  'placement.follow': {
    sentence: 'Choisir et présenter des candidats, fixer un entretien, noter une formation, préparer l’accueil',
    who: team,
    relation: 'own',
  },
  'session.read': {
    sentence: 'Voir les informations collectives et y inscrire des personnes',
    who: [...team, 'prescriber.user'],
    relation: 'own',
  },
  'session.write': {
    sentence: 'Organiser une information collective et noter les présences',
    who: team,
    relation: 'own',
  },
  'placement.remind': {
    sentence: 'Rappeler les réponses attendues, dire les silences et clore les postes passés',
    who: 'jobs',
    relation: 'public',
  },
} as const satisfies Record<string, Rule>;
