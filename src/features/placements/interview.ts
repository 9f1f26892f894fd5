/** The date of an interview: fixed by the structure, moved if need be. */
import { accountOf } from '#domain/actor.ts';
import { parisInstant } from '#domain/day.ts';
import type { Result } from '#domain/result.ts';
import { done, refuse } from '#domain/result.ts';
import { record } from '#db/audit.ts';
import type { Context } from '#http/context.ts';
import { advance, sideOf } from './advance.ts';
import type { InterviewInput } from './input.ts';
import { lockPlacement } from './queries.ts';
import { findInterview } from './interview-file.ts';

/** A candidate still waiting for an answer goes to the interview by the same gesture. */
export async function setInterview(
  ctx: Context,
  { id, day, time, minutes, place, meets }: InterviewInput,
): Promise<Result<{ id: string }>> {
  const before = await lockPlacement(ctx, id);
  if (before === null || sideOf(ctx.actor, before) !== 'facilitator') return refuse('not-found');
  const startsAt = parisInstant(day, time);
  if (startsAt <= ctx.now) return refuse('interview-past', { field: 'day' });
  if (before.state !== 'interview') {
    const moved = await advance(ctx, before, { to: 'interview', side: 'facilitator' });
    if (!moved.ok) return moved;
  }
  const known = await findInterview(ctx, id);
  const fields = { startsAt, minutes, place, meets };
  if (known === null) {
    const { holderId, companyId, proposedById } = before;
    await ctx.db
      .insertInto('interview')
      .values({ placementId: id, holderId, companyId, proposedById, ...fields, createdAt: ctx.now })
      .execute();
  } else {
    await ctx.db
      .updateTable('interview')
      .set({ ...fields, version: known.version + 1 })
      .where('placementId', '=', id)
      .execute();
  }
  await record(ctx, {
    action: 'placement.interview-set',
    subjectType: 'placement',
    subjectId: id,
    account: accountOf(ctx.actor),
    after: { startsAt: startsAt.toISOString(), place },
  });
  return done({ id });
}
