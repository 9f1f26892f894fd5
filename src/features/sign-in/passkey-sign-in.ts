/** Signs in with a passkey alone: it holds the person's device and her gesture, so no second step is asked. */
import type { Result } from '#domain/result.ts';
import { done } from '#domain/result.ts';
import type { Context } from '#http/context.ts';
import type { Moved } from '#http/route.ts';
import type { PasskeySignIn } from './input.ts';
import { openSession } from './open-session.ts';
import { proveByPasskey } from './passkey-proof.ts';
import { findAccount } from './queries.ts';
import { count, refuseCounted } from './tries.ts';

export async function signInWithPasskey(ctx: Context, { passkey, suite }: PasskeySignIn): Promise<Result<Moved>> {
  const wait = await count(ctx, [{ throttle: 'sign-in-address', holder: ctx.from }]);
  if (wait !== null) return wait;
  const proved = await proveByPasskey(ctx, { answer: passkey, use: 'sign-in', account: null });
  if (!proved.ok) return proved;
  const account = await findAccount(ctx, proved.value);
  if (account === null) return refuseCounted('passkey-refused');
  return done(await openSession(ctx, { account, method: 'passkey', secondFactor: true, next: suite }));
}
