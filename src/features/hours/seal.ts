/** Seals validated declarations in an issued statement: from then on a line is never changed, only corrected by a counter-entry. */
import { sql } from 'kysely';
import { moveDeclaration } from '#domain/declaration-state.ts';
import type { Result } from '#domain/result.ts';
import { done, refuse } from '#domain/result.ts';
import { recordAll } from '#db/audit.ts';
import type { Context } from '#http/context.ts';
import { lockReviewed, moveAllReviewed } from './review-queries.ts';

/** `statement` is the number printed on what was issued; one declaration that cannot be sealed refuses them all. */
export async function sealDeclarations(
  ctx: Context,
  { declarations, statement }: { declarations: readonly string[]; statement: string },
): Promise<Result<{ lines: number }>> {
  const locked = await lockReviewed(ctx, declarations);
  if (locked.length < new Set(declarations).size) return refuse('not-found');
  for (const { state } of locked) {
    const moved = moveDeclaration({ from: state, to: 'locked', by: 'facilitator' }, { confirmation: 'not-needed' });
    if (!moved.ok) return moved;
  }
  await moveAllReviewed(
    ctx,
    locked.map(({ id }) => ({ id, state: 'locked' })),
  );
  await recordAll(
    ctx,
    locked.map(({ id, state }) => ({
      action: 'declaration.sealed',
      subjectType: 'declaration',
      subjectId: id,
      before: { state },
      after: { state: 'locked', statement },
    })),
  );
  const sealed = await sql<{
    lines: number;
  }>`select seal_lines(${declarations}::uuid[], ${statement}) as lines`.execute(ctx.db);
  return done({ lines: sealed.rows[0]?.lines ?? 0 });
}
