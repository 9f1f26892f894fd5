/** Takes back the end or the removal of a contract: it is again where its days put it. */
import { startingState } from '#domain/contract-terms.ts';
import { parisDay } from '#domain/day.ts';
import type { Result } from '#domain/result.ts';
import { done, refuse } from '#domain/result.ts';
import { record } from '#db/audit.ts';
import type { Context } from '#http/context.ts';
import { hasFollower, lockContract, updateContract } from './contract-queries.ts';

export async function reopenContract(
  ctx: Context,
  { id }: { id: string },
): Promise<Result<{ id: string; pastTerm: boolean }>> {
  const contract = await lockContract(ctx, id);
  if (contract === null) return refuse('not-found');
  const { state, endedOn, endReason, plannedEndOn } = contract;
  if (state !== 'ended' && state !== 'removed') return refuse('already-done');
  // Its CDI took over from it: the two would run together.
  if (endReason === 'converted-to-cdi' && (await hasFollower(ctx, id))) return refuse('contract-over');
  const today = parisDay(ctx.now);
  const back = startingState(contract, today);
  await updateContract(ctx, id, { state: back, endedOn: null, endReason: null });
  await record(ctx, {
    action: 'employment.reopened',
    subjectType: 'employment-contract',
    subjectId: id,
    before: { state, endedOn, endReason },
    after: { state: back },
  });
  return done({ id, pastTerm: plannedEndOn !== null && plannedEndOn < today });
}
