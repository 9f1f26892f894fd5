/** Six-digit codes of an authenticator application (TOTP, RFC 6238): made, written as an address to scan, checked. */
import { generateSecret, generateURI, verifySync } from 'otplib';
import type { Result } from '#domain/result.ts';
import { done, refuse } from '#domain/result.ts';
import type { Sealer } from './sealing.ts';

const periodSeconds = 30;
const issuer = 'Guichet';

/** A fresh secret in base 32, 160 bits (RFC 4226 §4). */
export function newOneTimeSecret(): string {
  return generateSecret({ length: 20 });
}

/** What the QR code says: otpauth://totp/Guichet:… */
export function oneTimeAddress({ secret, label }: { secret: string; label: string }): string {
  return generateURI({ issuer, label, secret });
}

/** The counter of the accepted code, to keep as `last_counter`: one step before and one after now, never the same twice. */
export function checkOneTimeCode({
  secret,
  code,
  now,
  lastCounter,
}: {
  secret: string;
  code: string;
  now: Date;
  lastCounter: number;
}): Result<number, 'code-refused' | 'code-used'> {
  const token = readOneTimeCode(code);
  if (token === null) return refuse('code-refused');
  const epoch = Math.floor(now.getTime() / 1000);
  const checked = verifySync({ secret, token, epoch, epochTolerance: periodSeconds });
  if (!checked.valid || !('timeStep' in checked)) return refuse('code-refused');
  return checked.timeStep <= lastCounter ? refuse('code-used') : done(checked.timeStep);
}

/** Six digits, spaces forgiven; null when it is not such a code. */
export function readOneTimeCode(typed: string): string | null {
  const digits = typed.normalize('NFKC').replaceAll(/[\s\p{Dash_Punctuation}]/gu, '');
  return /^\d{6}$/.test(digits) ? digits : null;
}

/** Kept in second_factor.secret_sealed; sealed for one account, it opens for no other. */
export function sealOneTimeSecret(sealer: Sealer, { account, secret }: { account: string; secret: string }): string {
  return sealer.seal({ text: secret, context: contextOf(account) });
}

/** null when the sealed text is not ours any more (secret of the instance lost). */
export function openOneTimeSecret(
  sealer: Sealer,
  { account, sealed }: { account: string; sealed: string },
): string | null {
  const opened = sealer.open({ sealed, context: contextOf(account) });
  return opened.ok ? opened.text : null;
}

function contextOf(account: string): string {
  return `second_factor.secret_sealed:${account}`;
}
