/** What may be sent about an eligibility: the situations ticked, each with its paper, and the few facts their rules ask. */
import { z } from 'zod';
import { offeredContractTypes } from '#domain/contract-types.ts';
import { parseTypedDay } from '#domain/day.ts';
import type { Proof } from '#domain/eligibility-proofs.ts';
import { isProofCode, proofKinds } from '#domain/eligibility-proofs.ts';
import { sentenceFor } from '#domain/refusals.ts';
import type { SituationCode } from '#domain/situations.ts';
import { isSituation, situations } from '#domain/situations.ts';
import type { TrainingLevel } from '#domain/training-level.ts';
import { readTrainingLevel } from '#domain/training-level.ts';
import { checkbox, choice, day, id, line, optionalDay, optionalLine } from '#http/shapes.ts';

/** One box ticked comes as a text, several as a list. */
export const ticked = z
  .union([z.string(), z.array(z.string()).max(60)])
  .default([])
  .transform((sent) => [...new Set([sent].flat())].filter(isSituation));

export const training = z
  .string()
  .default('')
  .transform((written, issues): TrainingLevel | null => {
    if (written === '') return null;
    const read = readTrainingLevel(written);
    if (read.ok) return read.value;
    issues.addIssue({ code: 'custom', message: sentenceFor('training-unknown') });
    return z.NEVER;
  });

export const yesOrNo = z
  .enum(['', 'oui', 'non'])
  .default('')
  .transform((typed) => (typed === '' ? null : typed === 'oui'));

export const registeredSince = optionalDay({ says: sentenceFor('registered-missing') });
export const leftSchoolOn = optionalDay({ says: 'Indiquez la date de sortie de l’école. Exemple\u00A0: 30/06/2025.' });

export const opinionAuthors = [
  'France Travail',
  'Maison de l’emploi',
  'Mission locale',
  'PLIE',
  'Cap emploi',
  'MDPH',
  'Structure de facilitation',
] as const;

const [firstType = 'CDI', ...otherTypes] = offeredContractTypes();

const told = {
  id,
  situation: ticked,
  fromDay: day({ says: 'Indiquez le premier jour, par exemple 02/03/2026.' }),
  type: choice([firstType, ...otherTypes], { says: 'Choisissez un type de contrat.' }),
  registeredSince,
  leftSchoolOn,
  training,
  employedElsewhere: yesOrNo,
  author: z.enum(['', ...opinionAuthors]).default(''),
  principal: optionalLine({ max: 40 }),
  supplied: checkbox,
  /** The decision in force when the page was drawn, so that two deciders never overwrite each other. */
  courante: optionalLine({ max: 36 }),
  file: z
    .unknown()
    .optional()
    .transform((sent) => (sent instanceof File && sent.size > 0 ? sent : null)),
};

export const examineInput = z.looseObject(told).transform(withProofs);
export const decisionInput = z
  .looseObject({
    ...told,
    verdict: choice(['eligible', 'not-eligible'], { says: 'Choisissez la réponse\u00A0: éligible ou non.' }),
  })
  .transform(withProofs);

export const endDecisionInput = z.object({
  id,
  courante: optionalLine({ max: 36 }),
  reason: line({ says: 'Écrivez le motif en une phrase, sans détail de santé ni de vie privée.', max: 300 }),
});

export const personIdInput = z.object({ id });

export type ExamineInput = z.output<typeof examineInput>;
export type DecisionInput = z.output<typeof decisionInput>;
export type EndDecisionInput = z.output<typeof endDecisionInput>;

interface Issues {
  addIssue(issue: { code: 'custom'; message: string; path: string[] }): void;
}

/** The fields of a situation carry its code: piece-RSA, date-RSA, fin-RSA. Those of a box left empty are not read. */
function withProofs<Typed extends { situation: SituationCode[] }>(typed: Typed, issues: Issues) {
  const sent: Record<string, unknown> = { ...typed };
  const proofs: Partial<Record<SituationCode, Proof>> = {};
  for (const code of typed.situation) {
    const [first] = situations[code].proofs;
    const kind = [sent[`piece-${code}`]].find((one) => typeof one === 'string' && isProofCode(one));
    const known = situations[code].proofs.find((one) => one === kind) ?? first;
    const datedOn = readDay(sent, `date-${code}`, issues);
    const validUntil = readDay(sent, `fin-${code}`, issues);
    const dated = datedOn !== null || validUntil !== null;
    if (dated || proofKinds[known].validity.kind === 'none') proofs[code] = { kind: known, datedOn, validUntil };
  }
  return { ...typed, proofs };
}

function readDay(sent: Record<string, unknown>, field: string, issues: Issues): string | null {
  const typed = sent[field];
  if (typeof typed !== 'string' || typed.trim() === '') return null;
  const read = parseTypedDay(typed);
  if (read.ok) return read.value;
  issues.addIssue({ code: 'custom', message: sentenceFor('proof-missing'), path: [field] });
  return null;
}
