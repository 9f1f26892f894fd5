/** Changes one's password: the current one first, the policy, then every other session ends. Runs as the gate. */
import { commonPasswords } from '#domain/common-passwords.ts';
import { checkPassword } from '#domain/password.ts';
import type { Result } from '#domain/result.ts';
import { done, refuse } from '#domain/result.ts';
import { writePassword } from '#db/account.ts';
import { record } from '#db/audit.ts';
import { post } from '#db/outbox.ts';
import { endOtherSessions } from '#db/session.ts';
import type { Context } from '#http/context.ts';
import { forgive, spend } from '#http/throttle.ts';
import type { HashTurn } from '#services/password-hash.ts';
import { inHashTurn } from '#services/password-hash.ts';
import type { PasswordInput } from './input.ts';
import { findCredentials, listMemberships, mine } from './queries.ts';

export async function changePassword(ctx: Context, input: PasswordInput): Promise<Result<null>> {
  if (input.newPassword !== input.repeatedPassword) {
    return refuse('password-mismatch', { field: 'repeatedPassword' });
  }
  const turned = await inHashTurn((turn) => changeInTurn(ctx, { input, turn }));
  return turned.ok ? turned.value : turned;
}

/** A person who signs in otherwise has no current password: she confirmed who she is to open the page. */
async function changeInTurn(
  ctx: Context,
  { input, turn }: { input: PasswordInput; turn: HashTurn },
): Promise<Result<null>> {
  const account = mine(ctx);
  const tries = { throttle: 'sign-in-account', holder: `password-change:${account}` } as const;
  if ((await spend(ctx.db, { ...tries, now: ctx.now })) > 0) return { ...refuse('too-many-tries'), keep: true };
  const { email, name, passwordHash } = await findCredentials(ctx);
  if (passwordHash !== null && !(await turn.verify(passwordHash, input.currentPassword))) {
    return { ...refuse('password-wrong', { field: 'currentPassword' }), keep: true };
  }
  await forgive(ctx.db, tries);
  const memberships = await listMemberships(ctx);
  const acceptable = checkPassword({
    password: input.newPassword,
    commonPasswords,
    contextWords: [
      'Guichet',
      name,
      email.slice(0, email.lastIndexOf('@')),
      ...memberships.map(({ organisationName }) => organisationName),
    ],
  });
  if (!acceptable.ok) return { ...acceptable, field: 'newPassword' };
  await writePassword(ctx.db, { account, hash: await turn.hash(acceptable.value), now: ctx.now });
  if ('session' in ctx.actor) await endOtherSessions(ctx.db, { session: ctx.actor.session, account, now: ctx.now });
  await record(ctx, { action: 'account.password-changed', subjectType: 'account', subjectId: account });
  await post(ctx, {
    organisation: null,
    account,
    template: 'password-changed',
    recipient: email,
    parameters: {},
  });
  return done(null);
}
