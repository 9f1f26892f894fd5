/** What may be sent about a proposal: by a form, by a line of a file, by the structure that answers. */
import { z } from 'zod';
import type { ClaimCode } from '#domain/referral-claims.ts';
import { isClaimCode } from '#domain/referral-claims.ts';
import { handedProofs } from '#domain/referral-proofs.ts';
import { refusalReasons, withdrawalReasons } from '#domain/referral-reasons.ts';
import { sentenceFor } from '#domain/refusals.ts';
import { isRomeCode } from '#domain/rome.ts';
import {
  choice,
  id,
  line,
  optionalDay,
  optionalEmailAddress,
  optionalLine,
  optionalPhone,
  version,
} from '#http/shapes.ts';

/** Boxes of one name: none, one or several. */
const claims = z
  .union([z.string(), z.array(z.string())])
  .default([])
  .transform((sent) => [...new Set([sent].flat())].filter((code) => code !== ''))
  .pipe(
    z
      .array(
        z.custom<ClaimCode>((code) => typeof code === 'string' && isClaimCode(code), {
          error: sentenceFor('claim-unknown'),
        }),
      )
      .max(20),
  );

const wishCode = z
  .string()
  .default('')
  .refine((code) => code === '' || isRomeCode(code), { error: sentenceFor('value-unlisted') });

export const personShape = {
  familyName: line({ says: 'Indiquez le nom de famille, par exemple «\u00A0Diallo\u00A0».', max: 100 }),
  givenName: line({ says: 'Indiquez le prénom, par exemple «\u00A0Amadou\u00A0».', max: 100 }),
  birthDate: optionalDay({ says: 'Indiquez la date de naissance, par exemple 12/04/1990.' }),
  commune: optionalLine({ max: 100 }),
  phone: optionalPhone,
  email: optionalEmailAddress,
  claims,
  wishCode,
  availableFrom: optionalDay({ says: 'Indiquez le premier jour possible, par exemple 02/03/2027.' }),
};

const informed = z.literal('oui', {
  error: 'Prévenez la personne avant de la proposer, puis cochez cette case.',
});

export const proposalInput = z.object({ ...personShape, holderId: id, informed });
export const lineShape = z.object(personShape);
export const knownInput = z.object({ id, holderId: id, informed });
export const correctionInput = z.object({ ...personShape, id, version });

const [firstWithdrawal, ...otherWithdrawals] = keysOf(withdrawalReasons);
const [firstRefusal, ...otherRefusals] = keysOf(refusalReasons);

export const withdrawalInput = z.object({
  id,
  reason: choice([firstWithdrawal, ...otherWithdrawals], { says: sentenceFor('refusal-reason-unfit') }),
});
export const refusalInput = z.object({
  id,
  reason: choice([firstRefusal, ...otherRefusals], { says: sentenceFor('refusal-reason-unfit') }),
});
export const referralIdInput = z.object({ id });
export const acceptanceInput = z.object({
  id,
  meetOn: optionalDay({ says: 'Indiquez le jour du rendez-vous, par exemple 02/03/2027.' }),
});

/** A proposal heard on the telephone or read in a letter, for a person already in the list. */
export const recordedInput = z.object({
  id,
  prescriberId: z.uuid({ error: 'Choisissez le prescripteur.' }),
  referentName: line({ says: 'Indiquez qui suit la personne, par exemple «\u00A0Anne Leroy\u00A0».', max: 100 }),
  referentEmail: optionalEmailAddress,
  claims,
  informed,
});

export const fileInput = z.object({
  file: z.custom<File>((sent) => sent instanceof File && sent.size > 0, { error: sentenceFor('file-missing') }),
});
/** Lines come as `l0-familyName`, `l0-claims`…: read one by one by their own shape. */
export const linesInput = z.looseObject({ holderId: id, informed });
export const linkInput = z.object({ token: z.string().max(100) });

export type ProposalInput = z.output<typeof proposalInput>;
export type ProposedLine = z.output<typeof lineShape>;
export type CorrectionInput = z.output<typeof correctionInput>;
export type RecordedInput = z.output<typeof recordedInput>;

function keysOf<Key extends string>(labels: Readonly<Record<Key, string>>): [Key, ...Key[]] {
  return Object.keys(labels) as [Key, ...Key[]];
}

const [firstProof, ...otherProofs] = handedProofs;
export const proofInput = z.object({
  id,
  kind: choice([firstProof, ...otherProofs], { says: 'Choisissez la pièce.' }),
  datedOn: optionalDay({ says: 'Indiquez la date de la pièce, par exemple 02/11/2026.' }),
});
export type ProofInput = z.output<typeof proofInput>;
