/** Confirms who one is in an open session: password, code or passkey; dangerous pages open for a while, under another token. */
import type { Result } from '#domain/result.ts';
import { done, refuse } from '#domain/result.ts';
import { localPath } from '#domain/local-path.ts';
import { accountOf } from '#domain/actor.ts';
import { minutesAfter, sessionPolicy } from '#domain/session-policy.ts';
import { record } from '#db/audit.ts';
import { strengthenSession } from '#db/session-open.ts';
import type { Context } from '#http/context.ts';
import type { Moved } from '#http/route.ts';
import { forgive } from '#http/throttle.ts';
import type { HashTurn } from '#services/password-hash.ts';
import { inHashTurn } from '#services/password-hash.ts';
import { hashSecret, newSecret } from '#services/random.ts';
import { proveByPasskey } from './passkey-proof.ts';
import { proveByCode } from './proofs.ts';
import type { AccountRow } from './queries.ts';
import { findAccount } from './queries.ts';
import { count, refuseCounted } from './tries.ts';

export async function confirmWithPassword(
  ctx: Context,
  { password, suite }: { password: string; suite: string },
): Promise<Result<Moved>> {
  const turned = await inHashTurn((turn) => provePassword(ctx, { password, turn }));
  if (!turned.ok) return turned;
  return turned.value.ok ? strengthen(ctx, { suite, means: 'password' }) : turned.value;
}

export async function confirmWithCode(
  ctx: Context,
  { code, suite }: { code: string; suite: string },
): Promise<Result<Moved>> {
  const account = await me(ctx);
  if (account === null) return refuse('session-expired');
  const proved = await proveByCode(ctx, account, { code });
  return proved.ok ? strengthen(ctx, { suite, means: 'code' }) : proved;
}

export async function confirmWithPasskey(
  ctx: Context,
  { passkey, suite }: { passkey: string; suite: string },
): Promise<Result<Moved>> {
  const account = accountOf(ctx.actor);
  if (account === null) return refuse('session-expired');
  const proved = await proveByPasskey(ctx, { answer: passkey, use: 'confirmation', account });
  return proved.ok ? strengthen(ctx, { suite, means: 'passkey' }) : proved;
}

async function provePassword(
  ctx: Context,
  { password, turn }: { password: string; turn: HashTurn },
): Promise<Result<null>> {
  const account = await me(ctx);
  if (account === null) return refuse('session-expired');
  const tries = { throttle: 'sign-in-account', holder: `confirm:${account.id}` } as const;
  const wait = await count(ctx, [tries]);
  if (wait !== null) return wait;
  if (!(await turn.verify(account.passwordHash, password))) {
    await record(ctx, { action: 'confirmation.refused', subjectType: 'account', subjectId: account.id });
    return refuseCounted('password-wrong', 'password');
  }
  await forgive(ctx.db, tries);
  return done(null);
}

async function strengthen(
  ctx: Context,
  { suite, means }: { suite: string; means: 'password' | 'code' | 'passkey' },
): Promise<Result<Moved>> {
  const { actor, db, now } = ctx;
  if (!('session' in actor)) return refuse('session-expired');
  const token = newSecret();
  const kept = await strengthenSession(db, {
    session: actor.session,
    tokenHash: hashSecret(token),
    strongUntil: minutesAfter(now, sessionPolicy.strongMinutes),
    secondFactor: means !== 'password',
  });
  if (kept === null) return refuse('session-expired');
  await record(ctx, {
    action: 'session.confirmed',
    subjectType: 'session',
    subjectId: actor.session,
    after: { means },
  });
  const seconds = Math.max(0, Math.floor((kept.expiresAt.getTime() - now.getTime()) / 1000));
  return done({ to: localPath(suite) ?? '/', cookies: [{ name: 'session', value: token, seconds }] });
}

function me(ctx: Context): Promise<AccountRow | null> {
  return findAccount(ctx, accountOf(ctx.actor));
}
