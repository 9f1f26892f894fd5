/** Corrects a sealed line: a counter-entry takes back exactly what it counted, and a new line says what is right. */
import { moveDeclaration } from '#domain/declaration-state.ts';
import type { Minutes } from '#domain/minutes.ts';
import type { Result } from '#domain/result.ts';
import { done, refuse } from '#domain/result.ts';
import { record } from '#db/audit.ts';
import { followCommitments } from '#db/commitment-follow.ts';
import { appendHoursDeltas } from '#db/hours.ts';
import type { Context } from '#http/context.ts';
import { allocateToOwnLot, submittedChange, writeAllocations } from './allocate.ts';
import { examineDeclarations } from './review-examine.ts';
import type { LineRow } from './review-lines-queries.ts';
import { listLines } from './review-lines-queries.ts';
import { lockReviewed, moveReviewed, setLine } from './review-queries.ts';

export interface Correction {
  id: string;
  line: number;
  workedMinutes: Minutes;
  trainingMinutes: Minutes;
  reason: string;
}

export async function correctLine(ctx: Context, correction: Correction): Promise<Result<{ id: string }>> {
  const { id, line, workedMinutes, trainingMinutes, reason } = correction;
  const [declaration] = await lockReviewed(ctx, [id]);
  if (declaration === undefined) return refuse('not-found');
  const rows = await listLines(ctx, [id]);
  const wrong = rows.find((row) => row.id === line);
  if (wrong === undefined) return refuse('not-found');
  if (wrong.state !== 'locked' || wrong.cancelled || isCounterEntry(wrong)) return refuse('line-not-sealed');
  if (wrong.proposed) return refuse('refusal-waiting');
  if (wrong.workedMinutes === workedMinutes && wrong.trainingMinutes === trainingMinutes) {
    return refuse('correction-same', { field: 'heures' });
  }
  if (declaration.state !== 'corrected') {
    const moved = moveDeclaration(
      { from: declaration.state, to: 'corrected', by: 'facilitator', reason },
      { confirmation: 'not-needed' },
    );
    if (!moved.ok) return moved;
  }
  await takeBack(ctx, wrong, reason);
  if (workedMinutes + trainingMinutes > 0) {
    const replaced = await replace(ctx, { wrong, correction });
    if (!replaced.ok) return replaced;
  }
  await moveReviewed(ctx, { id, state: 'corrected', reason });
  await record(ctx, {
    action: 'declaration.corrected',
    subjectType: 'declaration',
    subjectId: id,
    before: { line, minutes: wrong.workedMinutes + wrong.trainingMinutes, counted: wrong.countedMinutes },
    after: { minutes: workedMinutes + trainingMinutes },
    reason,
  });
  await followCommitments(ctx, [declaration.lotId]);
  return done({ id });
}

export function isCounterEntry({ correctsId, workedMinutes, trainingMinutes }: LineRow): boolean {
  return correctsId !== null && workedMinutes + trainingMinutes < 0;
}

/** The exact opposite on the very lots the line served, whatever the rules became since. */
export async function takeBack(ctx: Context, wrong: LineRow, reason: string): Promise<void> {
  const allocations = await ctx.db
    .selectFrom('hourAllocation')
    .select(['lotId', 'marketId', 'agreementId', 'minutes'])
    .where('entryId', '=', wrong.id)
    .execute();
  const id = await insertCorrection(ctx, wrong, {
    workedMinutes: -wrong.workedMinutes,
    trainingMinutes: -wrong.trainingMinutes,
    countedMinutes: -wrong.countedMinutes,
    reason,
  });
  const row = { ...wrong, id, workedMinutes: -wrong.workedMinutes, trainingMinutes: -wrong.trainingMinutes };
  await appendHoursDeltas(ctx.db, [submittedChange(row, 1)]);
  await writeAllocations(ctx, {
    rows: [row],
    allocations: allocations.map((each) => ({ ...each, entryId: id, minutes: -each.minutes })),
  });
}

async function replace(
  ctx: Context,
  { wrong, correction }: { wrong: LineRow; correction: Correction },
): Promise<Result<null>> {
  const { workedMinutes, trainingMinutes, reason } = correction;
  const id = await insertCorrection(ctx, wrong, {
    workedMinutes,
    trainingMinutes,
    countedMinutes: 0,
    reason,
  });
  const lines = (await examineDeclarations(ctx, [wrong.declarationId])).get(wrong.declarationId) ?? [];
  const right = lines.find(({ row }) => row.id === id);
  if (right === undefined) throw new RangeError('a correction just written is read again');
  const [blocked] = right.blocked;
  if (blocked !== undefined) return { ...blocked, field: 'heures' };
  const { counted, ruleApplied } = right.counted;
  await setLine(ctx, {
    id,
    state: 'validated',
    reason,
    countedMinutes: counted,
    ruleVersion: ruleApplied?.version ?? '',
  });
  await appendHoursDeltas(ctx.db, [submittedChange(right.row, 1)]);
  await allocateToOwnLot(ctx, [{ row: right.row, counted }]);
  return done(null);
}

async function insertCorrection(
  { db, now }: Context,
  wrong: LineRow,
  values: { workedMinutes: number; trainingMinutes: number; countedMinutes: number; reason: string },
): Promise<number> {
  const { declarationId, lotId, marketId, holderId, personId, contractId, companyId, month, ruleVersion } = wrong;
  const place = { declarationId, lotId, marketId, holderId, personId, contractId, companyId, month };
  const { id } = await db
    .insertInto('hourEntry')
    .values({ ...place, ruleVersion, ...values, state: 'validated', correctsId: wrong.id, createdAt: now })
    .returning('id')
    .executeTakeFirstOrThrow();
  return id;
}
