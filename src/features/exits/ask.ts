/** Asks the person where she is, by mail, with a link that needs no account; never twice in a week. */
import { organisationOf } from '#domain/actor.ts';
import { addDays, formatShortDay, parisDay } from '#domain/day.ts';
import type { Day } from '#domain/day.ts';
import type { Result } from '#domain/result.ts';
import { done, refuse } from '#domain/result.ts';
import { record } from '#db/audit.ts';
import { post } from '#db/outbox.ts';
import type { Context } from '#http/context.ts';
import { listToAsk } from './ask-queries.ts';
import type { ExitRow } from './queries.ts';
import { contactOf, lockExit, noteAsked } from './queries.ts';

/** Choice of Guichet: at most two letters by themselves, a week apart; then somebody telephones. */
const cooldownDays = 7;

export async function askExit(ctx: Context, { id }: { id: string }): Promise<Result<{ id: string }>> {
  const exit = await lockExit(ctx, id);
  if (exit === null || exit.holderId !== organisationOf(ctx.actor)) return refuse('not-found');
  if (exit.state === 'cancelled') return refuse('exit-cancelled');
  if (exit.state === 'answered') return refuse('already-done');
  const today = parisDay(ctx.now);
  if (exit.dueOn > today) return refuse('exit-not-due', { details: { day: formatShortDay(exit.dueOn) } });
  const open = nextAsking(exit, today);
  if (open > today) return refuse('exit-asked-already', { details: { day: formatShortDay(open) } });
  const { email: recipient } = await contactOf(ctx, exit.personId);
  if (recipient === '') return refuse('exit-no-address');
  await ask(ctx, { id, holderId: exit.holderId, recipient });
  return done({ id });
}

export function nextAsking({ askedAt }: Pick<ExitRow, 'askedAt'>, today: Day): Day {
  const last = askedAt.at(-1);
  return last === undefined ? today : addDays(parisDay(last), cooldownDays);
}

/** By itself, at three, six and twelve months: the ends of contract are known by the team. */
export async function askAll(ctx: Context): Promise<number> {
  const due = await listToAsk(ctx, { cooldownDays });
  for (const one of due) await ask(ctx, one);
  return due.length;
}

async function ask(
  ctx: Context,
  { id, holderId, recipient }: { id: string; holderId: string; recipient: string },
): Promise<void> {
  await post(ctx, { organisation: holderId, template: 'exit-question', recipient, parameters: { exit: id } });
  await noteAsked(ctx, id);
  await record(ctx, {
    action: 'exit.asked',
    subjectType: 'exit-situation',
    subjectId: id,
    organisation: holderId,
  });
}
