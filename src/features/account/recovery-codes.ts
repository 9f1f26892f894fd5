/** Recovery codes: drawn, shown once, kept hashed; new ones end the former ones. Runs as the gate. */
import type { Result } from '#domain/result.ts';
import { done, refuse } from '#domain/result.ts';
import { hasSecondFactor, recoveryCodes } from '#domain/second-factor.ts';
import { record } from '#db/audit.ts';
import { replaceRecoveryCodes } from '#db/second-factor.ts';
import type { Context } from '#http/context.ts';
import { hashSecret, newCode } from '#services/random.ts';
import { mine, readFactors } from './queries.ts';
import { tellFactorChanged } from './tell-factor-changed.ts';

export async function renewRecoveryCodes(ctx: Context): Promise<Result<{ codes: string[] }>> {
  if (!hasSecondFactor(await readFactors(ctx))) return refuse('second-factor-missing');
  const codes = await drawRecoveryCodes(ctx);
  await record(ctx, {
    action: 'account.recovery-codes-renewed',
    subjectType: 'account',
    subjectId: mine(ctx),
  });
  await tellFactorChanged(ctx, 'renewed');
  return done({ codes });
}

export async function drawRecoveryCodes(ctx: Context): Promise<string[]> {
  const codes = Array.from({ length: recoveryCodes.count }, () => newCode(recoveryCodes.characters));
  await replaceRecoveryCodes(ctx.db, { account: mine(ctx), hashes: codes.map(hashSecret), now: ctx.now });
  return codes;
}
