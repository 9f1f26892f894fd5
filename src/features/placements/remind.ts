/** Reminds a company of an answer it owes: at most once a day by hand. */
import { sql } from 'kysely';
import { organisationOf } from '#domain/actor.ts';
import { parisDay } from '#domain/day.ts';
import type { Result } from '#domain/result.ts';
import { done, refuse } from '#domain/result.ts';
import { record } from '#db/audit.ts';
import { companyAddress, postCandidateLink } from '#db/placement-link.ts';
import type { Context } from '#http/context.ts';
import { lockPlacement } from './queries.ts';

/** By hand: at most once a day, whatever the job sent. */
export async function remindCompany(ctx: Context, { id }: { id: string }): Promise<Result<{ id: string }>> {
  const placement = await lockPlacement(ctx, id);
  if (placement === null || placement.holderId !== organisationOf(ctx.actor)) return refuse('not-found');
  if (placement.state !== 'proposed' && placement.state !== 'silent') return refuse('reminder-not-waiting');
  const today = parisDay(ctx.now);
  if (placement.remindedAt.some((at) => parisDay(at) === today)) return refuse('reminder-today');
  const { lotId: lot, companyId: company, holderId } = placement;
  const recipient = await companyAddress(ctx, { lot, company, today });
  if (recipient === '') return refuse('company-unreachable');
  await sendReminder(ctx, { id, holderId, recipient });
  return done({ id });
}

export async function sendReminder(
  ctx: Context,
  { id, holderId, recipient }: { id: string; holderId: string; recipient: string },
): Promise<void> {
  await postCandidateLink(ctx, { placement: id, recipient, organisation: holderId, template: 'candidate-reminder' });
  await sql`update placement set reminded_at = reminded_at || ${ctx.now}::timestamptz where id = ${id}`.execute(ctx.db);
  await record(ctx, {
    action: 'placement.reminded',
    subjectType: 'placement',
    subjectId: id,
    organisation: holderId,
  });
}
