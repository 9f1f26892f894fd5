/** The person herself says where she is, by the link she received; she may change her answer while the link opens. */
import type { Context } from '#http/context.ts';
import { parisDay } from '#domain/day.ts';
import type { Result } from '#domain/result.ts';
import { done, refuse } from '#domain/result.ts';
import { record } from '#db/audit.ts';
import type { AnswerInput } from './input.ts';
import type { ExitRow } from './queries.ts';
import { findExit, keepSituation, lockExit } from './queries.ts';

/** The one question of this link, in the organisation it was sent for. */
export async function questionOf(ctx: Context): Promise<ExitRow | null> {
  const { actor } = ctx;
  if (actor.kind !== 'link' || actor.subject === null) return null;
  const exit = await findExit(ctx, actor.subject);
  return exit !== null && exit.holderId === actor.organisation ? exit : null;
}

export async function answerNews(
  ctx: Context,
  { token, situation: code }: AnswerInput,
): Promise<Result<{ token: string }>> {
  const question = await questionOf(ctx);
  const exit = question && (await lockExit(ctx, question.id));
  if (exit === null) return refuse('not-found');
  if (exit.state === 'cancelled') return refuse('exit-cancelled');
  await keepSituation(ctx, exit.id, { code, observedOn: parisDay(ctx.now), source: 'link' });
  await record(ctx, {
    action: 'exit.told',
    subjectType: 'exit-situation',
    subjectId: exit.id,
    before: { code: exit.code },
    after: { code },
  });
  return done({ token });
}
