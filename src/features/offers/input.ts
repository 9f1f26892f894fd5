/** What may be sent about a job sheet, its spread, and the answers of prescribers. */
import { z } from 'zod';
import { contractTypes, isContractType } from '#domain/contract-types.ts';
import type { ContractType } from '#domain/contract-types.ts';
import { licences } from '#domain/licence.ts';
import { parseTypedHours } from '#domain/minutes.ts';
import { isOfferState } from '#domain/offer-state.ts';
import { sentenceFor } from '#domain/refusals.ts';
import { readTrade } from '#domain/trade.ts';
import {
  checkbox,
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

const longestWeek = 60 * 60;

const trade = z
  .string({ error: sentenceFor('trade-unknown') })
  .max(120, { error: sentenceFor('too-long', { max: 120 }) })
  .transform((typed, issues) => {
    const read = readTrade(typed);
    if (read.ok) return read.value;
    issues.addIssue({ code: 'custom', message: sentenceFor(read.because, read.details) });
    return z.NEVER;
  });

const posts = z
  .string()
  .default('1')
  .transform((typed) => Number(typed.trim()))
  .pipe(z.int({ error: 'Indiquez le nombre de postes, de 1 à 500.' }).min(1).max(500));

const weekly = z
  .string()
  .default('35')
  .transform((typed, issues) => {
    const read = parseTypedHours(typed);
    if (read.ok && read.value > 0 && read.value <= longestWeek) return read.value;
    issues.addIssue({
      code: 'custom',
      message: 'Indiquez la durée d’une semaine, 60\u00A0heures au plus. Exemple\u00A0: 35.',
    });
    return z.NEVER;
  });

const types = z.preprocess(
  (sent) => (sent === undefined ? [] : Array.isArray(sent) ? sent : [sent]),
  z
    .array(z.string())
    .max(20)
    .transform((sent) =>
      [...new Set(sent)].filter(isContractType).filter((type) => contractTypes[type].historical !== true),
    )
    .refine((read: ContractType[]) => read.length > 0, { error: sentenceFor('contract-types-missing') }),
);

export const departmentCode = optionalLine({ max: 3 }).pipe(
  z
    .string()
    .transform((typed) => typed.toUpperCase())
    .pipe(z.string().regex(/^(?:\d{2}|2[AB]|9[78]\d)?$/u, { error: sentenceFor('department-unreadable') })),
);

const level = z
  .union([z.literal(''), z.enum(['1', '2', '3', '4', '5', '6', '7', '8'])], {
    error: 'Choisissez un niveau de la liste.',
  })
  .default('')
  .transform((typed) => (typed === '' ? null : Number(typed)));

const terms = {
  trade,
  title: optionalLine({ max: 120 }),
  posts,
  commune: line({ says: 'Indiquez la commune du poste, par exemple Nantes.', max: 100 }),
  departmentCode,
  startsOn: day({ says: 'Indiquez le début du poste, par exemple 02/03/2027.' }),
  endsOn: optionalDay({ says: 'Indiquez la fin du poste, par exemple 30/09/2027.' }),
  weeklyMinutes: weekly,
  contractTypes: types,
  licence: z.union([z.literal(''), z.enum(licences)], { error: 'Choisissez un permis de la liste.' }).default(''),
  level,
  ppeProvided: checkbox,
  requirements: optionalText({ max: 1000 }),
  schedule: optionalLine({ max: 200 }),
  siteContact: optionalLine({ max: 100 }),
  sitePhone: optionalPhone,
  closesOn: day({ says: 'Indiquez jusqu’à quand proposer des personnes, par exemple 15/03/2027.' }),
};

export const newOfferInput = z.object({ party: z.uuid({ error: 'Choisissez le lot et l’entreprise.' }), ...terms });
export const linkOfferInput = z.object({ token: z.string(), ...terms });
export const editOfferInput = z.object({ id, version, ...terms });
export const moveOfferInput = z.object({
  id,
  version,
  to: z.string({ error: 'Choisissez une étape de la liste.' }).transform((typed, issues) => {
    if (isOfferState(typed)) return typed;
    issues.addIssue({ code: 'custom', message: 'Choisissez une étape de la liste.' });
    return z.NEVER;
  }),
  reason: optionalLine({ max: 300 }),
});
export const linkMoveInput = moveOfferInput.extend({ token: z.string() });

const several = z.preprocess(
  (sent) => (sent === undefined ? [] : Array.isArray(sent) ? sent : [sent]),
  z.array(z.uuid({ error: sentenceFor('value-unlisted') })).max(300),
);
export const spreadInput = z.object({ id, prescribers: several });
export const audienceInput = z.object({
  departmentCode: departmentCode.pipe(z.string().min(1, { error: sentenceFor('department-unreadable') })),
  prescribers: several,
});

const people = z
  .string()
  .default('')
  .transform((typed) => (typed.trim() === '' ? null : Number(typed.trim())))
  .pipe(
    z
      .int({ error: sentenceFor('need-people-unreadable') })
      .min(1)
      .max(500)
      .nullable(),
  );
const answer = {
  answer: choice(['someone', 'nobody'], { says: 'Choisissez une réponse.' }),
  people,
};
export const answerNeedInput = z.object({ id, ...answer });
export const linkAnswerInput = z.object({ token: z.string(), ...answer });

export type OfferTerms = Omit<z.output<typeof linkOfferInput>, 'token'>;
export type NewOfferInput = z.output<typeof newOfferInput>;
export type EditOfferInput = z.output<typeof editOfferInput>;
export type MoveOfferInput = z.output<typeof moveOfferInput>;
export type SpreadInput = z.output<typeof spreadInput>;
export type AudienceInput = z.output<typeof audienceInput>;
export type NeedAnswer = Omit<z.output<typeof answerNeedInput>, 'id'>;
