/** What may be sent from a person's own space, and by whoever opens it to her. */
import { z } from 'zod';
import { requestKinds } from '#domain/rights-request.ts';
import type { RequestKind } from '#domain/rights-request.ts';
import { parseTypedMonth } from '#domain/month.ts';
import { choice, day, id, line, optionalEmailAddress, optionalPhone, ownText, version } from '#http/shapes.ts';

const token = z.string().max(200);

function month(says: string) {
  return z.string({ error: says }).transform((typed, issues) => {
    const read = parseTypedMonth(typed);
    if (read.ok) return read.value;
    issues.addIssue({ code: 'custom', message: says });
    return z.NEVER;
  });
}

export const codeInput = z.object({
  code: z
    .string({ error: 'Tapez le code écrit sur votre feuille.' })
    .min(1, { error: 'Tapez le code écrit sur votre feuille.' })
    .max(40, { error: 'Tapez le code écrit sur votre feuille.' }),
  naissance: day({ says: 'Indiquez votre date de naissance, par exemple 12/04/1990.' }),
});

export const askLinkInput = z.object({
  contact: line({ says: 'Indiquez votre adresse électronique ou votre téléphone.', max: 200 }),
});

export const repairInput = z.object({ token });
export const ownInput = z.object({ token });
export const ownRequestIdInput = z.object({ token, demande: id });

const kinds = Object.keys(requestKinds) as [RequestKind, ...RequestKind[]];

export const ownRequestInput = z.object({
  token,
  kind: choice(kinds, { says: 'Choisissez ce que vous demandez.' }),
  message: ownText({ max: 2000 }),
});

export const ownContactInput = z.object({ token, version, email: optionalEmailAddress, phone: optionalPhone });

export const certificateInput = z.object({
  token,
  du: month('Choisissez le premier mois, par exemple 2026-01.'),
  au: month('Choisissez le dernier mois, par exemple 2026-10.'),
});

export const giveInput = z.object({ id });

export type CodeInput = z.output<typeof codeInput>;
export type OwnRequestInput = z.output<typeof ownRequestInput>;
export type OwnContactInput = z.output<typeof ownContactInput>;
export type CertificateInput = z.output<typeof certificateInput>;
