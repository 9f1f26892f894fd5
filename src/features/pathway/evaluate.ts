/** Evaluates a person at her work: by the structure, by her employer, or by the company where she works. */
import { organisationOf } from '#domain/actor.ts';
import { parisDay } from '#domain/day.ts';
import type { Result } from '#domain/result.ts';
import { done, refuse } from '#domain/result.ts';
import type { EvaluationDegree, Ratings } from '#domain/work-evaluation.ts';
import { criteria, degrees } from '#domain/work-evaluation.ts';
import { record } from '#db/audit.ts';
import type { Context } from '#http/context.ts';
import { insertEvaluation } from './evaluation-queries.ts';
import type { EvaluationInput } from './input.ts';
import { findWalked } from './queries.ts';

export async function evaluate(ctx: Context, input: EvaluationInput): Promise<Result<{ id: string }>> {
  const contract = await findWalked(ctx, input.id);
  const organisationId = organisationOf(ctx.actor);
  if (contract === null || organisationId === null) return refuse('not-found');
  const { evaluatedOn, words } = input;
  if (evaluatedOn > parisDay(ctx.now)) return refuse('evaluation-future', { field: 'evaluatedOn' });
  if (evaluatedOn < contract.startsOn) return refuse('day-before-start', { field: 'evaluatedOn' });
  const ratings = ratingsOf(input);
  if (Object.keys(ratings).length === 0) return refuse('evaluation-empty', { field: criteria[0] });
  const { id: contractId, personId, holderId } = contract;
  const id = await insertEvaluation(ctx, {
    holderId,
    personId,
    contractId,
    organisationId,
    evaluatedOn,
    ratings,
    words,
  });
  await record(ctx, {
    action: 'evaluation.written',
    subjectType: 'evaluation',
    subjectId: id,
    after: { evaluatedOn },
  });
  return done({ id: contractId });
}

function ratingsOf(input: EvaluationInput): Ratings {
  const given = criteria
    .map((criterion) => [criterion, input[criterion]] as const)
    .filter(([, value]) => isDegree(value));
  return Object.fromEntries(given);
}

function isDegree(value: unknown): value is EvaluationDegree {
  return degrees.some((degree) => degree === value);
}
