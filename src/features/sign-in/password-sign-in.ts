/** Signs in with an address and a password: the same answer, in the same time, whether the account exists or not. */
import type { Result } from '#domain/result.ts';
import { done } from '#domain/result.ts';
import { record } from '#db/audit.ts';
import type { Context } from '#http/context.ts';
import type { Moved } from '#http/route.ts';
import { forgive } from '#http/throttle.ts';
import type { HashTurn } from '#services/password-hash.ts';
import { inHashTurn } from '#services/password-hash.ts';
import { enter } from './enter.ts';
import type { PasswordSignIn } from './input.ts';
import { findAccountByEmail } from './queries.ts';
import { count, refuseCounted } from './tries.ts';

export async function signInWithPassword(ctx: Context, input: PasswordSignIn): Promise<Result<Moved>> {
  const turned = await inHashTurn((turn) => proveInTurn(ctx, { input, turn }));
  return turned.ok ? turned.value : turned;
}

async function proveInTurn(
  ctx: Context,
  { input, turn }: { input: PasswordSignIn; turn: HashTurn },
): Promise<Result<Moved>> {
  const tries = { throttle: 'sign-in-account', holder: input.email } as const;
  const wait = await count(ctx, [{ throttle: 'sign-in-address', holder: ctx.from }, tries]);
  if (wait !== null) return wait;
  const account = await findAccountByEmail(ctx, input.email);
  const right = await turn.verify(account?.passwordHash ?? null, input.password);
  if (account === null || !right) {
    await record(ctx, {
      action: 'sign-in.refused',
      subjectType: 'account',
      subjectId: account?.id ?? 'unknown',
      account: account?.id ?? null,
    });
    return refuseCounted('sign-in-refused');
  }
  await forgive(ctx.db, tries);
  return done(await enter(ctx, { account, method: 'password', secondFactor: false, next: input.suite }));
}
