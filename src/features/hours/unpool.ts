/** Brings back to the lot on which they were worked the hours an agreement gave to others, as long as nothing is sealed. */
import type { Result } from '#domain/result.ts';
import { done, refuse } from '#domain/result.ts';
import { record } from '#db/audit.ts';
import { followCommitments } from '#db/commitment-follow.ts';
import type { Context } from '#http/context.ts';
import { allocateToOwnLot, withdrawAllocations } from './allocate.ts';
import { listPooledLines, listPooledWith, lockPooled } from './pool-queries.ts';
import { listLines } from './review-lines-queries.ts';

export async function unpoolLot(ctx: Context, { id }: { id: string }): Promise<Result<{ id: string; lines: number }>> {
  const declarations = await lockPooled(ctx, [...new Set([id, ...(await listPooledWith(ctx, id))])]);
  const pooled = await listPooledLines(ctx, id);
  const rows = (await listLines(ctx, declarations)).filter((row) => row.state === 'validated' && pooled.has(row.id));
  if (rows.length === 0) return refuse('already-done');
  await withdrawAllocations(ctx, rows);
  await allocateToOwnLot(
    ctx,
    rows.map((row) => ({ row, counted: row.countedMinutes })),
  );
  await record(ctx, {
    action: 'hours.pooling-undone',
    subjectType: 'lot',
    subjectId: id,
    before: { lines: rows.map((row) => row.id) },
  });
  await followCommitments(ctx, [id, ...rows.map((row) => row.lotId)]);
  return done({ id, lines: rows.length });
}
