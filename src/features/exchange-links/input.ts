/** What may be sent about an exchange link. */
import { z } from 'zod';
import { sentenceFor } from '#domain/refusals.ts';
import { readSiret } from '#domain/siret.ts';
import { checkbox, day, id, line } from '#http/shapes.ts';

const siret = z.string({ error: sentenceFor('siret-missing') }).transform((typed, issues) => {
  const read = readSiret(typed);
  if (read.ok) return read.value;
  issues.addIssue({ code: 'custom', message: sentenceFor(read.because, read.details) });
  return z.NEVER;
});

const pairingCode = z
  .string({ error: sentenceFor('pairing-code-refused') })
  .min(1, { error: 'Collez le code d’échange reçu.' })
  .max(200, {
    error: sentenceFor('pairing-code-refused'),
  });

export const newLinkInput = z.object({
  siret,
  purpose: line({
    says: 'Dites à quoi sert ce lien, par exemple «\u00A0Suivi des clauses du marché de voirie\u00A0».',
    max: 120,
  }),
  validFrom: day({ says: 'Indiquez le premier jour, par exemple 21/11/2026.' }),
  validUntil: day({ says: 'Indiquez le dernier jour, par exemple 31/12/2027.' }),
  sharesAmounts: checkbox,
  sharesNames: checkbox,
});

/** `agreed` comes with the second sending, from the page that shows the terms. */
export const acceptInput = z.object({ code: pairingCode, agreed: checkbox });

export const linkIdInput = z.object({ id });

export type NewLink = z.output<typeof newLinkInput>;
export type Acceptance = z.output<typeof acceptInput>;
