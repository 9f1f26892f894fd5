/** Numbers as French people type and read them: decimal comma, thousands apart by a non-breaking space. */

/** A typed decimal, exact: digits before and after the comma, sign apart. */
export interface TypedDecimal {
  negative: boolean;
  whole: string;
  fraction: string;
}

export type DecimalFault = 'not-a-number' | 'ambiguous';

/**
 * "1.820" is one thousand eight hundred and twenty for some and less than two for others: a point followed by
 * exactly three digits is not guessed. A comma is always decimal.
 */
export function readDecimal(typed: string): TypedDecimal | DecimalFault {
  const compact = withoutSpaces(typed).replace(/^[−–]/u, '-');
  const match = /^([+-]?)(\d*)(?:([.,])(\d*))?$/u.exec(compact);
  const [, sign = '', whole = '', separator = '', fraction = ''] = match ?? [];
  if (match === null || (whole === '' && fraction === '')) return 'not-a-number';
  if (!spacedLikeThousands(typed)) return 'not-a-number';
  if (separator === '.' && fraction.length === 3) return 'ambiguous';
  return { negative: sign === '-', whole: whole.replace(/^0+(?=\d)/u, '') || '0', fraction };
}

/** Half away from zero, so that a counter-entry is always the exact opposite of its entry. */
export function roundedQuotient(numerator: bigint, denominator: bigint): number {
  if (denominator <= 0n) throw new RangeError('a reference must be above zero');
  const size = numerator < 0n ? -numerator : numerator;
  const rounded = (2n * size + denominator) / (2n * denominator);
  if (rounded > BigInt(Number.MAX_SAFE_INTEGER)) throw new RangeError('the result is beyond exact integers');
  return numerator < 0n ? -Number(rounded) || 0 : Number(rounded);
}

/** "1 820" with a non-breaking space; the sign is the typographic minus. */
export function formatInteger(value: number): string {
  if (!Number.isSafeInteger(value)) throw new RangeError('only exact integers are written');
  const digits = String(Math.abs(value)).replace(/\B(?=(?:\d{3})+$)/gu, '\u00a0');
  return value < 0 ? `−${digits}` : digits;
}

/** Integer hundredths as "12,5", "12,25" or "12": no trailing zero. */
export function formatHundredths(hundredths: number): string {
  const size = Math.abs(hundredths);
  const whole = formatInteger(Math.floor(size / 100));
  const fraction = String(size % 100)
    .padStart(2, '0')
    .replace(/0+$/u, '');
  return `${hundredths < 0 ? '−' : ''}${whole}${fraction === '' ? '' : `,${fraction}`}`;
}

export function withoutSpaces(typed: string): string {
  return typed.replace(/\s/gu, '');
}

/** "1 820,5" is one number; "18 20" is more likely two, glued by mistake. */
function spacedLikeThousands(typed: string): boolean {
  const whole =
    typed
      .trim()
      .replace(/^[+−–-]\s*/u, '')
      .split(/[.,]/u)[0] ?? '';
  return !/\s/u.test(whole.trim()) || /^\d{1,3}(?:\s\d{3})+$/u.test(whole.trim());
}
