/** The ceremony under way in this browser: read from the step cookie, bound to one purpose. */
import type { Context } from '#http/context.ts';
import { findLinkToken, takeLinkToken } from '#db/link-token.ts';
import { hashSecret } from '#services/random.ts';
import type { SignInMethod } from './open-session.ts';
import type { AccountRow } from './queries.ts';
import { findAccount } from './queries.ts';

export interface Step {
  account: AccountRow;
  method: SignInMethod;
  next: string | null;
  membership: string | null;
  idToken: string | null;
}

/** null: nothing is under way, or it is too late. */
export async function findStep(ctx: Context): Promise<Step | null> {
  const { db, now, step } = ctx;
  if (step === undefined || step === '') return null;
  const found = await findLinkToken(db, { tokenHash: hashSecret(step), purpose: 'second-step', now });
  const account = await findAccount(ctx, found?.accountId ?? null);
  const method = methods.find((known) => known === readDetail(found?.detail, 'method'));
  if (found === null || account === null || method === undefined) return null;
  return {
    account,
    method,
    next: readDetail(found.detail, 'next'),
    membership: readDetail(found.detail, 'membership'),
    idToken: readDetail(found.detail, 'idToken'),
  };
}

/** Of two who bring the last proof at once, one goes on. */
export async function endStep({ db, now, step }: Context): Promise<boolean> {
  return (await takeLinkToken(db, { tokenHash: hashSecret(step ?? ''), purpose: 'second-step', now })) !== null;
}

export function readDetail(detail: unknown, name: string): string | null {
  if (typeof detail !== 'object' || detail === null) return null;
  const value: unknown = Reflect.get(detail, name);
  return typeof value === 'string' ? value : null;
}

const methods: readonly SignInMethod[] = ['password', 'passkey', 'proconnect', 'link'];
