/** The doors of the pathway: the picture, what follows, skills, evaluations, meetings, obstacles, and the prescriber's view. */
import type { Route } from '#http/route.ts';
import { action, page } from '#http/route.ts';
import { drawEndings } from './endings-page.tsx';
import { evaluate } from './evaluate.ts';
import { drawEvaluations } from './evaluations-page.tsx';
import {
  evaluationInput,
  newObstacleInput,
  nextInput,
  obstacleInput,
  oneObject,
  reportInput,
  signalInput,
  skillInput,
} from './input.ts';
import { mistakeRoutes } from './mistake-routes.ts';
import { drawNext } from './next-page.tsx';
import { proposeNext, withdrawNext } from './next.ts';
import { addObstacle, followObstacle, shareObstacle, unshareObstacle } from './obstacle.ts';
import { drawObstacles } from './obstacles-page.tsx';
import { drawEditReport, drawReport, drawReports } from './report-pages.tsx';
import { editReport, writeReport } from './report.ts';
import { drawShared } from './shared-page.tsx';
import { signalObstacle } from './signal.ts';
import { addSkill, putBackSkill, removeSkill } from './skill.ts';
import { drawSkills } from './skills-page.tsx';
import { drawWalk } from './walk-page.tsx';

const skills = { permission: 'skill.keep', page: drawSkills } as const;
const obstacles = { permission: 'obstacle.keep', page: drawObstacles } as const;
const toSkills = ({ person }: { person: string }) => `/personnes/${person}/competences`;
const toObstacles = ({ person }: { person: string }) => `/personnes/${person}/freins`;

export const pathwayRoutes: Route[] = [
  page({ path: '/personnes/:id/parcours', permission: 'pathway.read', view: drawWalk }),
  page({ path: '/suites', permission: 'next-contract.read', throttle: 'search', view: drawEndings }),
  page({ path: '/contrats/:id/proposer-une-suite', permission: 'next-contract.write', view: drawNext }),
  action({
    path: '/contrats/:id/proposer-une-suite',
    permission: 'next-contract.write',
    input: nextInput,
    story: proposeNext,
    afterwards: () => ({ to: '/suites', say: 'Suite proposée.' }),
    page: drawNext,
  }),
  action({
    path: '/contrats/:id/proposer-une-suite/retirer',
    permission: 'next-contract.write',
    input: oneObject,
    story: withdrawNext,
    afterwards: ({ id }) => ({ to: `/contrats/${id}/proposer-une-suite`, say: 'Proposition retirée.' }),
    page: drawNext,
  }),
  page({ path: '/personnes/:id/competences', permission: 'skill.read', view: drawSkills }),
  action({
    ...skills,
    path: '/personnes/:id/competences',
    input: skillInput,
    story: addSkill,
    afterwards: (kept) => ({ to: toSkills(kept), say: 'Compétence ajoutée.' }),
  }),
  action({
    ...skills,
    path: '/competences/:id/retirer',
    input: oneObject,
    story: removeSkill,
    afterwards: (kept) => ({
      to: toSkills(kept),
      say: 'Compétence retirée.',
      undo: `/competences/${kept.id}/remettre`,
    }),
  }),
  action({
    ...skills,
    path: '/competences/:id/remettre',
    input: oneObject,
    story: putBackSkill,
    afterwards: (kept) => ({ to: toSkills(kept), say: 'Compétence remise.' }),
  }),
  page({ path: '/contrats/:id/evaluations', permission: 'evaluation.read', view: drawEvaluations }),
  action({
    path: '/contrats/:id/evaluations',
    permission: 'evaluation.write',
    input: evaluationInput,
    story: evaluate,
    afterwards: ({ id }) => ({ to: `/contrats/${id}/evaluations`, say: 'Évaluation enregistrée.' }),
    page: drawEvaluations,
  }),
  page({ path: '/contrats/:id/bilans', permission: 'evaluation.read', view: drawReports }),
  action({
    path: '/contrats/:id/bilans',
    permission: 'visit.write',
    input: reportInput,
    story: writeReport,
    afterwards: ({ id }) => ({ to: `/bilans/${id}`, say: 'Bilan enregistré.' }),
    page: drawReports,
  }),
  page({ path: '/bilans/:id', permission: 'visit.read', view: drawReport }),
  page({ path: '/bilans/:id/modifier', permission: 'visit.write', view: drawEditReport }),
  action({
    path: '/bilans/:id/modifier',
    permission: 'visit.write',
    input: reportInput,
    story: editReport,
    afterwards: ({ id }) => ({ to: `/bilans/${id}`, say: 'Bilan modifié.' }),
    page: drawEditReport,
  }),
  page({ path: '/personnes/:id/freins', permission: 'obstacle.keep', view: drawObstacles }),
  action({
    ...obstacles,
    path: '/personnes/:id/freins',
    input: newObstacleInput,
    story: addObstacle,
    afterwards: (kept) => ({ to: toObstacles(kept), say: 'Frein ajouté.' }),
  }),
  action({
    ...obstacles,
    path: '/freins/:id',
    input: obstacleInput,
    story: followObstacle,
    afterwards: (kept) => ({ to: toObstacles(kept), say: 'Frein mis à jour.' }),
  }),
  action({
    ...obstacles,
    path: '/freins/:id/partager',
    input: oneObject,
    story: shareObstacle,
    afterwards: (kept) => ({ to: toObstacles(kept), say: 'Frein partagé avec le prescripteur.' }),
  }),
  action({
    ...obstacles,
    path: '/freins/:id/ne-plus-partager',
    input: oneObject,
    story: unshareObstacle,
    afterwards: (kept) => ({ to: toObstacles(kept), say: 'Frein partagé avec personne.' }),
  }),
  page({ path: '/personnes/:id/partage', permission: 'obstacle.signal', view: drawShared }),
  action({
    path: '/personnes/:id/partage',
    permission: 'obstacle.signal',
    input: signalInput,
    story: signalObstacle,
    afterwards: ({ person }) => ({
      to: `/personnes/${person}/partage`,
      say: 'Difficulté signalée à l’équipe d’accompagnement.',
    }),
    page: drawShared,
  }),
  ...mistakeRoutes,
];
