/** Withdraws a proposal that is not signed by all, and puts it back. */
import { mayOnAgreement } from '#domain/agreement.ts';
import type { Result } from '#domain/result.ts';
import { done, refuse } from '#domain/result.ts';
import type { Context } from '#http/context.ts';
import { lockOpened } from './open-agreement.ts';
import { recordOnAllSides, sidesToTell } from './tell-sides.ts';
import { updateAgreement } from './write-queries.ts';

export async function withdrawAgreement(ctx: Context, { id }: { id: string }): Promise<Result<{ id: string }>> {
  return setWithdrawn(ctx, id, true);
}

export async function restoreAgreement(ctx: Context, { id }: { id: string }): Promise<Result<{ id: string }>> {
  return setWithdrawn(ctx, id, false);
}

async function setWithdrawn(ctx: Context, id: string, withdrawn: boolean): Promise<Result<{ id: string }>> {
  const opened = await lockOpened(ctx, id);
  if (opened === null || !opened.sides.includes('proposer')) return refuse('not-found');
  const { agreement } = opened;
  const fits = withdrawn ? mayOnAgreement('withdraw', opened) : agreement.withdrawnAt !== null;
  if (!fits) return refuse('agreement-not-open');
  await updateAgreement(ctx, { id, version: agreement.version, withdrawnAt: withdrawn ? ctx.now : null });
  const action = withdrawn ? 'agreement.withdrawn' : 'agreement.restored';
  await recordOnAllSides(ctx, { action, subjectId: id }, sidesToTell(opened));
  return done({ id });
}
