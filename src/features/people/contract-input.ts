/** What may be sent about a work contract. */
import { z } from 'zod';
import { contractTypes, executionMethods, isContractType } from '#domain/contract-types.ts';
import type { ExecutionMethod } from '#domain/contract-types.ts';
import { endReasons, isEndReason } from '#domain/contract-state.ts';
import type { EndReason } from '#domain/contract-state.ts';
import { parseTypedHours } from '#domain/minutes.ts';
import { sentenceFor } from '#domain/refusals.ts';
import { choice, day, id, line, optionalDay, optionalLine, version } from '#http/shapes.ts';

const longestWeek = 60 * 60;

/** "35", "35 h" or "24:30", up to 60 hours: the week that no agreement exceeds. */
const weeklyHours = z
  .string()
  .default('35')
  .transform((typed, issues) => {
    const read = parseTypedHours(typed);
    if (read.ok && read.value > 0 && read.value <= longestWeek) return read.value;
    const text = read.ok
      ? 'Indiquez la durée d’une semaine, 60\u00A0heures au plus. Exemple\u00A0: 35.'
      : sentenceFor(read.because, read.details);
    issues.addIssue({ code: 'custom', message: text });
    return z.NEVER;
  });

const romeCode = optionalLine({ max: 5 }).pipe(
  z
    .string()
    .transform((typed) => typed.toUpperCase())
    .pipe(
      z.string().regex(/^(?:[A-N]\d{4})?$/u, {
        error: 'Un code ROME a une lettre et quatre chiffres, par exemple F1703.',
      }),
    ),
);

const terms = {
  job: optionalLine({ max: 100 }),
  romeCode,
  weeklyMinutes: weeklyHours,
  startsOn: day({ says: 'Indiquez le début du contrat, par exemple 02/03/2026.' }),
  trialEndsOn: optionalDay({ says: 'Indiquez la fin de la période d’essai, par exemple 15/03/2026.' }),
  plannedEndOn: optionalDay({ says: 'Indiquez la fin prévue, par exemple 31/12/2026.' }),
};

const contractType = z
  .string({ error: 'Choisissez le type de contrat.' })
  .refine((typed) => isContractType(typed) && contractTypes[typed].historical !== true, {
    error: 'Choisissez le type de contrat.',
  })
  .transform((typed) => (isContractType(typed) ? typed : 'AUTRE'));

const methods = Object.keys(executionMethods) as [ExecutionMethod, ...ExecutionMethod[]];
const reasons = Object.keys(endReasons).filter((reason) => isEndReason(reason) && reason !== 'converted-to-cdi') as [
  EndReason,
  ...EndReason[],
];

export const contractIdInput = z.object({ id });

export const newContractInput = z.object({
  id,
  lot: id,
  companyId: z.uuid({ error: 'Choisissez l’entreprise où la personne travaille.' }),
  /** Empty: the company itself. */
  employerId: z.union([z.literal(''), z.uuid()], { error: 'Choisissez l’employeur.' }).default(''),
  method: choice(methods, { says: 'Choisissez la modalité.' }),
  type: contractType,
  ...terms,
});
export const editContractInput = z.object({ id, version, ...terms });
export const endContractInput = z.object({
  id,
  version,
  day: day({ says: 'Indiquez le dernier jour du contrat, par exemple 31/10/2026.' }),
  reason: choice(reasons, { says: 'Choisissez pourquoi le contrat a pris fin.' }),
});
export const convertContractInput = z.object({
  id,
  version,
  from: day({ says: 'Indiquez le premier jour du CDI, par exemple 01/12/2026.' }),
});
export const renewContractInput = z.object({
  id,
  version,
  newEnd: day({ says: 'Indiquez la nouvelle fin, par exemple 30/06/2027.' }),
});
export const removeContractInput = z.object({
  id,
  version,
  reason: line({
    says: 'Écrivez pourquoi ce contrat est retiré, par exemple «\u00A0saisi deux fois\u00A0».',
    max: 300,
  }),
});
export const moveContractInput = z.object({
  id,
  version,
  to: choice(['active', 'trial-over', 'suspended'], { says: 'Choisissez une étape de la liste.' }),
  day: optionalDay({ says: 'Indiquez la date, par exemple 02/03/2026.' }),
  reason: optionalLine({ max: 300 }),
});

export const editableReasons = reasons;

export type NewContractInput = z.output<typeof newContractInput>;
export type EditContractInput = z.output<typeof editContractInput>;
export type EndContractInput = z.output<typeof endContractInput>;
export type ConvertContractInput = z.output<typeof convertContractInput>;
export type RenewContractInput = z.output<typeof renewContractInput>;
export type RemoveContractInput = z.output<typeof removeContractInput>;
export type MoveContractInput = z.output<typeof moveContractInput>;
