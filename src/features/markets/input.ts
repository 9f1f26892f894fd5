/** What may be sent about a market and its first lot. */
import { z } from 'zod';
import type { CommitmentKind } from '#domain/commitment.ts';
import { commitmentKinds } from '#domain/commitment.ts';
import { readCpv } from '#domain/cpv.ts';
import { clauseVehicles, generalConditions, keysOf, marketKinds } from '#domain/market-words.ts';
import { sentenceFor } from '#domain/refusals.ts';
import { readSiret } from '#domain/siret.ts';
import { checkbox, choice, id, line, optionalDay, optionalLine, optionalText, version } from '#http/shapes.ts';

const dayExample = sentenceFor('day-unreadable');

export const optionalId = z
  .string()
  .default('')
  .refine((typed) => typed === '' || z.uuid().safeParse(typed).success, {
    error: sentenceFor('value-unlisted'),
  })
  .transform((typed) => (typed === '' ? null : typed));

export const optionalSiret = z
  .string()
  .default('')
  .transform((typed, issues) => {
    if (typed.trim() === '') return '';
    const read = readSiret(typed);
    if (read.ok) return read.value;
    issues.addIssue({ code: 'custom', message: sentenceFor(read.because, read.details) });
    return z.NEVER;
  });

const optionalCpv = z
  .string()
  .default('')
  .transform((typed, issues) => {
    if (typed.trim() === '') return '';
    const read = readCpv(typed);
    if (read.ok) return read.value;
    issues.addIssue({ code: 'custom', message: sentenceFor(read.because) });
    return z.NEVER;
  });

/** What the button "Chercher" of a list without scripts says it looks for. */
export const searched = optionalLine({ max: 40 });

const departmentCode = z
  .string()
  .default('')
  .transform((typed) => typed.trim().toUpperCase())
  .pipe(
    z.string().regex(/^(?:|\d{2}|2[AB]|9[78]\d)$/, {
      error: 'Écrivez le numéro du département, par exemple 93 ou 2A.',
    }),
  );

const communeCode = z
  .string()
  .default('')
  .transform((typed) => typed.trim().toUpperCase())
  .pipe(
    z.string().regex(/^(?:|\d{5}|2[AB]\d{3})$/, {
      error: 'Écrivez le code INSEE de la commune, à cinq caractères, par exemple 93064.',
    }),
  );

const marketFields = {
  object: line({
    says: 'Décrivez le marché, par exemple «\u00A0Rénovation du groupe scolaire\u00A0».',
    max: 300,
  }),
  reference: optionalLine({ max: 60 }),
  kind: choice(keysOf(marketKinds), { says: 'Choisissez le type du marché.' }).default('market'),
  vehicle: choice(keysOf(clauseVehicles), { says: 'Choisissez ce qui porte la clause.' }).default('execution-clause'),
  boughtFor: optionalLine({ max: 120 }),
  operationId: optionalId,
  parentId: optionalId,
  departmentCode,
  communeCode,
  place: optionalLine({ max: 120 }),
  consultationOn: optionalDay({ says: dayExample }),
  notifiedOn: optionalDay({ says: dayExample }),
  startsOn: optionalDay({ says: dayExample }),
  endsOn: optionalDay({ says: dayExample }),
  cpv: optionalCpv,
  ccag: choice(keysOf(generalConditions), { says: 'Choisissez le CCAG dans la liste.' }).default(''),
  derogatesCcag: checkbox,
};

export const commitmentFields = {
  commitmentKind: choice(keysOf<CommitmentKind>(commitmentKinds), {
    says: 'Choisissez la forme de l’engagement.',
  }).default('fixed'),
  hours: optionalLine({ max: 40 }),
  eurosPerHour: optionalLine({ max: 40 }),
  thresholdEuros: optionalLine({ max: 40 }),
  share: optionalLine({ max: 20 }),
  expected: optionalText({ max: 1000 }),
  waiverReason: optionalLine({ max: 40 }),
  waiverNote: optionalText({ max: 1000 }),
};

export const holderFields = { holderSiret: optionalSiret, holderName: optionalLine({ max: 160 }) };

export const newMarketInput = z.object({
  ...marketFields,
  buyerId: optionalId,
  buyerSiret: optionalSiret,
  buyerName: optionalLine({ max: 160 }),
  lotTitle: optionalLine({ max: 200 }),
  trade: optionalLine({ max: 80 }),
  ...commitmentFields,
  ...holderFields,
});

/** The page sends what a program never does: the list it wants to see. */
export const newMarketForm = newMarketInput.extend({ chercher: searched });
export const editMarketForm = z.object({ ...marketFields, id, version, chercher: searched });

export type NewMarket = z.output<typeof newMarketInput>;
export type EditMarket = z.output<typeof editMarketForm>;
export type MarketFields = Pick<NewMarket, keyof typeof marketFields>;
