/** What may be sent about a globalisation agreement. */
import { z } from 'zod';
import { sentenceFor } from '#domain/refusals.ts';
import { day, id, line, optionalDay, version } from '#http/shapes.ts';

/** More than one company ever holds at once. */
const mostLots = 100;

const lots = z
  .union([z.string(), z.array(z.string())])
  .default([])
  .transform((typed) => [...new Set([typed].flat())].filter((one) => id.safeParse(one).success).slice(0, mostLots));

/** The signed paper; nothing chosen is none. */
const optionalFile = z
  .unknown()
  .optional()
  .transform((sent) => (sent instanceof File && sent.size > 0 ? sent : null));

const terms = {
  lots,
  reason: line({ says: 'Dites pourquoi, par exemple «\u00A0Un seul parcours sur deux chantiers\u00A0».', max: 300 }),
  fromDay: day({ says: 'Indiquez le premier jour, par exemple 01/03/2026.' }),
  untilDay: day({ says: 'Indiquez le dernier jour, par exemple 31/12/2027.' }),
  companySignedOn: optionalDay({ says: 'Indiquez le jour de la signature, par exemple 20/02/2026.' }),
};

export const newAgreementInput = z.object({
  company: z.uuid({ error: sentenceFor('agreement-company-missing') }),
  ...terms,
  file: optionalFile,
});
export const editAgreementInput = z.object({ id, version, ...terms });
export const amendAgreementInput = z.object({ id, ...terms, file: optionalFile });

const signatory = z.uuid({ error: sentenceFor('value-unreadable') });

export const signInput = z.object({
  id,
  version,
  signatory,
  signedOn: day({ says: 'Indiquez le jour de la signature, par exemple 20/02/2026.' }),
});
export const refuseInput = z.object({
  id,
  version,
  signatory,
  reason: line({ says: 'Dites pourquoi, en une phrase que chacun lira.', max: 300 }),
});
export const undoSignatureInput = z.object({ id });

export const endInput = z.object({
  id,
  version,
  endedOn: day({ says: 'Indiquez le dernier jour, par exemple 30/06/2026.' }),
  reason: line({ says: 'Dites pourquoi l’accord s’arrête.', max: 300 }),
});
export const agreementIdInput = z.object({ id });
export const documentInput = z.object({
  id,
  file: z.custom<File>((sent) => sent instanceof File && sent.size > 0, { error: sentenceFor('file-missing') }),
});

export type NewAgreement = z.output<typeof newAgreementInput>;
export type EditAgreement = z.output<typeof editAgreementInput>;
export type AmendAgreement = z.output<typeof amendAgreementInput>;
export type SignAgreement = z.output<typeof signInput>;
export type RefuseAgreement = z.output<typeof refuseInput>;
export type EndAgreement = z.output<typeof endInput>;
export type SentDocument = z.output<typeof documentInput>;
