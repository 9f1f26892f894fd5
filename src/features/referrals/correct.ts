/** A prescriber corrects her own candidate until she is met, takes the proposal back, and puts it back. */
import { parisDay } from '#domain/day.ts';
import { moveReferral } from '#domain/referral-state.ts';
import type { Result } from '#domain/result.ts';
import { done, refuse } from '#domain/result.ts';
import { record } from '#db/audit.ts';
import { correctProposedPerson } from '#db/person.ts';
import type { Context } from '#http/context.ts';
import type { CorrectionInput } from './input.ts';
import { lockReferral, restoreStep, setWithdrawn, updateProposed } from './queries.ts';

export async function correctProposal(
  ctx: Context,
  { id, version, ...proposed }: CorrectionInput,
): Promise<Result<{ id: string }>> {
  const before = await lockReferral(ctx, { id, side: 'prescriberId' });
  if (before === null) return refuse('not-found');
  if (before.state !== 'referred') return refuse('referral-met');
  if (proposed.claims.length === 0) return refuse('referral-claims-missing', { field: 'claims' });
  if (proposed.birthDate !== null && proposed.birthDate > parisDay(ctx.now)) {
    return refuse('birth-date-future', { field: 'birthDate' });
  }
  if (before.version !== version) return refuse('changed-meanwhile');
  await correctProposedPerson(ctx, { id: before.personId, before, after: proposed });
  await updateProposed(ctx, { id, version, proposed });
  await record(ctx, { action: 'referral.corrected', subjectType: 'referral', subjectId: id });
  return done({ id });
}

export async function withdrawProposal(
  ctx: Context,
  { id, reason }: { id: string; reason: string },
): Promise<Result<{ id: string }>> {
  const referral = await lockReferral(ctx, { id, side: 'prescriberId' });
  if (referral === null) return refuse('not-found');
  const moved = moveReferral({ from: referral.state, to: 'withdrawn', by: 'prescriber', reason });
  if (!moved.ok) return moved;
  await setWithdrawn(ctx, { id, reason });
  await record(ctx, {
    action: 'referral.withdrawn',
    subjectType: 'referral',
    subjectId: id,
    before: { state: referral.state },
    after: { state: 'withdrawn', reason },
  });
  return done({ id });
}

export async function putBack(ctx: Context, { id }: { id: string }): Promise<Result<{ id: string }>> {
  const referral = await lockReferral(ctx, { id, side: 'prescriberId' });
  if (referral === null) return refuse('not-found');
  if (referral.state !== 'withdrawn' || referral.beforeStep === null) return refuse('referral-not-undone');
  await restoreStep(ctx, [id]);
  await record(ctx, { action: 'referral.put-back', subjectType: 'referral', subjectId: id });
  return done({ id });
}
