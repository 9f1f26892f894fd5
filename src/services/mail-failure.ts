/** Tells a failure that time may cure from one that it will not, and when to try again. */
import { z } from 'zod';

export type MailFailure = { ok: false; because: 'mail-delayed' | 'mail-refused'; code: string };

/** 1 min, 5 min, 30 min, 2 h, 12 h, 24 h after the first to the sixth failure; then it shows. */
export const mailRetryMinutes: readonly number[] = [1, 5, 30, 120, 720, 1440];

const failureShape = z.object({
  responseCode: z.number().int().min(200).max(599).optional().catch(undefined),
  code: z
    .string()
    .regex(/^[A-Z_]{2,30}$/)
    .optional()
    .catch(undefined),
});

/** Wrong credentials are ours to correct: the letter waits instead of being given up. */
const curableCodes = new Set(['EAUTH', 'ENOAUTH', 'ECONNECTION', 'ETIMEDOUT', 'ESOCKET', 'EDNS', 'ETLS']);
const permanentCodes = new Set(['EENVELOPE', 'EMESSAGE']);

/** When to try again after `failures` failed attempts (from 1); nothing means: show the failure. */
export function nextMailAttempt(state: {
  failures: number;
  because: MailFailure['because'];
  now: Date;
}): Date | undefined {
  if (state.because === 'mail-refused') return undefined;
  const minutes = mailRetryMinutes[state.failures - 1];
  return minutes === undefined ? undefined : new Date(state.now.getTime() + minutes * 60_000);
}

export function readMailFailure(error: unknown): MailFailure {
  const { responseCode, code } = failureShape.catch({}).parse(error);
  const shown = responseCode === undefined ? (code ?? 'UNKNOWN') : String(responseCode);
  if (code !== undefined && curableCodes.has(code)) return { ok: false, because: 'mail-delayed', code: shown };
  const refused = responseCode === undefined ? code !== undefined && permanentCodes.has(code) : responseCode >= 500;
  return { ok: false, because: refused ? 'mail-refused' : 'mail-delayed', code: shown };
}

/** The address itself is refused for good: neither our server, nor our password, nor a full box that may be emptied. */
export function isAddressRefused(code: string): boolean {
  return code === 'INVALID' || code === 'EENVELOPE' || /^55[013]$/u.test(code);
}
