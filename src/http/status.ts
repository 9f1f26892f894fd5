/** The HTTP status of each refusal, decided once. */
import type { RefusalCode } from '#domain/refusals.ts';

const statuses: Partial<Record<RefusalCode, number>> = {
  'not-found': 404,
  'sign-in-needed': 401,
  'api-key-refused': 401,
  'method-unfit': 405,
  'not-allowed': 403,
  'out-of-scope': 403,
  'cross-site': 403,
  'too-many-tries': 429,
  'too-many-tries-wait': 429,
  'link-expired': 410,
  'link-used': 410,
  'invitation-expired': 410,
  'set-up-done': 410,
  'step-ended': 410,
  'json-unreadable': 400,
  incident: 500,
  'changed-meanwhile': 409,
  'already-done': 409,
  'declaration-reviewed': 409,
  'declaration-resent': 409,
  'statement-changed': 409,
  'refusal-answered': 409,
  'note-settled': 409,
  'next-contract-known': 409,
  'idempotency-key-missing': 400,
  'too-large': 413,
  unavailable: 503,
};

export function statusOf(because: RefusalCode): number {
  return statuses[because] ?? 422;
}
