/** Proposes everybody of a checked file in one transaction; sent twice, it doubles nobody. */
import type { Result } from '#domain/result.ts';
import { done, refuse } from '#domain/result.ts';
import { record } from '#db/audit.ts';
import type { Context } from '#http/context.ts';
import { checkLines, sentLines } from './import-lines.ts';
import { listStructures } from './structure-queries.ts';
import { writeProposal } from './write-proposal.ts';

export async function sendLines(
  ctx: Context,
  input: { holderId: string } & Record<string, unknown>,
): Promise<Result<{ sent: number; known: number }>> {
  const { holderId } = input;
  if (!(await listStructures(ctx)).some(({ id }) => id === holderId)) {
    return refuse('referral-structure-unknown', { field: 'holderId' });
  }
  const kept = (await checkLines(ctx, sentLines(input), holderId)).filter(({ dropped }) => !dropped);
  if (kept.some(({ line }) => line === null)) return refuse('file-lines-to-fix');
  const ready = kept.flatMap(({ line, known }) => (line === null || known ? [] : [line]));
  if (ready.length === 0) return refuse('file-nothing-ready');
  for (const proposed of ready) await writeProposal(ctx, { holderId, proposed, source: 'file' });
  await record(ctx, {
    action: 'referral.imported',
    subjectType: 'referral-file',
    subjectId: ctx.requestId,
    after: { count: ready.length },
  });
  return done({ sent: ready.length, known: kept.length - ready.length });
}
