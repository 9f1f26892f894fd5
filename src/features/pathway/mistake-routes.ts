/** The doors that take back what was typed by mistake, each with its way back. */
import type { Route } from '#http/route.ts';
import { action } from '#http/route.ts';
import { drawEvaluations } from './evaluations-page.tsx';
import { oneObject } from './input.ts';
import {
  putBackEvaluation,
  putBackObstacle,
  putBackSignal,
  removeEvaluation,
  removeObstacle,
  removeSignal,
} from './mistake.ts';
import { drawObstacles } from './obstacles-page.tsx';
import { drawShared } from './shared-page.tsx';

const obstacles = { permission: 'obstacle.keep', input: oneObject, page: drawObstacles } as const;
const signals = { permission: 'obstacle.signal', input: oneObject, page: drawShared } as const;
const evaluations = { permission: 'evaluation.write', input: oneObject, page: drawEvaluations } as const;

export const mistakeRoutes: Route[] = [
  action({
    ...obstacles,
    path: '/freins/:id/erreur',
    story: removeObstacle,
    afterwards: ({ id, person }) => ({
      to: `/personnes/${person}/freins`,
      say: 'Frein retiré.',
      undo: `/freins/${id}/remettre`,
    }),
  }),
  action({
    ...obstacles,
    path: '/freins/:id/remettre',
    story: putBackObstacle,
    afterwards: ({ person }) => ({ to: `/personnes/${person}/freins`, say: 'Frein remis.' }),
  }),
  action({
    ...signals,
    path: '/signalements/:id/erreur',
    story: removeSignal,
    afterwards: ({ id, person }) => ({
      to: `/personnes/${person}/partage`,
      say: 'Signalement retiré.',
      undo: `/signalements/${id}/remettre`,
    }),
  }),
  action({
    ...signals,
    path: '/signalements/:id/remettre',
    story: putBackSignal,
    afterwards: ({ person }) => ({ to: `/personnes/${person}/partage`, say: 'Signalement remis.' }),
  }),
  action({
    ...evaluations,
    path: '/evaluations/:id/erreur',
    story: removeEvaluation,
    afterwards: ({ id, contract }) => ({
      to: `/contrats/${contract}/evaluations`,
      say: 'Évaluation retirée.',
      undo: `/evaluations/${id}/remettre`,
    }),
  }),
  action({
    ...evaluations,
    path: '/evaluations/:id/remettre',
    story: putBackEvaluation,
    afterwards: ({ contract }) => ({ to: `/contrats/${contract}/evaluations`, say: 'Évaluation remise.' }),
  }),
];
