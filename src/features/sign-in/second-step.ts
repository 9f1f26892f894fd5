/** The second step: a code, a recovery code or a passkey, then the session the first step prepared. */
import type { Result } from '#domain/result.ts';
import { done, refuse } from '#domain/result.ts';
import type { Context } from '#http/context.ts';
import type { Moved } from '#http/route.ts';
import { openSession } from './open-session.ts';
import { proveByPasskey } from './passkey-proof.ts';
import type { Proof } from './proofs.ts';
import { proveByCode } from './proofs.ts';
import type { Step } from './step.ts';
import { endStep, findStep } from './step.ts';

export async function finishWithCode(ctx: Context, proof: Proof): Promise<Result<Moved>> {
  const step = await findStep(ctx);
  if (step === null) return refuse('step-ended');
  const proved = await proveByCode(ctx, step.account, proof);
  return proved.ok ? finish(ctx, step) : proved;
}

export async function finishWithPasskey(ctx: Context, { passkey }: { passkey: string }): Promise<Result<Moved>> {
  const step = await findStep(ctx);
  if (step === null) return refuse('step-ended');
  const proved = await proveByPasskey(ctx, { answer: passkey, use: 'second-step', account: step.account.id });
  return proved.ok ? finish(ctx, step) : proved;
}

async function finish(ctx: Context, { account, method, next, membership, idToken }: Step): Promise<Result<Moved>> {
  if (!(await endStep(ctx))) return refuse('step-ended');
  const opening = { account, method, secondFactor: true, next, idToken };
  return done(await openSession(ctx, membership === null ? opening : { ...opening, membership }));
}
