/** Says that two files are two people, so that they are not shown together again. */
import type { Result } from '#domain/result.ts';
import { done, refuse } from '#domain/result.ts';
import { record } from '#db/audit.ts';
import type { Context } from '#http/context.ts';
import { findFile, insertDistinct } from './queries.ts';

export async function tellApart(
  ctx: Context,
  { id, avec }: { id: string; avec: string },
): Promise<Result<{ id: string }>> {
  if (id === avec) return refuse('merge-same');
  if ((await findFile(ctx, id)) === null || (await findFile(ctx, avec)) === null) return refuse('not-found');
  await insertDistinct(ctx, id, avec);
  await record(ctx, { action: 'person.told-apart', subjectType: 'person', subjectId: id, after: { other: avec } });
  return done({ id });
}
