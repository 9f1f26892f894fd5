/** What may be sent about the way of a person: skills, evaluations, meetings, what follows, obstacles. */
import { z } from 'zod';
import { nextSteps } from '#domain/next-contract.ts';
import type { NextStep } from '#domain/next-contract.ts';
import { obstacleCodes, obstacleStateCodes } from '#domain/obstacles.ts';
import { skillLevelCodes } from '#domain/skill-levels.ts';
import { criteria, degrees, presences } from '#domain/work-evaluation.ts';
import type { ReportPresence } from '#domain/work-evaluation.ts';
import {
  choice,
  day,
  id,
  line,
  optionalDay,
  optionalLine,
  optionalPhone,
  optionalText,
  version,
} from '#http/shapes.ts';

const optionalId = z.union([z.literal(''), z.uuid()], { error: 'Choisissez une valeur de la liste.' }).default('');

export const skillInput = z.object({
  id,
  label: line({ says: 'Écrivez la compétence, par exemple «\u00A0Lire un plan de ferraillage\u00A0».', max: 120 }),
  level: choice(skillLevelCodes, { says: 'Choisissez un niveau.' }),
  contract: optionalId,
  place: optionalLine({ max: 120 }),
  seenOn: day({ says: 'Indiquez quand elle a été constatée, par exemple 15/10/2026.' }),
});

export const evaluationInput = z.object({
  id,
  evaluatedOn: day({ says: 'Indiquez le jour de l’évaluation, par exemple 15/10/2026.' }),
  ...Object.fromEntries(criteria.map((criterion) => [criterion, z.enum(['', ...degrees]).default('')])),
  words: optionalText({ max: 1000 }),
});

export const reportInput = z.object({
  id,
  version: version.optional(),
  heldOn: day({ says: 'Indiquez le jour du bilan, par exemple 15/10/2026.' }),
  present: z
    .union([z.string(), z.array(z.string())])
    .default([])
    .transform((sent) => (Array.isArray(sent) ? sent : [sent]).filter(isPresence)),
  said: optionalText({ max: 2000 }).pipe(
    z.string().min(1, { error: 'Écrivez ce qui a été dit du travail, en quelques phrases.' }),
  ),
  agreed: optionalText({ max: 1000 }),
  nextOn: optionalDay({ says: 'Indiquez un jour, par exemple 15/01/2027.' }),
});

const steps = Object.keys(nextSteps) as [NextStep, ...NextStep[]];

export const nextInput = z.object({
  id,
  step: choice(steps, { says: 'Choisissez ce qui est proposé.' }),
  lot: optionalId,
  words: optionalText({ max: 500 }),
});

const obstacleFields = {
  specialist: optionalLine({ max: 120 }),
  specialistPhone: optionalPhone,
  words: optionalText({ max: 500 }),
};

export const newObstacleInput = z.object({
  id,
  kind: choice(obstacleCodes, { says: 'Choisissez le frein dans la liste.' }),
  ...obstacleFields,
});
export const obstacleInput = z.object({
  id,
  version,
  state: choice(obstacleStateCodes, { says: 'Choisissez où en est ce frein.' }),
  ...obstacleFields,
});
export const oneObject = z.object({ id });
export const signalInput = z.object({
  id,
  kind: choice(obstacleCodes, { says: 'Choisissez la difficulté dans la liste.' }),
  words: optionalText({ max: 500 }),
});

function isPresence(text: string): text is ReportPresence {
  return presences.some((known) => known === text);
}

export type SkillInput = z.output<typeof skillInput>;
export type EvaluationInput = z.output<typeof evaluationInput> & Record<string, unknown>;
export type ReportInput = z.output<typeof reportInput>;
export type NextInput = z.output<typeof nextInput>;
export type NewObstacleInput = z.output<typeof newObstacleInput>;
export type ObstacleInput = z.output<typeof obstacleInput>;
export type SignalInput = z.output<typeof signalInput>;
