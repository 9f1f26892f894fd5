/** Reminds a company of an answer it owes, and says its silence once the last day has passed. */
import { sql } from 'kysely';
import { organisationOf } from '#domain/actor.ts';
import type { Day } from '#domain/day.ts';
import { parisDay } from '#domain/day.ts';
import { isReminderDay } from '#domain/placement-clock.ts';
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

interface Due {
  id: string;
  holderId: string;
  companyId: string;
  proposedById: string | null;
  lotId: string;
  sentOn: Day;
  dueOn: Day;
  remindedAt: Date[];
}

/** Rows are held: two processes remind nobody twice. */
export async function remindWaiting(ctx: Context): Promise<number> {
  const today = parisDay(ctx.now);
  const due = (await waiting(ctx, sql`p.due_on >= ${today}`)).filter(({ remindedAt, ...one }) =>
    isReminderDay({ ...one, today, reminded: remindedAt.map(parisDay) }),
  );
  let letters = 0;
  for (const { id, holderId, companyId: company, lotId: lot } of due) {
    const recipient = await companyAddress(ctx, { lot, company, today });
    if (recipient === '') continue;
    await sendReminder(ctx, { id, holderId, recipient });
    letters += 1;
  }
  return letters;
}

/** Silence is a state like another: it has its day, its trace, and somebody whose turn it is. */
export async function saySilent(ctx: Context): Promise<number> {
  const today = parisDay(ctx.now);
  const silent = await waiting(ctx, sql`p.due_on < ${today}`);
  for (const { id, holderId, companyId, proposedById } of silent) {
    await ctx.db
      .updateTable('placement')
      .set((row) => ({ state: 'silent', stateSince: ctx.now, version: row('version', '+', 1) }))
      .where('id', '=', id)
      .execute();
    await ctx.db
      .insertInto('placementStep')
      .values({
        placementId: id,
        holderId,
        companyId,
        proposedById,
        fromState: 'proposed',
        toState: 'silent',
        side: 'automatic',
        at: ctx.now,
      })
      .execute();
  }
  return silent.length;
}

async function waiting({ db }: Context, which: ReturnType<typeof sql>): Promise<Due[]> {
  const found = await sql<Due>`
    select p.id, p.holder_id, p.company_id, p.proposed_by_id, o.lot_id, p.sent_on, p.due_on, p.reminded_at
    from placement p join job_offer o on o.id = p.offer_id
    where p.state = 'proposed' and ${which} order by p.id for update of p`.execute(db);
  return found.rows;
}

async function sendReminder(
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
