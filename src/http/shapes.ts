/** The shapes of what may be typed, each with the sentence that says what to do when it is not so. */
import { z } from 'zod';
import { parseTypedDay } from '#domain/day.ts';
import { readEmailAddress } from '#domain/email-address.ts';
import { readPhone } from '#domain/phone.ts';
import type { RefusalCode } from '#domain/refusals.ts';
import { sentenceFor } from '#domain/refusals.ts';
import type { Result } from '#domain/result.ts';
import { cleanText, looksLikeNir } from '#domain/text.ts';

/** The long texts whose words are weighed before they are kept. */
export const freeTexts = z.registry<{ warns: true }>();

z.config({ customError: () => sentenceFor('value-unreadable') });

/** One line of text, required; `says` tells what to type, with an example. */
export function line({ says, max = 200, min = 1 }: { says: string; max?: number; min?: number }) {
  return z
    .string({ error: says })
    .transform((typed, issues) => cleaned(typed, { issues, lines: false }))
    .pipe(
      z
        .string()
        .min(min, { error: says })
        .max(max, { error: tooLong(max) }),
    );
}

/** One line that may stay empty. */
export function optionalLine({ max = 200 }: { max?: number } = {}) {
  return z
    .string()
    .default('')
    .transform((typed, issues) => cleaned(typed, { issues, lines: false }))
    .pipe(z.string().max(max, { error: tooLong(max) }));
}

/** Several lines that may stay empty; words about health, justice or a judgement warn before they are kept. */
export function optionalText({ max = 2000 }: { max?: number } = {}) {
  return z
    .string()
    .default('')
    .transform((typed, issues) => cleaned(typed, { issues, lines: true }))
    .pipe(z.string().max(max, { error: tooLong(max) }))
    .register(freeTexts, { warns: true });
}

/** Several lines about herself, by the person who has every right to say them: nothing is weighed. */
export function ownText({ max = 2000 }: { max?: number } = {}) {
  return z
    .string()
    .default('')
    .transform((typed, issues) => cleaned(typed, { issues, lines: true }))
    .pipe(z.string().max(max, { error: tooLong(max) }));
}

/** Several lines, required; `says` tells what to type. The same words warn. */
export function text({ says, max = 2000 }: { says: string; max?: number }) {
  return z
    .string({ error: says })
    .transform((typed, issues) => cleaned(typed, { issues, lines: true }))
    .pipe(
      z
        .string()
        .min(1, { error: says })
        .max(max, { error: tooLong(max) }),
    )
    .register(freeTexts, { warns: true });
}

export const emailAddress = z
  .string({ error: sentenceFor('email-unreadable') })
  .transform((typed, issues) => readOr(readEmailAddress(typed), issues));

export const optionalEmailAddress = z
  .string()
  .default('')
  .transform((typed, issues) => (typed.trim() === '' ? '' : readOr(readEmailAddress(typed), issues)));

export const optionalPhone = z
  .string()
  .default('')
  .transform((typed, issues) => (typed.trim() === '' ? '' : readOr(readPhone(typed), issues)));

export function day({ says }: { says: string }) {
  return z.string({ error: says }).transform((typed, issues) => {
    const read = parseTypedDay(typed);
    if (read.ok) return read.value;
    issues.addIssue({ code: 'custom', message: says });
    return z.NEVER;
  });
}

/** A day that may stay empty. */
export function optionalDay({ says }: { says: string }) {
  return z
    .string()
    .default('')
    .transform((typed, issues) => {
      if (typed.trim() === '') return null;
      const read = parseTypedDay(typed);
      if (read.ok) return read.value;
      issues.addIssue({ code: 'custom', message: says });
      return z.NEVER;
    });
}

export const version = z.coerce
  .number({ error: sentenceFor('value-unreadable') })
  .int()
  .min(1)
  .max(1_000_000);

export const checkbox = z
  .enum(['oui', 'non'])
  .default('non')
  .transform((typed) => typed === 'oui');

export const id = z.uuid({ error: sentenceFor('value-unreadable') });

export function choice<const Value extends string>(values: readonly [Value, ...Value[]], { says }: { says: string }) {
  return z.enum(values, { error: says });
}

interface Issues {
  addIssue(issue: { code: 'custom'; message: string }): void;
}

function cleaned(typed: string, { issues, lines }: { issues: Issues; lines: boolean }): string {
  const read = cleanText(typed, { lines });
  if (!read.ok) {
    issues.addIssue({ code: 'custom', message: sentenceFor(read.because) });
    return z.NEVER;
  }
  if (looksLikeNir(read.value)) {
    issues.addIssue({ code: 'custom', message: sentenceFor('nir-refused') });
    return z.NEVER;
  }
  return read.value;
}

function readOr<Because extends RefusalCode>(read: Result<string, Because>, issues: Issues): string {
  if (read.ok) return read.value;
  issues.addIssue({ code: 'custom', message: sentenceFor(read.because, read.details) });
  return z.NEVER;
}

function tooLong(max: number): string {
  return sentenceFor('too-long', { max });
}
