/** A month for which no hours are expected: said by a facilitator with why, and taken back. */
import type { DeclarationState } from '#domain/declaration-state.ts';
import { moveDeclaration } from '#domain/declaration-state.ts';
import type { Result } from '#domain/result.ts';
import { done, refuse } from '#domain/result.ts';
import { record } from '#db/audit.ts';
import type { Context } from '#http/context.ts';
import { lockReviewed, moveReviewed } from './review-queries.ts';

interface Said {
  id: string;
  companyName: string;
  month: string;
}

export async function sayNotDue(ctx: Context, { id, motif }: { id: string; motif: string }): Promise<Result<Said>> {
  return move(ctx, { id, to: 'not-due', action: 'declaration.not-due', reason: motif, kept: motif });
}

/** Expected again; the next morning says whether it is late. */
export async function expectAgain(ctx: Context, { id }: { id: string }): Promise<Result<Said>> {
  const reason = 'Des heures sont de nouveau attendues.';
  return move(ctx, { id, to: 'expected', action: 'declaration.expected-again', reason, kept: '' });
}

async function move(
  ctx: Context,
  { id, to, action, reason, kept }: { id: string; to: DeclarationState; action: string; reason: string; kept: string },
): Promise<Result<Said>> {
  const [declaration] = await lockReviewed(ctx, [id]);
  if (declaration === undefined) return refuse('not-found');
  const { state, companyName, month } = declaration;
  // What was declared is refused or handed back, with its lines; it is not said away.
  const fits = to === 'expected' ? state === 'not-due' : state === 'expected' || state === 'late';
  if (!fits) return refuse(to === 'expected' ? 'already-done' : 'reminder-answered');
  const moved = moveDeclaration({ from: state, to, by: 'facilitator', reason }, { confirmation: 'not-needed' });
  if (!moved.ok) return moved;
  await moveReviewed(ctx, { id, state: moved.value, reason: kept });
  await record(ctx, {
    action,
    subjectType: 'declaration',
    subjectId: id,
    before: { state },
    after: { state: moved.value },
    reason,
  });
  return done({ id, companyName, month });
}
