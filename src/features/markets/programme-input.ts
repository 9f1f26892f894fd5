/** What may be sent about operations and programmes. */
import { z } from 'zod';
import { sentenceFor } from '#domain/refusals.ts';
import { day, id, line, optionalDay, optionalLine, version } from '#http/shapes.ts';
import { optionalId, optionalSiret, searched } from './input.ts';

const dayExample = sentenceFor('day-unreadable');
const name = line({
  says: 'Donnez un nom à cette opération, par exemple «\u00A0Quartier des Tanneurs\u00A0».',
  max: 160,
});

export const newOperationInput = z.object({
  name,
  reference: optionalLine({ max: 60 }),
  buyerId: optionalId,
  buyerSiret: optionalSiret,
  buyerName: optionalLine({ max: 160 }),
  holderSiret: optionalSiret,
  chercher: searched,
});
export const editOperationInput = z.object({ id, version, name, reference: optionalLine({ max: 60 }) });

export const newProgrammeInput = z.object({
  code: line({ says: 'Donnez un code court, par exemple «\u00A0CLAUSE-93\u00A0».', max: 20 }),
  name: line({ says: 'Donnez un nom à ce programme.', max: 160 }),
  target: optionalLine({ max: 20 }),
  targetPublic: optionalLine({ max: 200 }),
  source: line({
    says: 'Écrivez le texte qui fonde ce programme, par exemple «\u00A0Délibération du 12 mars 2026\u00A0».',
    max: 200,
  }),
  validFrom: day({ says: dayExample }),
  validUntil: optionalDay({ says: dayExample }),
});

/** One box ticked comes as a text, several as a list. */
export const tagInput = z.object({
  id,
  programme: z
    .union([z.string(), z.array(z.string())])
    .default([])
    .transform((sent) => (Array.isArray(sent) ? sent : [sent]))
    .pipe(z.array(id).max(50)),
});

export type NewOperation = z.output<typeof newOperationInput>;
export type EditOperation = z.output<typeof editOperationInput>;
export type NewProgramme = z.output<typeof newProgrammeInput>;
