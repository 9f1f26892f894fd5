/** Durations as whole minutes: read from what people type, written as they read, compared with reference times. */
import { formatInteger, readDecimal, roundedQuotient } from './french-number.ts';
import type { Result } from './result.ts';
import { done, refuse } from './result.ts';

export type Minutes = number;
export type MinutesRefusal =
  | 'hours-missing'
  | 'hours-unreadable'
  | 'hours-ambiguous'
  | 'hours-negative'
  | 'hours-too-many';

/** More than this in one entry is a slip of the keyboard: 999 999 hours are 549 working years. */
const mostHours = 999_999;

/** "151,67", "151.67", "35:30", "7h30", "7 h", "1 820 h", "45 min", "7 h 30 min". Decimal hours round to the minute, half up. */
export function parseTypedHours(typed: string): Result<Minutes, MinutesRefusal> {
  const text = typed.normalize('NFKC').replace(/\s+/gu, ' ').trim().toLowerCase();
  if (text === '') return refuse('hours-missing');
  const clock = /^([\d ]*\d) ?(?:h|:|heures?) ?([0-5]?\d)(?: ?(?:mn|min|minutes?|m))?$/u.exec(text);
  const alone = /^(\d{1,6}) ?(?:mn|min|minutes?)$/u.exec(text);
  if (alone !== null) return within(Number(alone[1]));
  const decimal = readDecimal(clock?.[1] ?? text.replace(/ ?(?:heures?|h)$/u, ''));
  if (decimal === 'ambiguous') return refuse('hours-ambiguous');
  if (decimal === 'not-a-number' || decimal.fraction.length > 6) return refuse('hours-unreadable');
  if (decimal.negative) return refuse('hours-negative');
  if (decimal.whole.length > 6) return refuse('hours-too-many', { details: { most: mostHours } });
  const scale = 10n ** BigInt(decimal.fraction.length);
  const minutes = roundedQuotient(BigInt(`${decimal.whole}${decimal.fraction}`) * 60n, scale);
  return within(minutes + Number(clock?.[2] ?? 0));
}

/** "112 h 30", "1 820 h", "0 h 05"; a correction has a typographic minus. */
export function formatMinutes(minutes: Minutes): string {
  const size = Math.abs(minutes);
  const hours = formatInteger(Math.floor(size / 60));
  const rest = size % 60 === 0 ? '' : `\u00a0${String(size % 60).padStart(2, '0')}`;
  return `${minutes < 0 ? '−' : ''}${hours}\u00a0h${rest}`;
}

/** "151,67": the form of payslips and spreadsheets, always two decimals, without separators. */
export function formatDecimalHours(minutes: Minutes): string {
  const hundredths = roundedQuotient(BigInt(Math.abs(minutes)) * 100n, 60n);
  const fraction = String(hundredths % 100).padStart(2, '0');
  return `${minutes < 0 && hundredths > 0 ? '-' : ''}${Math.floor(hundredths / 100)},${fraction}`;
}

/** In hundredths of a day, for the length of a day given by the convention or the market. */
export function hundredthsOfDays({ minutes, minutesPerDay }: { minutes: Minutes; minutesPerDay: Minutes }): number {
  return roundedQuotient(BigInt(minutes) * 100n, BigInt(minutesPerDay));
}

/** In hundredths of a full-time month, for the monthly time given by the convention or the market. */
export function hundredthsOfFullTimeMonths({
  minutes,
  minutesPerMonth,
}: {
  minutes: Minutes;
  minutesPerMonth: Minutes;
}): number {
  return roundedQuotient(BigInt(minutes) * 100n, BigInt(minutesPerMonth));
}

export function sumMinutes(all: Iterable<Minutes>): Minutes {
  let sum = 0;
  for (const minutes of all) sum += minutes;
  if (!Number.isSafeInteger(sum)) throw new RangeError('minutes are whole and below 2^53');
  return sum;
}

function within(minutes: Minutes): Result<Minutes, MinutesRefusal> {
  return minutes > mostHours * 60 ? refuse('hours-too-many', { details: { most: mostHours } }) : done(minutes);
}
