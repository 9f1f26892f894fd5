/** Numbers a person carries from one service to another, checked by their format alone; the social security number is never one of them. */
import type { EligibilityRules } from './eligibility-rules.ts';
import type { Result } from './result.ts';
import { done, refuse } from './result.ts';
import { looksLikeNir } from './text.ts';

export const numberKinds = {
  'pass-iae': 'PASS IAE',
  'france-travail': 'Identifiant France Travail',
} as const;

export type NumberKind = keyof typeof numberKinds;
export type NumberRefusal = 'nir-refused' | 'pass-iae-unreadable' | 'france-travail-unreadable';

/** Source: domain.md §10 and §11.2, from memory: lengths and prefix are settings, not constants. */
export function readPersonalNumber(
  kind: NumberKind,
  { typed, rules }: { typed: string; rules: Pick<EligibilityRules, 'pass-iae-number' | 'france-travail-number'> },
): Result<string, NumberRefusal> {
  const value = typed
    .normalize('NFKC')
    .replace(/[\s.\-_]/gu, '')
    .toUpperCase();
  if (kind === 'pass-iae') {
    const { length, prefix } = rules['pass-iae-number'];
    const right = /^\d+$/u.test(value) && value.length === length && value.startsWith(prefix);
    if (right) return done(value);
  }
  if (looksLikeNir(typed)) return refuse('nir-refused');
  if (kind === 'pass-iae') {
    const { length, prefix } = rules['pass-iae-number'];
    return refuse('pass-iae-unreadable', { details: { length, prefix } });
  }
  const { lengths } = rules['france-travail-number'];
  if (/^\d{7,}[A-Z0-9]$/u.test(value) && lengths.includes(value.length)) return done(value);
  return refuse('france-travail-unreadable', { details: { lengths: lengths.join(' ou ') } });
}

/** "99999 1234567", as it is read aloud. */
export function formatPersonalNumber(kind: NumberKind, value: string): string {
  return kind === 'pass-iae' ? `${value.slice(0, 5)}\u00a0${value.slice(5)}` : value;
}

export function isNumberKind(value: string): value is NumberKind {
  return Object.hasOwn(numberKinds, value);
}
