/** Opens an own space with the code of a paper sheet and the birth date; one sentence for every failure. */
import { parisDay } from '#domain/day.ts';
import type { Result } from '#domain/result.ts';
import { done, refuse } from '#domain/result.ts';
import { record } from '#db/audit.ts';
import { mintLink } from '#db/link-mint.ts';
import type { Context } from '#http/context.ts';
import { forgive, spend } from '#http/throttle.ts';
import { hashSecret, newSecret, readCode } from '#services/random.ts';
import { findByCode, markUsed } from './access-queries.ts';
import { codeMark } from './code-mark.ts';
import type { CodeInput } from './input.ts';

/** Choice of the product: long enough to read, short enough for a telephone that is lent. */
const openMinutes = 120;

/** Runs as the gate. */
export async function enterByCode(ctx: Context, { code, naissance }: CodeInput): Promise<Result<{ token: string }>> {
  const mark = codeMark(ctx.house, readCode(code));
  const tries = [
    { throttle: 'sign-in-address', holder: ctx.from },
    { throttle: 'code', holder: `person-code:${mark}` },
  ] as const;
  for (const each of tries) {
    const seconds = await spend(ctx.db, { ...each, now: ctx.now });
    if (seconds > 0) return { ...refuse('too-many-tries-wait', { details: { seconds } }), keep: true };
  }
  const found = await findByCode(ctx, mark);
  if (found === null || found.birthDate !== naissance || naissance > parisDay(ctx.now)) {
    return { ...refuse('own-space-code', { field: 'code' }), keep: true };
  }
  await forgive(ctx.db, tries[1]);
  await markUsed(ctx, found.accessId);
  const token = newSecret();
  await mintLink(ctx.db, {
    tokenHash: hashSecret(token),
    purpose: 'person-space',
    account: null,
    organisation: found.holderId,
    subject: found.personId,
    detail: { by: 'code' },
    expiresAt: new Date(ctx.now.getTime() + openMinutes * 60_000),
    now: ctx.now,
  });
  await record(ctx, {
    action: 'own-space.opened',
    subjectType: 'person',
    subjectId: found.personId,
    organisation: found.holderId,
  });
  return done({ token });
}
