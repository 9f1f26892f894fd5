/** Evaluations at work on one contract, by whoever wrote them. */
import { accountOf } from '#domain/actor.ts';
import type { Day } from '#domain/day.ts';
import type { Ratings } from '#domain/work-evaluation.ts';
import type { Context } from '#http/context.ts';

export interface EvaluationRow {
  id: string;
  evaluatedOn: Day;
  ratings: Ratings;
  words: string;
  author: string | null;
  organisationId: string;
  createdAt: Date;
}

/** The newest first. */
export function listEvaluations(ctx: Context, contract: string): Promise<EvaluationRow[]> {
  return read(ctx, { column: 'workEvaluation.contractId', id: contract });
}

export function listPersonEvaluations(ctx: Context, person: string): Promise<EvaluationRow[]> {
  return read(ctx, { column: 'workEvaluation.personId', id: person });
}

async function read(
  { db }: Context,
  { column, id }: { column: 'workEvaluation.contractId' | 'workEvaluation.personId'; id: string },
): Promise<EvaluationRow[]> {
  const rows = await db
    .selectFrom('workEvaluation')
    .leftJoin('organisation', 'organisation.id', 'workEvaluation.organisationId')
    .select(['workEvaluation.id', 'evaluatedOn', 'ratings', 'words', 'organisation.name as author'])
    .select(['workEvaluation.organisationId', 'workEvaluation.createdAt'])
    .where(column, '=', id)
    .where('workEvaluation.removedAt', 'is', null)
    .orderBy('evaluatedOn', 'desc')
    .orderBy('workEvaluation.createdAt', 'desc')
    .execute();
  // Checked when it was written.
  return rows.map(({ ratings, ...row }) => ({ ...row, ratings: ratings as unknown as Ratings }));
}

export async function insertEvaluation(
  { db, actor, now }: Context,
  evaluation: {
    holderId: string;
    personId: string;
    contractId: string;
    organisationId: string;
    evaluatedOn: Day;
    ratings: Ratings;
    words: string;
  },
): Promise<string> {
  const { ratings, ...rest } = evaluation;
  const { id } = await db
    .insertInto('workEvaluation')
    .values({ ...rest, ratings: JSON.stringify(ratings), accountId: accountOf(actor), createdAt: now })
    .returning('id')
    .executeTakeFirstOrThrow();
  return id;
}

/** Row security keeps to contracts that concern the actor. */
export async function lockEvaluation({ db }: Context, id: string) {
  const row = await db
    .selectFrom('workEvaluation')
    .select(['id', 'contractId', 'organisationId', 'createdAt', 'removedAt'])
    .where('id', '=', id)
    .executeTakeFirst();
  return row ?? null;
}

export async function setEvaluationRemoved({ db }: Context, id: string, removedAt: Date | null): Promise<void> {
  await db.updateTable('workEvaluation').set({ removedAt }).where('id', '=', id).execute();
}
