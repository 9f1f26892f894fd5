/** Answers an invitation: a new account with its password, or the account already signed in. */
import { accountOf } from '#domain/actor.ts';
import type { Result } from '#domain/result.ts';
import { done, refuse } from '#domain/result.ts';
import { writeLastMembership } from '#db/account.ts';
import { insertAccount } from '#db/account-open.ts';
import { rotateSession } from '#db/session.ts';
import type { Context } from '#http/context.ts';
import type { Moved } from '#http/route.ts';
import { hashSecret, newSecret } from '#services/random.ts';
import type { NewAccount } from './input.ts';
import { findReceived } from './invitation.ts';
import { join } from './join.ts';
import { hashNewPassword } from './new-password.ts';
import { openSession } from './open-session.ts';
import type { InvitationRow } from './invitation-queries.ts';
import { findAccount, isEmailTaken } from './queries.ts';

export async function createInvitedAccount(
  ctx: Context,
  { token, name, ...typed }: NewAccount,
): Promise<Result<Moved>> {
  const invitation = await findOpen(ctx, token);
  if (invitation === null) return refuse('invitation-expired');
  const { email } = invitation;
  if (await isEmailTaken(ctx, email)) return refuse('account-exists');
  const hashed = await hashNewPassword(typed, { email, name, organisations: [invitation.organisationName] });
  if (!hashed.ok) return hashed;
  const id = await insertAccount(ctx.db, ctx.now, { email, name, passwordHash: hashed.value });
  const account = await findAccount(ctx, id);
  if (account === null) return refuse('invitation-expired');
  const joined = await join(ctx, { invitation, account, token });
  if (!joined.ok) return joined;
  return done(await openSession(ctx, { account, method: 'password', secondFactor: false, membership: joined.value }));
}

/** Rights change, so does the token: the same session goes on in the organisation just joined, proved no better than before. */
export async function joinOrganisation(ctx: Context, { token }: { token: string }): Promise<Result<Moved>> {
  const { actor, db, now } = ctx;
  const invitation = await findOpen(ctx, token);
  if (invitation === null) return refuse('invitation-expired');
  const account = await findAccount(ctx, accountOf(actor));
  if (account === null || !('session' in actor)) return refuse('sign-in-needed');
  if (account.email !== invitation.email) return refuse('invitation-other-address');
  const joined = await join(ctx, { invitation, account, token });
  if (!joined.ok) return joined;
  const fresh = newSecret();
  const kept = await rotateSession(db, {
    session: actor.session,
    account: account.id,
    tokenHash: hashSecret(fresh),
    membershipId: joined.value,
  });
  if (kept === null) return refuse('session-expired');
  await writeLastMembership(db, { account: account.id, membership: joined.value });
  const seconds = Math.max(0, Math.floor((kept.expiresAt.getTime() - now.getTime()) / 1000));
  return done({ to: '/', cookies: [{ name: 'session', value: fresh, seconds }] });
}

async function findOpen(ctx: Context, token: string): Promise<InvitationRow | null> {
  const received = await findReceived(ctx, token);
  return received?.state === 'open' ? received.invitation : null;
}
