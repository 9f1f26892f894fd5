/** The structure takes a proposal, with or without a day to meet. */
import type { Day } from '#domain/day.ts';
import type { Result } from '#domain/result.ts';
import { done, refuse } from '#domain/result.ts';
import { record } from '#db/audit.ts';
import { tellReferent } from '#db/referral-feedback.ts';
import type { Context } from '#http/context.ts';
import type { ReferralRow } from './queries.ts';
import { lockReferral, setAccepted } from './queries.ts';

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
