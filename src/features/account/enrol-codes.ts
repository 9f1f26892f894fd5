/** Sets up the codes of an authenticator application, proved by one of them, with recovery codes shown once. Runs as the gate. */
import type { Result } from '#domain/result.ts';
import { done, refuse } from '#domain/result.ts';
import { record } from '#db/audit.ts';
import { keepSecondFactor } from '#db/second-factor.ts';
import type { Context } from '#http/context.ts';
import { forgive, spend } from '#http/throttle.ts';
import { checkOneTimeCode, openOneTimeSecret } from '#services/one-time-codes.ts';
import { mustConfirmFirst } from './confirmation.ts';
import type { CodesInput } from './input.ts';
import { mine, readFactors } from './queries.ts';
import { drawRecoveryCodes } from './recovery-codes.ts';
import type { NewToken } from './rotate.ts';
import { rotate } from './rotate.ts';
import { tellFactorChanged } from './tell-factor-changed.ts';

export interface Enrolled extends NewToken {
  codes: string[];
}

/** `graine` is the secret the page drew, sealed for this account: nothing is kept before it is proved. */
export async function enrolCodes(ctx: Context, { graine, code }: CodesInput): Promise<Result<Enrolled>> {
  const account = mine(ctx);
  const factors = await readFactors(ctx);
  if (factors.codes) return refuse('second-factor-active');
  if (mustConfirmFirst(ctx, factors)) return refuse('confirmation-needed');
  const tries = { throttle: 'code', holder: `enrol:${account}` } as const;
  if ((await spend(ctx.db, { ...tries, now: ctx.now })) > 0) return { ...refuse('too-many-tries'), keep: true };
  const secret = openOneTimeSecret(ctx.house.sealer, { account, sealed: graine });
  if (secret === null) return refuse('form-expired');
  const checked = checkOneTimeCode({ secret, code, now: ctx.now, lastCounter: 0 });
  if (!checked.ok) return { ...refuse(checked.because, { field: 'code' }), keep: true };
  await forgive(ctx.db, tries);
  await keepSecondFactor(ctx.db, { account, secretSealed: graine, counter: checked.value, now: ctx.now });
  const codes = await drawRecoveryCodes(ctx);
  const token = await rotate(ctx, { secondFactor: true });
  if (token === null) return refuse('session-expired');
  await record(ctx, { action: 'account.second-factor-added', subjectType: 'account', subjectId: account });
  await tellFactorChanged(ctx, 'added');
  return done({ ...token, codes });
}
