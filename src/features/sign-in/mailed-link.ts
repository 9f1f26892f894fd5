/** A link received by mail and tied to an account: looked at without being used, then used once. */
import type { Context } from '#http/context.ts';
import { findLinkToken, takeLinkToken } from '#db/link-token.ts';
import { hashSecret } from '#services/random.ts';
import type { AccountRow } from './queries.ts';
import { findAccount } from './queries.ts';
import { readDetail } from './step.ts';

export type AccountLinkPurpose = 'password-reset' | 'sign-in';

export interface AccountLink {
  account: AccountRow;
  next: string | null;
}

/** null for every dead link alike: unknown, expired, used, or made for something else. */
export async function findAccountLink(
  ctx: Context,
  { token, purpose }: { token: string; purpose: AccountLinkPurpose },
): Promise<AccountLink | null> {
  const found = await findLinkToken(ctx.db, { tokenHash: hashSecret(token), purpose, now: ctx.now });
  const account = await findAccount(ctx, found?.accountId ?? null);
  return account === null ? null : { account, next: readDetail(found?.detail, 'suite') };
}

export async function takeAccountLink(
  { db, now }: Context,
  { token, purpose }: { token: string; purpose: AccountLinkPurpose },
): Promise<boolean> {
  return (await takeLinkToken(db, { tokenHash: hashSecret(token), purpose, now })) !== null;
}
