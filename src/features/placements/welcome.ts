/** The welcome sheet: who receives the person on the first day, where, with what, and who guides her. */
import type { Day } from '#domain/day.ts';
import type { Result } from '#domain/result.ts';
import { done, refuse } from '#domain/result.ts';
import { record } from '#db/audit.ts';
import type { Context } from '#http/context.ts';
import { sideOf } from './advance.ts';
import type { WelcomeInput } from './input.ts';
import { lockPlacement } from './queries.ts';

export interface WelcomeRow {
  firstDay: Day;
  firstTime: string;
  address: string;
  receives: string;
  phone: string;
  tutor: string;
  brings: string;
  version: number;
}

export async function findWelcome({ db }: Context, placement: string): Promise<WelcomeRow | null> {
  const row = await db
    .selectFrom('welcomeSheet')
    .select(['firstDay', 'firstTime', 'address', 'receives', 'phone', 'tutor', 'brings', 'version'])
    .where('placementId', '=', placement)
    .executeTakeFirst();
  return row ?? null;
}

export async function writeWelcome(ctx: Context, { id, ...sheet }: WelcomeInput): Promise<Result<{ id: string }>> {
  const placement = await lockPlacement(ctx, id);
  if (placement === null || sideOf(ctx.actor, placement) !== 'facilitator') return refuse('not-found');
  if (placement.state !== 'selected' && placement.state !== 'hired') return refuse('placement-not-selected');
  const before = await findWelcome(ctx, id);
  const { holderId, companyId, proposedById } = placement;
  if (before === null) {
    await ctx.db
      .insertInto('welcomeSheet')
      .values({ placementId: id, holderId, companyId, proposedById, ...sheet, createdAt: ctx.now })
      .execute();
  } else {
    await ctx.db
      .updateTable('welcomeSheet')
      .set({ ...sheet, version: before.version + 1 })
      .where('placementId', '=', id)
      .execute();
  }
  await record(ctx, {
    action: 'placement.welcome-written',
    subjectType: 'placement',
    subjectId: id,
    after: { ...sheet },
  });
  return done({ id });
}
