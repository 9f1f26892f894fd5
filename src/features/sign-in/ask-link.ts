/** Asks by mail for a new password or a sign-in link: one answer for everybody, a mail for those who are known. */
import type { Result } from '#domain/result.ts';
import { done } from '#domain/result.ts';
import { localPath } from '#domain/local-path.ts';
import { record } from '#db/audit.ts';
import { post } from '#db/outbox.ts';
import type { Context } from '#http/context.ts';
import { findAccountByEmail } from './queries.ts';
import { count } from './tries.ts';

type Asked = { email: string; suite: string };

export function askNewPassword(ctx: Context, asked: Asked): Promise<Result<string | null>> {
  return askByMail(ctx, { ...asked, template: 'password-reset', action: 'password.reset-asked' });
}

export function askSignInLink(ctx: Context, asked: Asked): Promise<Result<string | null>> {
  return askByMail(ctx, { ...asked, template: 'sign-in-link', action: 'sign-in.link-asked' });
}

/** Answers where she was going. The link is minted when the mail leaves; asking again and again fills no mailbox. */
async function askByMail(
  ctx: Context,
  { email, suite, template, action }: Asked & { template: string; action: string },
): Promise<Result<string | null>> {
  const wait = await count(ctx, [
    { throttle: 'sign-in-address', holder: ctx.from },
    { throttle: 'reset', holder: `${template}:${email}` },
  ]);
  if (wait !== null) return wait;
  const account = await findAccountByEmail(ctx, email);
  await record(ctx, {
    action,
    subjectType: 'account',
    subjectId: account?.id ?? 'unknown',
    account: account?.id ?? null,
  });
  const next = localPath(suite);
  if (account !== null) {
    const parameters = next === null ? {} : { suite: next };
    await post(ctx, {
      organisation: null,
      account: account.id,
      template,
      recipient: account.email,
      parameters,
    });
  }
  return done(next);
}
