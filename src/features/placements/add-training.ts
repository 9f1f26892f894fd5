/** A training that prepares the hire, with what the rule in force says of its hours. */
import type { Day } from '#domain/day.ts';
import type { Minutes } from '#domain/minutes.ts';
import type { Result } from '#domain/result.ts';
import { done, refuse } from '#domain/result.ts';
import type { TrainingKind } from '#domain/training-before-hire.ts';
import { record } from '#db/audit.ts';
import type { Context } from '#http/context.ts';
import { sideOf } from './advance.ts';
import { ruleOn } from './answer-days.ts';
import type { TrainingInput } from './input.ts';
import { lockPlacement } from './queries.ts';

export interface TrainingRow {
  id: string;
  kind: TrainingKind;
  organiser: string;
  startsOn: Day;
  endsOn: Day;
  minutes: Minutes;
  counted: boolean;
}

export function listTrainings({ db }: Context, placement: string): Promise<TrainingRow[]> {
  return db
    .selectFrom('preHireTraining')
    .select(['id', 'kind', 'organiser', 'startsOn', 'endsOn', 'minutes', 'counted'])
    .where('placementId', '=', placement)
    .where('removedAt', 'is', null)
    .orderBy('startsOn')
    .execute();
}

export async function findPlacementOfTraining({ db }: Context, id: string): Promise<string | null> {
  const row = await db.selectFrom('preHireTraining').select('placementId').where('id', '=', id).executeTakeFirst();
  return row?.placementId ?? null;
}

/** The answer of the rule is kept with its version: a later rule changes nothing of it. */
export async function addTraining(ctx: Context, { id, ...training }: TrainingInput): Promise<Result<{ id: string }>> {
  const placement = await lockPlacement(ctx, id);
  if (placement === null || sideOf(ctx.actor, placement) !== 'facilitator') return refuse('not-found');
  if (training.endsOn < training.startsOn) return refuse('training-days-order', { field: 'endsOn' });
  const { value, version } = await ruleOn(ctx, placement, 'training-before-hire');
  const { holderId, companyId, proposedById } = placement;
  const kept = { ...training, counted: value.counted, ruleVersion: version };
  await ctx.db
    .insertInto('preHireTraining')
    .values({ placementId: id, holderId, companyId, proposedById, ...kept, createdAt: ctx.now })
    .execute();
  await record(ctx, { action: 'placement.training-added', subjectType: 'placement', subjectId: id, after: kept });
  return done({ id });
}
