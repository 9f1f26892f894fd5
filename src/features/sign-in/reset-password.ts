/** Takes a new password from a link received by mail: every session ends, its owner is told, her second factor is still asked. */
import type { Result } from '#domain/result.ts';
import { done, refuse } from '#domain/result.ts';
import { writePassword } from '#db/account.ts';
import { record } from '#db/audit.ts';
import { post } from '#db/outbox.ts';
import { endAllSessions } from '#db/session-open.ts';
import { endAccountLinks } from '#db/link-token-end.ts';
import type { Context } from '#http/context.ts';
import type { Moved } from '#http/route.ts';
import { forgive } from '#http/throttle.ts';
import { enter } from './enter.ts';
import type { NewPassword } from './input.ts';
import { findAccountLink, takeAccountLink } from './mailed-link.ts';
import { hashNewPassword } from './new-password.ts';
import { listMemberships } from './queries.ts';

const purpose = 'password-reset';

export async function resetPassword(ctx: Context, { token, ...typed }: NewPassword): Promise<Result<Moved>> {
  const { db, now } = ctx;
  const link = await findAccountLink(ctx, { token, purpose });
  if (link === null) return refuse('link-expired');
  const { account } = link;
  const organisations = (await listMemberships(ctx, account.id)).map((row) => row.organisationName);
  const hashed = await hashNewPassword(typed, { email: account.email, name: account.name, organisations });
  if (!hashed.ok) return hashed;
  if (!(await takeAccountLink(ctx, { token, purpose }))) return refuse('link-used');
  await writePassword(db, { account: account.id, hash: hashed.value, now });
  await endAllSessions(db, account.id, now);
  await endAccountLinks(db, { account: account.id, now });
  await forgive(db, { throttle: 'sign-in-account', holder: account.email });
  await record(ctx, {
    action: 'password.reset',
    subjectType: 'account',
    subjectId: account.id,
    account: account.id,
  });
  await post(ctx, {
    organisation: null,
    account: account.id,
    template: 'password-changed',
    recipient: account.email,
    parameters: {},
  });
  return done(await enter(ctx, { account, method: 'password', secondFactor: false, next: link.next }));
}
