/** What may be sent about a prescriber of one's list, and the people who follow candidates there. */
import { z } from 'zod';
import type { PrescriberKind } from '#domain/prescriber-kinds.ts';
import { prescriberKinds } from '#domain/prescriber-kinds.ts';
import { sentenceFor } from '#domain/refusals.ts';
import { readSiret } from '#domain/siret.ts';
import {
  choice,
  emailAddress,
  id,
  line,
  optionalEmailAddress,
  optionalLine,
  optionalPhone,
  version,
} from '#http/shapes.ts';

const [firstKind, ...otherKinds] = Object.keys(prescriberKinds) as [PrescriberKind, ...PrescriberKind[]];
const kind = choice([firstKind, ...otherKinds], { says: 'Choisissez le type de prescripteur.' });

const siret = z
  .string()
  .default('')
  .transform((typed, issues) => {
    const read = readSiret(typed);
    if (read.ok) return read.value;
    issues.addIssue({ code: 'custom', message: sentenceFor(read.because, read.details) });
    return z.NEVER;
  });

export const newPrescriberInput = z.object({ siret, name: optionalLine({ max: 200 }), kind });
export const editPrescriberInput = z.object({ id, version, kind });
export const prescriberIdInput = z.object({ id });
export const newReferentInput = z.object({
  id,
  name: line({ says: 'Indiquez le nom du référent, par exemple «\u00A0Anne Leroy\u00A0».', max: 100 }),
  email: optionalEmailAddress,
  phone: optionalPhone,
});

export const editReferentInput = newReferentInput.extend({ version });
export const inviteInput = z.object({ id, email: emailAddress });

export type NewPrescriberInput = z.output<typeof newPrescriberInput>;
export type EditPrescriberInput = z.output<typeof editPrescriberInput>;
export type NewReferentInput = z.output<typeof newReferentInput>;
export type EditReferentInput = z.output<typeof editReferentInput>;
export type InviteInput = z.output<typeof inviteInput>;
