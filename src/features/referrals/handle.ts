/** The structure answers a proposal: accepts, meets, asks for a proof, refuses with a ready reason, and takes its last step back. */
import type { Day } from '#domain/day.ts';
import { moveReferral } from '#domain/referral-state.ts';
import type { ReferralState } from '#domain/referral-state.ts';
import type { Result } from '#domain/result.ts';
import { done, refuse } from '#domain/result.ts';
import { record } from '#db/audit.ts';
import { tellReferent } from '#db/referral-feedback.ts';
import { lockReferralsOf, stepReferrals } from '#db/referral-steps.ts';
import type { Context } from '#http/context.ts';
import { hasOtherOfPrescriber, listUndoable } from './desk-queries.ts';
import type { ReferralRow } from './queries.ts';
import { lockReferral, restoreStep, setAccepted } from './queries.ts';

export async function acceptReferral(
  ctx: Context,
  { id, meetOn }: { id: string; meetOn: Day | null },
): Promise<Result<ReferralRow>> {
  const referral = await lockReferral(ctx, { id, side: 'holderId' });
  if (referral === null) return refuse('not-found');
  if (referral.state !== 'referred' || referral.acceptedAt !== null) return refuse('already-done');
  await setAccepted(ctx, { id, meetOn });
  await record(ctx, { action: 'referral.accepted', subjectType: 'referral', subjectId: id, after: { meetOn } });
  await tellReferent(ctx, { personId: referral.personId, what: 'accepted' });
  return done(referral);
}

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

export async function undoStep(ctx: Context, { id }: { id: string }): Promise<Result<ReferralRow>> {
  const referral = await lockReferral(ctx, { id, side: 'holderId' });
  if (referral === null) return refuse('not-found');
  if (referral.beforeStep === null || referral.state === 'withdrawn') return refuse('referral-not-undone');
  const together = await listUndoable(ctx, referral);
  await restoreStep(ctx, together);
  for (const each of together) {
    await record(ctx, {
      action: 'referral.step-undone',
      subjectType: 'referral',
      subjectId: each,
      before: { state: referral.state },
    });
  }
  await tellReferent(ctx, { personId: referral.personId, what: 'undone' });
  return done(referral);
}
