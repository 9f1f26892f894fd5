/** What may be sent about a profile of the pool. */
import { z } from 'zod';
import { isLanguage, isTrainingLevel } from '#domain/pool-words.ts';
import { isRomeCode } from '#domain/rome.ts';
import { sentenceFor } from '#domain/refusals.ts';
import { choice, id, optionalDay, optionalLine } from '#http/shapes.ts';
import { isDepartment } from './places.ts';

const several = z
  .union([z.string(), z.array(z.string())])
  .default([])
  .transform((sent) => [...new Set([sent].flat())].filter((one) => one !== ''));

const unlisted = { error: sentenceFor('value-unlisted') };
const yesNo = choice(['yes', 'no', 'unknown'], { says: 'Choisissez oui, non ou non renseigné.' });

export const profileInput = z.object({
  id,
  version: z.coerce
    .number({ error: sentenceFor('value-unreadable') })
    .int()
    .min(0)
    .max(1_000_000),
  romeCodes: several.pipe(
    z.array(z.string().refine(isRomeCode, unlisted)).max(10, { error: 'Gardez dix métiers au plus.' }),
  ),
  trade: optionalLine({ max: 120 }),
  departmentCode: z
    .string()
    .default('')
    .refine((code) => code === '' || isDepartment(code), unlisted),
  drivingLicence: yesNo,
  vehicle: yesNo,
  availableFrom: optionalDay({ says: 'Indiquez le premier jour possible, par exemple 02/03/2027.' }),
  trainingLevel: z
    .string()
    .default('')
    .refine((level) => level === '' || isTrainingLevel(level), unlisted)
    .transform((level) => (level === '' ? null : Number(level))),
  languages: several.pipe(z.array(z.string().refine(isLanguage, unlisted)).max(12)),
});
export const profileIdInput = z.object({ id });

export type ProfileInput = z.output<typeof profileInput>;
