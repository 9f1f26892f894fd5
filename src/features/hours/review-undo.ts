/** Takes decisions back while nothing is sealed: the declaration waits to be reviewed again, and nothing of it counts. */
import type { Result } from '#domain/result.ts';
import { done, refuse } from '#domain/result.ts';
import { undoReview } from '#domain/review-steps.ts';
import { stateOnceUndone } from '#domain/shared-review.ts';
import { recordAll } from '#db/audit.ts';
import { followCommitments } from '#db/commitment-follow.ts';
import { appendHoursDeltas } from '#db/hours.ts';
import type { Context } from '#http/context.ts';
import { submittedChange, withdrawAllocations } from './allocate.ts';
import { listLines } from './review-lines-queries.ts';
import { listSameReview, lockReviewed, moveAllReviewed, setLines } from './review-queries.ts';
import { dropReviews, readStructureLines } from './shared-review-queries.ts';

export async function undoDecision(ctx: Context, { id }: { id: string }): Promise<Result<{ count: number }>> {
  return undoAll(ctx, [id]);
}

/** Everything the same person decided in the same go as this one. */
export async function undoSelection(ctx: Context, { id }: { id: string }): Promise<Result<{ count: number }>> {
  const ids = await listSameReview(ctx, id);
  if (ids.length > 0) return undoAll(ctx, ids);
  const seen = await lockReviewed(ctx, [id]);
  return refuse(seen.length === 0 ? 'not-found' : 'already-done');
}

async function undoAll(ctx: Context, ids: readonly string[]): Promise<Result<{ count: number }>> {
  const declarations = await lockReviewed(ctx, ids);
  if (declarations.length === 0) return refuse('not-found');
  const own = await listLines(ctx, ids);
  if (own.some(({ proposed }) => proposed)) return refuse('refusal-waiting');
  // What the buyer refused is the company's to send again, not the facilitator's to put back.
  const lines = own.filter(
    ({ state, refusedByBuyer }) => (state === 'validated' || state === 'rejected') && !refusedByBuyer,
  );
  for (const { id, state } of declarations) {
    const shared = lines.some(({ declarationId }) => declarationId === id);
    const undoable = undoReview(state, { shared });
    if (!undoable.ok) return undoable;
  }
  await withdrawAllocations(ctx, lines);
  await setLines(
    ctx,
    lines.map(({ id }) => ({ id, state: 'submitted', reason: '', countedMinutes: 0, ruleVersion: '' })),
  );
  const refused = lines.filter(({ state }) => state === 'rejected');
  await appendHoursDeltas(
    ctx.db,
    refused.map((row) => submittedChange(row, 1)),
  );
  const now = await readStructureLines(ctx, ids);
  const undone = declarations.map(({ id, state }) => ({ id, state, to: stateOnceUndone(now.get(id) ?? []) }));
  await dropReviews(ctx, ids);
  await moveAllReviewed(
    ctx,
    undone.map(({ id, to }) => ({ id, state: to, reviewedAt: null, reviewedBy: null, reason: '', note: '' })),
  );
  await recordAll(
    ctx,
    undone.map(({ id, state, to }) => ({
      action: 'declaration.review-undone',
      subjectType: 'declaration',
      subjectId: id,
      before: { state },
      after: { state: to },
    })),
  );
  await followCommitments(
    ctx,
    declarations.map(({ lotId }) => lotId),
  );
  return done({ count: declarations.length });
}
