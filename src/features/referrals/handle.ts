/** The structure answers a proposal: meets, asks for a proof, refuses with a ready reason. */
import { moveReferral } from '#domain/referral-state.ts';
import type { ReferralState } from '#domain/referral-state.ts';
import type { Result } from '#domain/result.ts';
import { done, refuse } from '#domain/result.ts';
import { lockReferralsOf, stepReferrals } from '#db/referral-steps.ts';
import type { Context } from '#http/context.ts';
import { hasOtherOfPrescriber } from './desk-queries.ts';
import type { ReferralRow } from './queries.ts';
import { lockReferral } from './queries.ts';

export const meetPerson = (ctx: Context, { id }: { id: string }) => step(ctx, { id, to: 'met' });
export const askProof = (ctx: Context, { id }: { id: string }) => step(ctx, { id, to: 'eligibility-pending' });
export const sayHired = (ctx: Context, { id }: { id: string }) => step(ctx, { id, to: 'hired' });

export async function refuseReferral(
  ctx: Context,
  { id, reason }: { id: string; reason: string },
): Promise<Result<ReferralRow>> {
  if (reason === 'duplicate') {
    const referral = await lockReferral(ctx, { id, side: 'holderId' });
    if (referral !== null && !(await hasOtherOfPrescriber(ctx, referral))) {
      return refuse('referral-not-duplicate', { field: 'reason' });
    }
  }
  return step(ctx, { id, to: 'refused', reason });
}

/** Two prescribers may have proposed her: what happened is true for both, and each is told. */
async function step(
  ctx: Context,
  { id, to, reason = '' }: { id: string; to: ReferralState; reason?: string },
): Promise<Result<ReferralRow>> {
  const referral = await lockReferral(ctx, { id, side: 'holderId' });
  if (referral === null) return refuse('not-found');
  const moved = moveReferral({ from: referral.state, to, by: 'facilitator', reason });
  if (!moved.ok) return moved;
  const together = (await lockReferralsOf(ctx, referral.personId)).filter(
    (one) => one.state === referral.state && (reason !== 'duplicate' || one.id === id),
  );
  await stepReferrals(ctx, { person: referral.personId, referrals: together, to, reason });
  return done(referral);
}
