/** Opens the instance once: its first account, and the organisation that runs it. */
import type { Result } from '#domain/result.ts';
import { done, refuse } from '#domain/result.ts';
import { insertAccount } from '#db/account-open.ts';
import { record } from '#db/audit.ts';
import { insertOperator, openInstance } from '#db/instance-open.ts';
import { findLinkToken, takeLinkToken } from '#db/link-token.ts';
import { insertMembership } from '#db/membership-join.ts';
import type { Context } from '#http/context.ts';
import type { Moved } from '#http/route.ts';
import { hashSecret } from '#services/random.ts';
import type { SetUp } from './input.ts';
import { hashNewPassword } from './new-password.ts';
import { asAccount, openSession } from './open-session.ts';
import { findAccount, isInstanceOpen } from './queries.ts';

const operatorName = 'Exploitation de l’instance';

export async function isSetUpOpen(ctx: Context, token: string): Promise<boolean> {
  if (await isInstanceOpen(ctx)) return false;
  const { db, now } = ctx;
  return (await findLinkToken(db, { tokenHash: hashSecret(token), purpose: 'set-up', now })) !== null;
}

export async function setUp(ctx: Context, { token, name, email, ...typed }: SetUp): Promise<Result<Moved>> {
  const { db, now } = ctx;
  if (!(await isSetUpOpen(ctx, token))) return refuse('link-expired');
  const hashed = await hashNewPassword(typed, { email, name, organisations: [operatorName] });
  if (!hashed.ok) return hashed;
  const taken = await takeLinkToken(db, { tokenHash: hashSecret(token), purpose: 'set-up', now });
  if (taken === null || !(await openInstance(db, now))) return refuse('set-up-done');
  const id = await insertAccount(db, now, { email, name, passwordHash: hashed.value });
  const organisation = await insertOperator(db, now, operatorName);
  const membership = await insertMembership(db, now, {
    organisationId: organisation,
    accountId: id,
    position: 'operator.support',
    administers: true,
  });
  const account = await findAccount(ctx, id);
  if (account === null) return refuse('set-up-done');
  await record(asAccount(ctx, account), {
    action: 'instance.opened',
    subjectType: 'organisation',
    subjectId: organisation,
    organisation,
    after: { membership },
  });
  return done(await openSession(ctx, { account, method: 'password', secondFactor: false, membership }));
}
