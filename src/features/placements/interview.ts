/** The date of an interview: fixed by the structure, moved if need be, and put in an agenda by whoever is concerned. */
import { accountOf } from '#domain/actor.ts';
import type { Appointment } from '#domain/appointment.ts';
import { appointmentFile } from '#domain/appointment.ts';
import { parisInstant } from '#domain/day.ts';
import type { Result } from '#domain/result.ts';
import { done, refuse } from '#domain/result.ts';
import { record } from '#db/audit.ts';
import type { Context } from '#http/context.ts';
import { advance, sideOf } from './advance.ts';
import type { InterviewInput } from './input.ts';
import type { PlacementRow } from './queries.ts';
import { lockPlacement } from './queries.ts';

export interface InterviewRow {
  id: string;
  startsAt: Date;
  minutes: number;
  place: string;
  meets: string;
  version: number;
}

export async function findInterview({ db }: Context, placement: string): Promise<InterviewRow | null> {
  const row = await db
    .selectFrom('interview')
    .select(['id', 'startsAt', 'minutes', 'place', 'meets', 'version'])
    .where('placementId', '=', placement)
    .executeTakeFirst();
  return row ?? null;
}

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

/** The title says the post and never a name: an agenda is read over a shoulder. */
export function interviewFile(
  placement: Pick<PlacementRow, 'title' | 'initials'>,
  { id, startsAt, minutes, place, version }: InterviewRow,
  stamp: Date,
): Response {
  const appointment: Appointment = {
    id: `interview-${id}`,
    startsAt,
    minutes,
    place,
    title: `Entretien\u00A0: ${placement.title}, ${placement.initials}`,
    sequence: version - 1,
  };
  return new Response(appointmentFile(appointment, stamp), {
    headers: {
      'content-type': 'text/calendar; charset=utf-8',
      'content-disposition': 'attachment; filename="entretien.ics"',
      'cache-control': 'no-store',
    },
  });
}
