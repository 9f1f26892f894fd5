/** Stops the codes of the authenticator application; whoever administers keeps another proof. Runs as the gate. */
import type { Result } from '#domain/result.ts';
import { done, refuse } from '#domain/result.ts';
import { hasSecondFactor, mayRemoveFactor } from '#domain/second-factor.ts';
import { record } from '#db/audit.ts';
import { removeSecondFactor, replaceRecoveryCodes } from '#db/second-factor.ts';
import type { Context } from '#http/context.ts';
import { administersSomewhere, mine, readFactors } from './queries.ts';
import { tellFactorChanged } from './tell-factor-changed.ts';

export async function removeCodes(ctx: Context): Promise<Result<null>> {
  const account = mine(ctx);
  const factors = await readFactors(ctx);
  if (!factors.codes) return refuse('already-done');
  const left = { ...factors, codes: false };
  const administers = await administersSomewhere(ctx);
  const allowed = mayRemoveFactor({ left, administers, demonstration: ctx.house.demo });
  if (!allowed.ok) return allowed;
  await removeSecondFactor(ctx.db, account);
  if (!hasSecondFactor(left)) await replaceRecoveryCodes(ctx.db, { account, hashes: [], now: ctx.now });
  await record(ctx, { action: 'account.second-factor-removed', subjectType: 'account', subjectId: account });
  await tellFactorChanged(ctx, 'removed');
  return done(null);
}
