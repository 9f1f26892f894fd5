/** What may be sent about a candidate: who, the company's answer, an interview, a training, the hire, the welcome. */
import { z } from 'zod';
import { contractTypes, executionMethods, isContractType } from '#domain/contract-types.ts';
import type { ExecutionMethod } from '#domain/contract-types.ts';
import { parseTypedHours } from '#domain/minutes.ts';
import { isPlacementState } from '#domain/placement-state.ts';
import { isReasonCode } from '#domain/placement-reasons.ts';
import type { ReasonCode } from '#domain/placement-reasons.ts';
import { sentenceFor } from '#domain/refusals.ts';
import type { TrainingKind } from '#domain/training-before-hire.ts';
import { trainingKinds } from '#domain/training-before-hire.ts';
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

const person = z.uuid({ error: sentenceFor('placement-person-unknown') });
const presentation = optionalText({ max: 400 });

export const proposeInput = z.object({ id, person, presentation });
export const presentInput = z.object({ id, version, presentation });

/** '' where no reason is asked. */
const reason = z
  .string()
  .default('')
  .transform((typed, issues): ReasonCode | '' => {
    if (typed === '' || isReasonCode(typed)) return typed;
    issues.addIssue({ code: 'custom', message: sentenceFor('placement-reason-other') });
    return z.NEVER;
  });
const answers = choice(['yes', 'no', 'interview'], { says: 'Choisissez oui, non ou entretien.' });

export const answerInput = z.object({ id, version, answer: answers, reason, note: optionalLine({ max: 300 }) });
export const linkAnswerInput = z.object({
  token: z.string(),
  version,
  answer: z.enum(['yes', 'no', 'interview', 'again'], { error: 'Choisissez oui, non ou entretien.' }),
  reason,
});

export const moveInput = z.object({
  id,
  version,
  to: z.string({ error: 'Choisissez une étape de la liste.' }).transform((typed, issues) => {
    if (isPlacementState(typed)) return typed;
    issues.addIssue({ code: 'custom', message: 'Choisissez une étape de la liste.' });
    return z.NEVER;
  }),
  reason,
  note: optionalLine({ max: 300 }),
});

export const placementIdInput = z.object({ id });

const time = z
  .string({ error: sentenceFor('time-unreadable') })
  .transform((typed) =>
    typed
      .trim()
      .replace(/\s*h\s*/iu, ':')
      .replace(/^(\d):/u, '0$1:')
      .replace(/:$/u, ':00'),
  )
  .pipe(z.string().regex(/^(?:[01]\d|2[0-3]):[0-5]\d$/u, { error: sentenceFor('time-unreadable') }));

const minutes = z
  .string()
  .default('30')
  .transform((typed) => Number(typed.trim()))
  .pipe(z.int({ error: 'Indiquez la durée en minutes, par exemple 30.' }).min(5).max(600));

export const interviewInput = z.object({
  id,
  day: day({ says: 'Indiquez le jour de l’entretien, par exemple 02/03/2027.' }),
  time,
  minutes,
  place: line({ says: 'Indiquez où se tient l’entretien, par exemple « 3 rue des Docks, Nantes ».', max: 200 }),
  meets: optionalLine({ max: 100 }),
});

const kinds = Object.keys(trainingKinds) as [TrainingKind, ...TrainingKind[]];
const trainingHours = z
  .string()
  .default('')
  .transform((typed, issues) => {
    const read = parseTypedHours(typed);
    if (read.ok && read.value > 0) return read.value;
    issues.addIssue({
      code: 'custom',
      message: read.ok ? sentenceFor('hours-missing') : sentenceFor(read.because, read.details),
    });
    return z.NEVER;
  });

export const trainingInput = z.object({
  id,
  kind: choice(kinds, { says: 'Choisissez la formation.' }),
  organiser: line({ says: 'Indiquez l’organisme, par exemple « Centre de formation des Docks ».', max: 120 }),
  startsOn: day({ says: 'Indiquez le premier jour, par exemple 02/03/2027.' }),
  endsOn: day({ says: 'Indiquez le dernier jour, par exemple 13/03/2027.' }),
  minutes: trainingHours,
});

const methods = Object.keys(executionMethods) as [ExecutionMethod, ...ExecutionMethod[]];
const week = z
  .string()
  .default('35')
  .transform((typed, issues) => {
    const read = parseTypedHours(typed);
    if (read.ok && read.value > 0 && read.value <= 60 * 60) return read.value;
    issues.addIssue({
      code: 'custom',
      message: 'Indiquez la durée d’une semaine, 60\u00A0heures au plus. Exemple\u00A0: 35.',
    });
    return z.NEVER;
  });

export const hireInput = z.object({
  id,
  version,
  type: z
    .string({ error: 'Choisissez le type de contrat.' })
    .refine((typed) => isContractType(typed) && contractTypes[typed].historical !== true, {
      error: 'Choisissez le type de contrat.',
    })
    .transform((typed) => (isContractType(typed) ? typed : 'AUTRE')),
  method: choice(methods, { says: 'Choisissez la modalité.' }),
  employerId: z.union([z.literal(''), z.uuid()], { error: 'Choisissez l’employeur.' }).default(''),
  job: optionalLine({ max: 100 }),
  weeklyMinutes: week,
  startsOn: day({ says: 'Indiquez le début du contrat, par exemple 02/03/2027.' }),
  trialEndsOn: optionalDay({ says: 'Indiquez la fin de la période d’essai, par exemple 15/03/2027.' }),
  plannedEndOn: optionalDay({ says: 'Indiquez la fin prévue, par exemple 31/12/2027.' }),
});

export const welcomeInput = z.object({
  id,
  firstDay: day({ says: 'Indiquez le premier jour, par exemple 02/03/2027.' }),
  firstTime: time,
  address: line({
    says: 'Indiquez l’adresse du lieu de travail, par exemple « Chantier des Tanneurs, 3 rue du Port ».',
    max: 200,
  }),
  receives: line({
    says: 'Indiquez qui reçoit la personne, par exemple « le chef de chantier, M. Lenoir ».',
    max: 100,
  }),
  phone: optionalPhone,
  tutor: optionalLine({ max: 100 }),
  brings: optionalText({ max: 500 }),
});

export type ProposeInput = z.output<typeof proposeInput>;
export type PresentInput = z.output<typeof presentInput>;
export type AnswerInput = z.output<typeof answerInput>;
export type LinkAnswerInput = z.output<typeof linkAnswerInput>;
export type MoveInput = z.output<typeof moveInput>;
export type InterviewInput = z.output<typeof interviewInput>;
export type TrainingInput = z.output<typeof trainingInput>;
export type HireInput = z.output<typeof hireInput>;
export type WelcomeInput = z.output<typeof welcomeInput>;
