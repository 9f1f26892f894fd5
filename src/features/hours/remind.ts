/** Reminds of hours to declare: one letter per person for all her lots, not twice in a week, never to who has answered. */
import { parisDay, formatDay } from '#domain/day.ts';
import { isOwed } from '#domain/declaration-sending.ts';
import { mayRemindByItself, nextReminderDay, remindedUntil } from '#domain/reminder-pace.ts';
import type { Result } from '#domain/result.ts';
import { done, refuse } from '#domain/result.ts';
import { organisationOf } from '#domain/actor.ts';
import { record } from '#db/audit.ts';
import { post } from '#db/outbox.ts';
import type { Context } from '#http/context.ts';
import type { Owed } from './remind-queries.ts';
import { lockOwed, noteReminder } from './remind-queries.ts';
import { findReviewed } from './review-queries.ts';
import { canBeWrittenTo } from './sent-back.ts';

/** By hand, seeing the past reminders; the same pace holds. */
export async function remindCompany(ctx: Context, { id }: { id: string }): Promise<Result<{ companyName: string }>> {
  const declaration = await findReviewed(ctx, id);
  if (declaration === null) return refuse('not-found');
  const today = parisDay(ctx.now);
  if (!isOwed(declaration.state)) return refuse('reminder-answered');
  const [owed] = await lockOwed(ctx, { today, declarations: [id] });
  if (owed === undefined || owed.recipient === '') return refuse('reminder-no-address');
  if (!canBeWrittenTo(ctx, owed.recipient)) return refuse('reminder-to-call');
  const open = nextReminderDay(owed.lastAt, today);
  if (open > today) return refuse('reminder-too-soon', { details: { day: formatDay(open) } });
  await remind(ctx, [owed]);
  return done({ companyName: declaration.companyName });
}

/** What is said is read again when the letter leaves: a month answered meanwhile is not in it. */
export async function remindAll(ctx: Context): Promise<number> {
  const today = parisDay(ctx.now);
  const owed = await lockOwed(ctx, { today, dueBefore: remindedUntil(today) });
  const people = Map.groupBy(
    owed.filter(({ recipient }) => canBeWrittenTo(ctx, recipient)),
    ({ companyId, recipient }) => `${companyId} ${recipient}`,
  );
  let letters = 0;
  for (const all of people.values()) {
    const due = all.filter(({ lastAt, times }) => mayRemindByItself({ last: lastAt, times, today }));
    if (due.length === 0) continue;
    await remind(ctx, due);
    letters += 1;
  }
  return letters;
}

async function remind(ctx: Context, owed: readonly Owed[]): Promise<void> {
  const [first] = owed;
  if (first === undefined) return;
  const declarations = owed.map(({ declarationId }) => declarationId);
  await post(ctx, {
    organisation: organisationOf(ctx.actor) ?? first.companyId,
    template: 'declaration-reminder',
    recipient: first.recipient,
    parameters: { organisation: first.companyId, party: first.partyId, declarations },
  });
  await noteReminder(ctx, declarations);
  for (const declaration of declarations) {
    await record(ctx, {
      action: 'declaration.reminded',
      subjectType: 'declaration',
      subjectId: declaration,
      organisation: organisationOf(ctx.actor) ?? first.companyId,
    });
  }
}
