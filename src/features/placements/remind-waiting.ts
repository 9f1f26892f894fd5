/** Each morning: the answers still in time are recalled, the others are told silent. */
import { sql } from 'kysely';
import type { Day } from '#domain/day.ts';
import { parisDay } from '#domain/day.ts';
import { isReminderDay } from '#domain/placement-clock.ts';
import { companyAddress } from '#db/placement-link.ts';
import type { Context } from '#http/context.ts';
import { sendReminder } from './remind.ts';

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
