/** Changes one's e-mail address in two steps: asked here, confirmed from the new mailbox. Runs as the gate. */
import type { Result } from '#domain/result.ts';
import { done, refuse } from '#domain/result.ts';
import { writeEmail } from '#db/account.ts';
import { record } from '#db/audit.ts';
import { findLinkToken, takeLinkToken } from '#db/link-token.ts';
import { post } from '#db/outbox.ts';
import type { Context } from '#http/context.ts';
import { spend } from '#http/throttle.ts';
import { hashSecret } from '#services/random.ts';
import { findCredentials, isEmailTaken, lockEmail, mine } from './queries.ts';

/** An address that already has an account gets the same answer and no letter: nobody learns who is known. */
export async function askEmailChange(ctx: Context, { email }: { email: string }): Promise<Result<null>> {
  const account = mine(ctx);
  const wait = await spend(ctx.db, { throttle: 'reset', holder: `email-change:${account}`, now: ctx.now });
  if (wait > 0) return { ...refuse('too-many-tries'), keep: true };
  const { email: former } = await findCredentials(ctx);
  if (former === email) return refuse('email-same', { field: 'email' });
  if (!(await isEmailTaken(ctx, email))) {
    await post(ctx, {
      organisation: null,
      account,
      template: 'email-change',
      recipient: email,
      parameters: {},
    });
  }
  await record(ctx, { action: 'account.email-change-asked', subjectType: 'account', subjectId: account });
  return done(null);
}

export async function isEmailLinkAlive({ db, now }: Context, token: string): Promise<boolean> {
  return (await findLinkToken(db, { tokenHash: hashSecret(token), purpose: 'email-change', now })) !== null;
}

export async function confirmEmailChange(ctx: Context, { token }: { token: string }): Promise<Result<null>> {
  const { db, now } = ctx;
  const link = await takeLinkToken(db, { tokenHash: hashSecret(token), purpose: 'email-change', now });
  const email = emailOf(link?.detail);
  const account = link?.accountId ?? null;
  if (account === null || email === null) return refuse('link-expired');
  if (await isEmailTaken(ctx, email)) return refuse('account-exists');
  const former = await lockEmail(ctx, account);
  await writeEmail(db, { account, email });
  await post(ctx, {
    organisation: null,
    account,
    template: 'email-changed-notice',
    recipient: former,
    parameters: {},
  });
  await record(ctx, { action: 'account.email-changed', subjectType: 'account', subjectId: account, account });
  return done(null);
}

function emailOf(detail: unknown): string | null {
  if (typeof detail !== 'object' || detail === null || !('email' in detail)) return null;
  return typeof detail.email === 'string' ? detail.email : null;
}
