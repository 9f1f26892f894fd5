/** The lines of a prescriber's file, each ready, already proposed, or to fix with its reason beside the cell. */
import type { Day } from '#domain/day.ts';
import { parisDay } from '#domain/day.ts';
import { matchIdentity, nameKey } from '#domain/identity-match.ts';
import { sentenceFor } from '#domain/refusals.ts';
import type { FileLine, ReferralFileField } from '#domain/referral-file.ts';
import { referralFileFields, referralFileLimits, splitClaims } from '#domain/referral-file.ts';
import { done } from '#domain/result.ts';
import { readTrade } from '#domain/trade.ts';
import type { Context } from '#http/context.ts';
import type { FieldError } from '#ui/form.tsx';
import type { ProposedLine } from './input.ts';
import { lineShape } from './input.ts';
import { findOwnOpen } from './queries.ts';

export interface CheckedLine {
  /** As typed, for the form. */
  typed: FileLine;
  dropped: boolean;
  errors: FieldError[];
  /** Null while something is to fix. */
  line: ProposedLine | null;
  /** Open already, or twice in this file: it is not sent again. */
  known: boolean;
}

export interface SentLine {
  typed: FileLine;
  dropped: boolean;
}

export async function checkLines(ctx: Context, lines: readonly SentLine[], holderId: string): Promise<CheckedLine[]> {
  const today = parisDay(ctx.now);
  const checked: CheckedLine[] = [];
  for (const { typed, dropped } of lines) {
    const { line, errors } = readLine(typed, today);
    const twice = line !== null && checked.some((one) => one.line !== null && !one.dropped && isSame(one.line, line));
    const open = line !== null && !twice && (await findOwnOpen(ctx, { identity: line, holderId })) !== null;
    checked.push({ typed, dropped, errors, line, known: twice || open });
  }
  return checked;
}

/** What a form of lines sent back: `l3-familyName` is the name on the fourth line. */
export function sentLines(values: Readonly<Record<string, unknown>>): SentLine[] {
  const lines: SentLine[] = [];
  for (let place = 0; place < referralFileLimits.lines; place += 1) {
    if (typeof values[`l${place}-familyName`] !== 'string') break;
    const cell = (field: ReferralFileField) => {
      const value = values[`l${place}-${field}`];
      return typeof value === 'string' ? value : '';
    };
    const typed = Object.fromEntries(referralFileFields.map((field) => [field, cell(field)])) as FileLine;
    lines.push({ typed, dropped: values[`l${place}-retirer`] === 'oui' });
  }
  return lines;
}

function readLine(typed: FileLine, today: Day): { line: ProposedLine | null; errors: FieldError[] } {
  const errors: FieldError[] = [];
  const trade = typed.wishCode === '' ? done({ code: '' }) : readTrade(typed.wishCode);
  if (!trade.ok) errors.push({ field: 'wishCode', text: sentenceFor(trade.because, trade.details) });
  const parsed = lineShape.safeParse({
    ...typed,
    claims: splitClaims(typed.claims),
    wishCode: trade.ok ? trade.value.code : '',
  });
  if (!parsed.success) {
    for (const { path, message } of parsed.error.issues) {
      const field = String(path[0] ?? '');
      if (!errors.some((one) => one.field === field)) errors.push({ field, text: message });
    }
  } else {
    if (parsed.data.claims.length === 0) errors.push({ field: 'claims', text: sentenceFor('claim-unknown') });
    const { birthDate } = parsed.data;
    if (birthDate !== null && birthDate > today) {
      errors.push({ field: 'birthDate', text: sentenceFor('birth-date-future') });
    }
  }
  return { line: parsed.success && errors.length === 0 ? parsed.data : null, errors };
}

function isSame(one: ProposedLine, other: ProposedLine): boolean {
  if (matchIdentity(one, other) === 'same') return true;
  return one.birthDate === null && other.birthDate === null && nameKey(one) === nameKey(other);
}
