/** What proves, beside the password, who signs in: how many proofs remain, and whether one may be removed. */
import type { Result } from './result.ts';
import { done, refuse } from './result.ts';

/** Source: ASVS 5.0, 6.3.3 and 6.5.2; ten codes of one use each, as printed on the sheet to keep. */
export const recoveryCodes = { from: '2026-11-21', count: 10, characters: 8 } as const;

export interface Factors {
  /** A code application is set up. */
  codes: boolean;
  passkeys: number;
}

export function hasSecondFactor({ codes, passkeys }: Factors): boolean {
  return codes || passkeys > 0;
}

/** Whoever administers an organisation keeps one at all times; the demonstration, whose password is public, does not ask it. */
export function mayRemoveFactor({
  left,
  administers,
  demonstration,
}: {
  left: Factors;
  administers: boolean;
  demonstration: boolean;
}): Result<null, 'last-second-factor'> {
  if (!administers || demonstration || hasSecondFactor(left)) return done(null);
  return refuse('last-second-factor');
}
