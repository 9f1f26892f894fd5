/** Checks one more proof of who someone is: a code of the moment, a recovery code, a passkey. Each serves once. */
import type { Result } from '#domain/result.ts';
import { done } from '#domain/result.ts';
import { record } from '#db/audit.ts';
import { markCounter, takeRecoveryCode } from '#db/factor-use.ts';
import type { Context } from '#http/context.ts';
import { forgive } from '#http/throttle.ts';
import { checkOneTimeCode, openOneTimeSecret } from '#services/one-time-codes.ts';
import { hashSecret, readCode } from '#services/random.ts';
import type { AccountRow } from './queries.ts';
import { findSecret } from './proof-queries.ts';
import { count, refuseCounted } from './tries.ts';

export type Proof = { code: string } | { recoveryCode: string };

export async function proveByCode(ctx: Context, account: AccountRow, proof: Proof): Promise<Result<null>> {
  const tries = { throttle: 'code', holder: account.id } as const;
  const wait = await count(ctx, [tries]);
  if (wait !== null) return wait;
  const proved =
    'code' in proof ? await oneTime(ctx, account, proof.code) : await recovery(ctx, account, proof.recoveryCode);
  if (proved.ok) await forgive(ctx.db, tries);
  else
    await record(ctx, {
      action: 'second-step.refused',
      subjectType: 'account',
      subjectId: account.id,
      account: account.id,
    });
  return proved;
}

async function oneTime(ctx: Context, { id }: AccountRow, code: string): Promise<Result<null>> {
  const kept = await findSecret(ctx, id);
  const secret = kept === null ? null : openOneTimeSecret(ctx.house.sealer, { account: id, sealed: kept.sealed });
  if (kept === null || secret === null) return refuseCounted('code-refused', 'code');
  const checked = checkOneTimeCode({ secret, code, now: ctx.now, lastCounter: kept.lastCounter });
  if (!checked.ok) return refuseCounted(checked.because, 'code');
  await markCounter(ctx.db, id, checked.value);
  return done(null);
}

async function recovery(ctx: Context, { id }: AccountRow, typed: string): Promise<Result<null>> {
  const { db, now } = ctx;
  const taken = await takeRecoveryCode(db, { account: id, codeHash: hashSecret(readCode(typed)), now });
  if (!taken) return refuseCounted('recovery-code-refused', 'recoveryCode');
  await record(ctx, { action: 'recovery-code.used', subjectType: 'account', subjectId: id, account: id });
  return done(null);
}
