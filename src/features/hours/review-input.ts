/** What may be sent by a reviewer of hours. */
import { z } from 'zod';
import { parseTypedHours } from '#domain/minutes.ts';
import { sentenceFor } from '#domain/refusals.ts';
import type { ReviewReasonKind } from '#domain/review-reasons.ts';
import { reviewReason } from '#domain/review-reasons.ts';
import { id, line, optionalText, version } from '#http/shapes.ts';

export const declarationIdInput = z.object({ id });

export const validateInput = z.object({ id, version });

/** The reason of a line is in motif-<line>; an empty one accepts it. */
export const lineReasonsInput = z
  .object({ id, version, note: optionalText({ max: 1000 }) })
  .catchall(z.unknown())
  .transform(({ id: declaration, version: seen, note, ...typed }) => ({
    id: declaration,
    version: seen,
    note,
    refused: new Map(Object.entries(typed).flatMap(refusedLine)),
  }));

export const refuseInput = z
  .object({ id, version, refus: reasonOf('refuse'), precision: optionalText({ max: 1000 }) })
  .transform(({ refus, precision, ...rest }) => ({ ...rest, whole: refus, note: precision }));

export const giveBackInput = z
  .object({ id, version, correction: reasonOf('correct'), consigne: optionalText({ max: 1000 }) })
  .transform(({ correction, consigne, ...rest }) => ({ ...rest, whole: correction, note: consigne }));

/** A ticked box says which declaration, and which version of it was seen. */
export const selectionInput = z
  .object({ declaration: z.union([z.string(), z.array(z.string())]).default([]) })
  .catchall(z.unknown())
  .transform(({ declaration, ...typed }) => ({
    seen: [declaration]
      .flat()
      .slice(0, 200)
      .filter((one) => id.safeParse(one).success)
      .map((one) => ({ id: one, version: Number(typed[`version-${one}`] ?? 0) })),
  }));

/** Hours as they are typed; nothing typed is none. */
const hours = z.string({ error: sentenceFor('hours-missing') }).transform((typed, issues) => {
  if (typed.trim() === '') return 0;
  const read = parseTypedHours(typed);
  if (read.ok) return read.value;
  issues.addIssue({ code: 'custom', message: sentenceFor(read.because, read.details) });
  return z.NEVER;
});

export const correctionInput = z
  .object({
    id,
    ligne: z.coerce
      .number({ error: sentenceFor('value-unreadable') })
      .int()
      .positive(),
    heures: hours,
    formation: hours.prefault('0'),
    motif: line({
      says: 'Écrivez pourquoi la ligne est corrigée, par exemple «\u00A0erreur de saisie\u00A0».',
    }),
  })
  .transform(({ ligne, heures, formation, motif, ...rest }) => ({
    ...rest,
    line: ligne,
    workedMinutes: heures,
    trainingMinutes: formation,
    reason: motif,
  }));

function reasonOf(kind: ReviewReasonKind) {
  const says =
    kind === 'refuse'
      ? 'Choisissez pourquoi la déclaration est refusée.'
      : 'Choisissez ce que l’entreprise doit corriger.';
  return z.string({ error: says }).transform((typed, issues) => {
    const sentence = reviewReason(kind, typed);
    if (sentence !== null) return sentence;
    issues.addIssue({ code: 'custom', message: says });
    return z.NEVER;
  });
}

function refusedLine([name, value]: [string, unknown]): [number, string][] {
  const [, number] = /^motif-(\d{1,15})$/u.exec(name) ?? [];
  const sentence = typeof value === 'string' ? reviewReason('line', value) : null;
  return number === undefined || sentence === null ? [] : [[Number(number), sentence]];
}
