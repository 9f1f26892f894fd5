/** Typed by mistake: an obstacle, a signal or an evaluation is taken back the same day, and put back. */
import { organisationOf } from '#domain/actor.ts';
import { parisDay } from '#domain/day.ts';
import type { Result } from '#domain/result.ts';
import { done, refuse } from '#domain/result.ts';
import { record } from '#db/audit.ts';
import type { Context } from '#http/context.ts';
import { lockEvaluation, setEvaluationRemoved } from './evaluation-queries.ts';
import { findObstacle, setObstacleRemoved } from './obstacle-queries.ts';
import { findSignal, setSignalRemoved } from './prescribed-queries.ts';

type OfPerson = Result<{ id: string; person: string }>;
type OfContract = Result<{ id: string; contract: string }>;
type Asked = { id: string };

export function removeObstacle(ctx: Context, { id }: Asked): Promise<OfPerson> {
  return turnObstacle(ctx, id, ctx.now);
}

export function putBackObstacle(ctx: Context, { id }: Asked): Promise<OfPerson> {
  return turnObstacle(ctx, id, null);
}

async function turnObstacle(ctx: Context, id: string, gone: Date | null): Promise<OfPerson> {
  const obstacle = await findObstacle(ctx, id);
  if (obstacle === null) return refuse('not-found');
  if (isDone(obstacle, gone)) return refuse('already-done');
  if (!isOfToday(ctx, obstacle)) return refuse('mistake-too-late');
  await setObstacleRemoved(ctx, id, gone);
  const action = gone === null ? 'obstacle.put-back' : 'obstacle.removed';
  await record(ctx, { action, subjectType: 'obstacle', subjectId: id });
  return done({ id, person: obstacle.personId });
}

export function removeSignal(ctx: Context, { id }: Asked): Promise<OfPerson> {
  return turnSignal(ctx, id, ctx.now);
}

export function putBackSignal(ctx: Context, { id }: Asked): Promise<OfPerson> {
  return turnSignal(ctx, id, null);
}

/** Once the team follows it, it is the team's: the database refuses too. */
async function turnSignal(ctx: Context, id: string, gone: Date | null): Promise<OfPerson> {
  const signal = await findSignal(ctx, id);
  if (signal === null) return refuse('not-found');
  if (isDone(signal, gone)) return refuse('already-done');
  if (!isOfToday(ctx, signal) || !(await setSignalRemoved(ctx, id, gone))) return refuse('mistake-too-late');
  const action = gone === null ? 'obstacle.put-back' : 'obstacle.removed';
  await record(ctx, { action, subjectType: 'obstacle', subjectId: id });
  return done({ id, person: signal.personId });
}

export function removeEvaluation(ctx: Context, { id }: Asked): Promise<OfContract> {
  return turnEvaluation(ctx, id, ctx.now);
}

export function putBackEvaluation(ctx: Context, { id }: Asked): Promise<OfContract> {
  return turnEvaluation(ctx, id, null);
}

/** Each side takes back its own alone. */
async function turnEvaluation(ctx: Context, id: string, gone: Date | null): Promise<OfContract> {
  const evaluation = await lockEvaluation(ctx, id);
  if (evaluation === null || evaluation.organisationId !== organisationOf(ctx.actor)) return refuse('not-found');
  if (isDone(evaluation, gone)) return refuse('already-done');
  if (!isOfToday(ctx, evaluation)) return refuse('mistake-too-late');
  await setEvaluationRemoved(ctx, id, gone);
  const action = gone === null ? 'evaluation.put-back' : 'evaluation.removed';
  await record(ctx, { action, subjectType: 'evaluation', subjectId: id });
  return done({ id, contract: evaluation.contractId });
}

function isDone({ removedAt }: { removedAt: Date | null }, gone: Date | null): boolean {
  return (removedAt === null) === (gone === null);
}

export function isOfToday({ now }: Pick<Context, 'now'>, { createdAt }: { createdAt: Date }): boolean {
  return parisDay(createdAt) === parisDay(now);
}
