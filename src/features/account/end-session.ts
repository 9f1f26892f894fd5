/** Closes one of one's sessions, or all but this one: the next request they send finds the door shut. */
import type { Result } from '#domain/result.ts';
import { done, refuse } from '#domain/result.ts';
import { record } from '#db/audit.ts';
import { endOtherSessions, endSession } from '#db/session.ts';
import type { Context } from '#http/context.ts';
import { mine } from './queries.ts';

export async function endOneSession(ctx: Context, { id }: { id: string }): Promise<Result<null>> {
  const account = mine(ctx);
  if (!(await endSession(ctx.db, { session: id, account, now: ctx.now }))) return refuse('not-found');
  await record(ctx, { action: 'session.ended', subjectType: 'session', subjectId: id });
  return done(null);
}

export async function endAllOtherSessions(ctx: Context): Promise<Result<{ ended: number }>> {
  const { actor } = ctx;
  if (!('session' in actor)) return refuse('sign-in-needed');
  const account = mine(ctx);
  const ended = await endOtherSessions(ctx.db, { session: actor.session, account, now: ctx.now });
  if (ended > 0) {
    await record(ctx, {
      action: 'session.others-ended',
      subjectType: 'account',
      subjectId: account,
      after: { ended },
    });
  }
  return done({ ended });
}
