/** Numbers and dates as French readers expect them, Europe/Paris, with no-break spaces a font really draws. */

const zone = 'Europe/Paris';

// Building a formatter costs far more than using it, and a list draws hundreds of numbers and dates.
const numbers: Record<number, Intl.NumberFormat> = {};
const dates: Record<string, Intl.DateTimeFormat> = {};

export function frenchNumber(value: number, digits = 0): string {
  const format = (numbers[digits] ??= new Intl.NumberFormat('fr-FR', { maximumFractionDigits: digits }));
  return plainSpaces(format.format(value)).replace('-', '−');
}

/** A share as "62 %": never rounded up to 100, so that "100 %" always means done. */
export function frenchShare(done: number, due: number): string {
  return `${frenchNumber(sharePercent(done, due))}\u00A0%`;
}

export function sharePercent(done: number, due: number): number {
  if (due <= 0) return done > 0 ? 100 : 0;
  const percent = (100 * done) / due;
  return percent < 100 ? Math.min(99, Math.round(percent)) : Math.round(percent);
}

export type DateStyle = 'short' | 'long' | 'month' | 'instant' | 'time';

const styles: Record<DateStyle, Intl.DateTimeFormatOptions> = {
  short: { day: '2-digit', month: '2-digit', year: 'numeric' },
  long: { day: 'numeric', month: 'long', year: 'numeric' },
  month: { month: 'long', year: 'numeric' },
  instant: { day: 'numeric', month: 'long', year: 'numeric', hour: '2-digit', minute: '2-digit' },
  time: { hour: '2-digit', minute: '2-digit' },
};

/** Takes an instant, or a legal day "2026-11-21", or a month "2026-11" (both read as they are, in no time zone). */
export function frenchDate(value: Date | string, style: DateStyle = 'short'): string {
  const legal = typeof value === 'string' && /^\d{4}-\d{2}(-\d{2})?$/u.test(value);
  const date = typeof value === 'string' ? new Date(legal && value.length === 7 ? `${value}-01` : value) : value;
  const shown = legal && style === 'instant' ? 'long' : style;
  const timeZone = legal ? 'UTC' : zone;
  const format = (dates[`${shown} ${timeZone}`] ??= new Intl.DateTimeFormat('fr-FR', { ...styles[shown], timeZone }));
  return plainSpaces(format.format(date));
}

export function machineDate(value: Date | string): string {
  return typeof value === 'string' ? value : value.toISOString();
}

/** "1 erreur", "3 erreurs": French takes the plural from two. */
export function counted(count: number, one: string, many = `${one}s`): string {
  return `${frenchNumber(count)}\u00A0${Math.abs(count) < 2 ? one : many}`;
}

function plainSpaces(text: string): string {
  return text.replaceAll('\u202F', '\u00A0');
}

export function capital(sentence: string): string {
  return `${sentence.slice(0, 1).toUpperCase()}${sentence.slice(1)}`;
}
