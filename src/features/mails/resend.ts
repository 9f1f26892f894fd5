/** Puts a letter that failed back among those to send. */
import type { Result } from '#domain/result.ts';
import { done, refuse } from '#domain/result.ts';
import { record } from '#db/audit.ts';
import type { Context } from '#http/context.ts';
import { findMail, putBack } from './list.ts';

export async function resendMail(ctx: Context, { id }: { id: string }): Promise<Result<{ id: string }>> {
  const mail = await findMail(ctx, { id, lock: true });
  if (mail === null) return refuse('not-found');
  if (mail.status !== 'failed') return refuse('already-done');
  await putBack(ctx, id);
  await record(ctx, {
    action: 'mail.resent',
    subjectType: 'mail',
    subjectId: id,
    before: { problem: mail.lastProblem },
  });
  return done({ id });
}
