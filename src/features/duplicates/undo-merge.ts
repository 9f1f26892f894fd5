/** Takes a merge back while its delay runs: the file taken away returns with what was hers. */
import type { Result } from '#domain/result.ts';
import { done, refuse } from '#domain/result.ts';
import { record } from '#db/audit.ts';
import { unmergePeople } from '#db/person-merge.ts';
import type { Context } from '#http/context.ts';
import { findMerge } from './queries.ts';

export async function undoMerge(ctx: Context, { id }: { id: string }): Promise<Result<{ id: string }>> {
  const merge = await findMerge(ctx, id);
  if (merge === null) return refuse('not-found');
  if (!(await unmergePeople(ctx, id))) return refuse('merge-too-late');
  await record(ctx, {
    action: 'person.merge-undone',
    subjectType: 'person',
    subjectId: merge.keptId,
    after: { restored: merge.removedId },
  });
  return done({ id: merge.removedId });
}
