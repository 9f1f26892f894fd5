/** SIREN and SIRET numbers, and the other identifiers a company may have in French public procurement. */
import { withoutSpaces } from './french-number.ts';
import type { Result } from './result.ts';
import { done, refuse } from './result.ts';

export type SiretRefusal =
  | 'siret-missing'
  | 'siret-digits'
  | 'siret-length'
  | 'siret-check'
  | 'siren-length'
  | 'siren-check';

/** INSEE, Sirene documentation: La Poste has more establishments than one check digit allows. */
const laPoste = '356000000';

/** 14 digits, or why not. Spaces, non-breaking spaces, dots and dashes typed for comfort are dropped. */
export function readSiret(typed: string): Result<string, SiretRefusal> {
  const digits = compact(typed);
  if (digits === '') return refuse('siret-missing');
  if (!/^\d+$/u.test(digits)) return refuse('siret-digits');
  if (digits.length !== 14) return refuse('siret-length', { details: { length: digits.length } });
  return isSiret(digits) ? done(digits) : refuse('siret-check');
}

export function readSiren(typed: string): Result<string, SiretRefusal> {
  const digits = compact(typed);
  if (digits === '') return refuse('siret-missing');
  if (!/^\d+$/u.test(digits)) return refuse('siret-digits');
  if (digits.length !== 9) return refuse('siren-length', { details: { length: digits.length } });
  return isSiren(digits) ? done(digits) : refuse('siren-check');
}

export function isSiret(digits: string): boolean {
  if (!/^\d{14}$/u.test(digits) || !isSiren(sirenOf(digits))) return false;
  return passesLuhn(digits) || (sirenOf(digits) === laPoste && digitSum(digits) % 5 === 0);
}

export function isSiren(digits: string): boolean {
  return /^\d{9}$/u.test(digits) && digits !== '000000000' && passesLuhn(digits);
}

export function sirenOf(siret: string): string {
  return siret.slice(0, 9);
}

/** "440 238 236 00028" with non-breaking spaces. */
export function formatSiret(siret: string): string {
  return `${formatSiren(sirenOf(siret))}\u00a0${siret.slice(9)}`;
}

export function formatSiren(siren: string): string {
  return siren.replace(/^(\d{3})(\d{3})(\d{3})$/u, '$1\u00a0$2\u00a0$3');
}

/** A right SIREN of the 999 range, kept for demonstration data and tests: it names no real company. */
export function fictitiousSiren(rank: number): string {
  if (!Number.isInteger(rank) || rank < 0 || rank > 99_999) throw new RangeError('rank goes from 0 to 99999');
  return withCheckDigit(`999${String(rank).padStart(5, '0')}`);
}

export function fictitiousSiret(rank: number, establishment = 1): string {
  if (!Number.isInteger(establishment) || establishment < 0 || establishment > 9_999) {
    throw new RangeError('establishment goes from 0 to 9999');
  }
  return withCheckDigit(`${fictitiousSiren(rank)}${String(establishment).padStart(4, '0')}`);
}

export function isFictitiousSiret(siret: string): boolean {
  return siret.startsWith('999');
}

/** ISO/IEC 7812-1 annex B: every second digit from the right is doubled, nines cast out. */
export function passesLuhn(digits: string): boolean {
  return luhnSum(digits) % 10 === 0;
}

function luhnSum(digits: string): number {
  return [...digits].reverse().reduce((sum, digit, place) => {
    const weighted = Number(digit) * (place % 2 === 0 ? 1 : 2);
    return sum + (weighted > 9 ? weighted - 9 : weighted);
  }, 0);
}

function withCheckDigit(digits: string): string {
  return `${digits}${(10 - (luhnSum(`${digits}0`) % 10)) % 10}`;
}

function digitSum(digits: string): number {
  return [...digits].reduce((sum, digit) => sum + Number(digit), 0);
}

function compact(typed: string): string {
  return withoutSpaces(typed.normalize('NFKC')).replace(/[.\-–\u200b]/gu, '');
}
