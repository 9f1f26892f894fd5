/** The keys of programs: what they may open, how long they live, where they stand. */
import type { Rule } from './rule.ts';
import { permissions } from './permissions.ts';
import type { Day } from './day.ts';
import { addDays, addYears, parisDay } from './day.ts';
import type { Result } from './result.ts';
import { done, refuse } from './result.ts';

/** Source: security goals of the product, API2: a key always ends, within a year. */
const longestYears = 1;

export const usualKeyDays = 90;
const endingMilliseconds = 30 * 86_400_000;

export interface KeyScope {
  scope: string;
  sentence: string;
}

/** Read from the permission table: a right no key opens is not offered. */
export const keyScopes: readonly KeyScope[] = Object.values(permissions).flatMap((rule: Rule) =>
  rule.scope === undefined ? [] : [{ scope: rule.scope, sentence: rule.sentence }],
);

export function scopeSentence(scope: string): string {
  return keyScopes.find((known) => known.scope === scope)?.sentence ?? scope;
}

export const keyStates = {
  active: { label: 'En service', tone: 'ok' },
  ending: { label: 'Expire bientôt', tone: 'attention' },
  expired: { label: 'Expirée', tone: 'neutral' },
  revoked: { label: 'Révoquée', tone: 'neutral' },
} as const;

export type KeyState = keyof typeof keyStates;

export function stateOfKey({ expiresAt, revokedAt }: { expiresAt: Date; revokedAt: Date | null }, now: Date): KeyState {
  if (revokedAt !== null) return 'revoked';
  if (expiresAt <= now) return 'expired';
  return expiresAt.getTime() - now.getTime() < endingMilliseconds ? 'ending' : 'active';
}

export function usualLastDay(today: Day): Day {
  return addDays(today, usualKeyDays);
}

export function furthestLastDay(today: Day): Day {
  return addYears(today, longestYears);
}

/** A key ends at midnight: people read the day before, the last it serves. */
export function lastDayOfKey({ expiresAt }: { expiresAt: Date }): Day {
  return parisDay(new Date(expiresAt.getTime() - 1));
}

/** The key works until the end of its last day, in Paris. */
export function checkLastDay(lastDay: Day, today: Day): Result<null, 'key-day-past' | 'key-day-far'> {
  if (lastDay < today) return refuse('key-day-past', { field: 'lastDay' });
  if (lastDay > furthestLastDay(today)) return refuse('key-day-far', { field: 'lastDay' });
  return done(null);
}
