/** A training entered by mistake is taken off a candidate, and put back. */
import { organisationOf } from '#domain/actor.ts';
import type { Result } from '#domain/result.ts';
import { done, refuse } from '#domain/result.ts';
import { record } from '#db/audit.ts';
import type { Context } from '#http/context.ts';

/** The line stays, and tells when it left. */
export const removeTraining = (ctx: Context, { id }: { id: string }) => setRemoved(ctx, id, { removed: true });
export const putBackTraining = (ctx: Context, { id }: { id: string }) => setRemoved(ctx, id, { removed: false });

async function setRemoved(
  ctx: Context,
  id: string,
  { removed }: { removed: boolean },
): Promise<Result<{ id: string; placement: string }>> {
  const training = await ctx.db
    .selectFrom('preHireTraining')
    .select(['placementId', 'removedAt'])
    .where('id', '=', id)
    .where('holderId', '=', organisationOf(ctx.actor) ?? '')
    .executeTakeFirst();
  if (training === undefined) return refuse('not-found');
  const { placementId: placement } = training;
  if ((training.removedAt !== null) === removed) return refuse('already-done');
  await ctx.db
    .updateTable('preHireTraining')
    .set({ removedAt: removed ? ctx.now : null })
    .where('id', '=', id)
    .execute();
  await record(ctx, {
    action: removed ? 'placement.training-removed' : 'placement.training-restored',
    subjectType: 'placement',
    subjectId: placement,
    after: { training: id },
  });
  return done({ id, placement });
}
