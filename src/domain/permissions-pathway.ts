/** Rights of the pathway: visits, evaluations, meetings, skills, obstacles, what follows and what became of people. */
import type { Position } from './position.ts';
import type { Rule } from './rule.ts';

const team = [
  'facilitator.admin',
  'facilitator.facilitator',
  'facilitator.accompaniment',
] as const satisfies readonly Position[];

const atWork = ['company.admin', 'company.declarant', 'inclusion.user'] as const satisfies readonly Position[];

/** Source: permissions.md §6.2, lines "Visits", "Obstacles", "Exit situation". */
export const pathwayPermissions = {
  'pathway.read': {
    sentence: 'Lire le parcours d’une personne, de contrat en contrat',
    who: [...team, 'facilitator.clerk'],
    relation: 'own',
  },
  'visit.read': {
    sentence: 'Voir les visites, évaluations et bilans tripartites de ses propres personnes',
    who: [...team, 'facilitator.clerk', ...atWork, 'prescriber.user'],
    relation: 'own',
  },
  'visit.write': {
    sentence: 'Noter et déplacer les visites, tenir les bilans tripartites',
    who: team,
    relation: 'own',
  },
  'evaluation.read': {
    sentence: 'Lire les évaluations au travail et les bilans d’un contrat',
    who: [...team, 'facilitator.clerk', ...atWork],
    relation: 'own',
  },
  'evaluation.write': {
    sentence: 'Évaluer au travail une personne de son équipe ou de sa structure',
    who: [...team, ...atWork],
    relation: 'own',
  },
  'skill.read': {
    sentence: 'Lire le passeport de compétences d’une personne',
    who: [...team, 'facilitator.clerk'],
    relation: 'own',
  },
  'skill.keep': { sentence: 'Tenir le passeport de compétences d’une personne', who: team, relation: 'own' },
  'next-contract.read': {
    sentence: 'Voir les contrats qui prennent fin, et ce qui suit',
    who: [...team, 'prescriber.user'],
    relation: 'own',
  },
  'next-contract.write': { sentence: 'Proposer ce qui suit un contrat', who: team, relation: 'own' },
  'obstacle.keep': {
    sentence: 'Lire et tenir les freins d’une personne, les partager un à un',
    who: ['facilitator.accompaniment'],
    relation: 'own',
  },
  'obstacle.signal': {
    sentence: 'Signaler une difficulté d’une personne orientée, lire les freins partagés',
    who: ['prescriber.user'],
    relation: 'own',
  },
  'exit.read': {
    sentence: 'Lire ce que deviennent ses propres personnes',
    who: [...team, ...atWork, 'prescriber.user'],
    relation: 'own',
  },
  'exit.write': {
    sentence: 'Enregistrer ce que devient une personne, ou répondre soi-même par le lien reçu',
    who: [...team, 'inclusion.user'],
    relation: 'own',
    link: 'exit-question',
  },
  'exit.ask': { sentence: 'Poser la question à la personne, par courriel', who: team, relation: 'own' },
  'exit.sum': {
    sentence: 'Lire le bilan des parcours de sa structure, sans nom et sans petit nombre',
    who: [...team, 'facilitator.steering'],
    relation: 'own',
  },
  'pathway.follow': {
    sentence: 'Prévoir les visites, annoncer les fins de contrat, poser la question des nouvelles',
    who: 'jobs',
    relation: 'public',
  },
} as const satisfies Record<string, Rule>;
