/** The structure takes its last step back, and the referents are told. */
import type { Result } from '#domain/result.ts';
import { done, refuse } from '#domain/result.ts';
import { record } from '#db/audit.ts';
import { tellReferent } from '#db/referral-feedback.ts';
import type { Context } from '#http/context.ts';
import { listUndoable } from './desk-queries.ts';
import type { ReferralRow } from './queries.ts';
import { lockReferral, restoreStep } from './queries.ts';

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
