/** Amounts as whole cents, without taxes: read, written and divided exactly, never in floating point. */
import { formatInteger, readDecimal, roundedQuotient } from './french-number.ts';
import type { Result } from './result.ts';
import { done, refuse } from './result.ts';

export type Cents = number;
export type MoneyRefusal =
  | 'amount-missing'
  | 'amount-unreadable'
  | 'amount-ambiguous'
  | 'amount-decimals'
  | 'amount-negative'
  | 'amount-too-large';

/** Ten thousand billion euros: above, cents times a rate would leave exact integers. */
const mostWholeDigits = 13;

/** "1 234,56 €", "1234.56", "12 000 000 euros". A third decimal is refused rather than rounded. */
export function parseTypedAmount(typed: string): Result<Cents, MoneyRefusal> {
  const text = typed.normalize('NFKC').trim().toLowerCase();
  const number = text.replace(/\s*(?:€|eur|euros?)(?:\s*h\.?\s*t\.?)?$|\s+h\.?\s*t\.?$/u, '');
  if (number === '') return refuse(text === '' ? 'amount-missing' : 'amount-unreadable');
  const decimal = readDecimal(number);
  if (decimal === 'ambiguous') return refuse('amount-ambiguous');
  if (decimal === 'not-a-number') return refuse('amount-unreadable');
  if (decimal.negative) return refuse('amount-negative');
  if (decimal.fraction.length > 2) return refuse('amount-decimals');
  if (decimal.whole.length > mostWholeDigits) return refuse('amount-too-large');
  return done(Number(`${decimal.whole}${decimal.fraction.padEnd(2, '0')}`));
}

/** "1 234,56 €" with non-breaking spaces. */
export function formatCents(cents: Cents): string {
  const size = Math.abs(cents);
  const euros = formatInteger(Math.floor(size / 100));
  return `${cents < 0 ? '−' : ''}${euros},${String(size % 100).padStart(2, '0')}\u00a0€`;
}

/** "1 235 €", rounded half away from zero: for charts and summaries only. */
export function formatWholeEuros(cents: Cents): string {
  return `${formatInteger(roundedQuotient(BigInt(cents), 100n))}\u00a0€`;
}

/** cents × numerator ÷ denominator, rounded once, half away from zero: a penalty and its cancellation are opposite. */
export function shareOf(cents: Cents, { numerator, denominator }: { numerator: number; denominator: number }): Cents {
  return roundedQuotient(BigInt(cents) * BigInt(numerator), BigInt(denominator));
}

export function sumCents(all: Iterable<Cents>): Cents {
  let sum = 0;
  for (const cents of all) sum += cents;
  if (!Number.isSafeInteger(sum)) throw new RangeError('cents are whole and below 2^53');
  return sum;
}

/** Shares in proportion of the weights whose sum is the amount: the cents left go to the largest remainders, first come first served. */
export function splitCents(cents: Cents, weights: readonly number[]): Cents[] {
  const total = BigInt(sumCents(weights));
  if (total <= 0n || weights.some((weight) => weight < 0)) throw new RangeError('weights are positive');
  const size = BigInt(Math.abs(cents));
  const products = weights.map((weight) => size * BigInt(weight));
  const shares = products.map((product) => Number(product / total));
  const left = Math.abs(cents) - sumCents(shares);
  const byRemainder = products
    .map((product, place) => ({ place, remainder: product % total }))
    .sort((one, other) => (one.remainder === other.remainder ? 0 : one.remainder > other.remainder ? -1 : 1));
  const luckiest = new Set(byRemainder.slice(0, left).map(({ place }) => place));
  return shares.map((share, place) => (share + (luckiest.has(place) ? 1 : 0)) * (cents < 0 ? -1 : 1) || 0);
}
