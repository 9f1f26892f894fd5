/** Takes decisions back while nothing is sealed: the declaration waits to be reviewed again, and nothing of it counts. */
import type { Result } from '#domain/result.ts';
import { done, refuse } from '#domain/result.ts';
import { undoReview } from '#domain/review-steps.ts';
import { record } from '#db/audit.ts';
import { appendHoursDeltas } from '#db/hours.ts';
import type { Context } from '#http/context.ts';
import { submittedChange, withdrawAllocations } from './allocate.ts';
import { listLines } from './review-lines-queries.ts';
import { listSameReview, lockReviewed, moveReviewed, setLine } from './review-queries.ts';

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
  for (const { state } of declarations) {
    const undone = undoReview(state);
    if (!undone.ok) return undone;
  }
  const lines = (await listLines(ctx, ids)).filter(({ state }) => state === 'validated' || state === 'rejected');
  await withdrawAllocations(ctx, lines);
  for (const { id } of lines) {
    await setLine(ctx, { id, state: 'submitted', reason: '', countedMinutes: 0, ruleVersion: '' });
  }
  const refused = lines.filter(({ state }) => state === 'rejected');
  await appendHoursDeltas(
    ctx.db,
    refused.map((row) => submittedChange(row, 1)),
  );
  for (const { id, state } of declarations) {
    await moveReviewed(ctx, {
      id,
      state: 'submitted',
      reviewedAt: null,
      reviewedBy: null,
      reason: '',
      note: '',
    });
    await record(ctx, {
      action: 'declaration.review-undone',
      subjectType: 'declaration',
      subjectId: id,
      before: { state },
      after: { state: 'submitted' },
    });
  }
  return done({ count: declarations.length });
}
