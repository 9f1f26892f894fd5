/** Writes what was decided of declarations, many at once: lines, where they serve, totals, states, and the journal one by one. */
import { accountOf, organisationOf } from '#domain/actor.ts';
import type { stateOfLines } from '#domain/shared-review.ts';
import { recordAll } from '#db/audit.ts';
import { followCommitments } from '#db/commitment-follow.ts';
import { appendHoursDeltas } from '#db/hours.ts';
import type { Context } from '#http/context.ts';
import { allocateToOwnLot, submittedChange } from './allocate.ts';
import type { ExaminedLine } from './review-examine.ts';
import type { ReviewedDeclaration } from './review-queries.ts';
import { moveAllReviewed, setLines } from './review-queries.ts';
import { tellSentBack } from './sent-back.ts';
import { keepReviews } from './shared-review-queries.ts';

export interface DecisionToKeep {
  declaration: ReviewedDeclaration;
  accepted: readonly ExaminedLine[];
  rejected: readonly { line: ExaminedLine; reason: string }[];
  to: ReturnType<typeof stateOfLines>;
  /** What the structure itself said of the lines it refused. */
  own: string;
  /** What the company reads, from every structure. */
  reason: string;
  note: string;
}

export async function keepDecisions(ctx: Context, decisions: readonly DecisionToKeep[]): Promise<void> {
  const accepted = decisions.flatMap((decision) => decision.accepted);
  const rejected = decisions.flatMap((decision) => decision.rejected);
  await setLines(ctx, [
    ...accepted.map(({ row, counted }) => ({
      id: row.id,
      state: 'validated' as const,
      reason: '',
      countedMinutes: counted.counted,
      ruleVersion: counted.ruleApplied?.version ?? '',
    })),
    ...rejected.map(({ line, reason }) => ({
      id: line.row.id,
      state: 'rejected' as const,
      reason,
      countedMinutes: 0,
      ruleVersion: '',
    })),
  ]);
  await allocateToOwnLot(
    ctx,
    accepted.map(({ row, counted }) => ({ row, counted: counted.counted })),
  );
  await appendHoursDeltas(
    ctx.db,
    rejected.map(({ line }) => submittedChange(line.row, -1)),
  );
  await keepReviews(
    ctx,
    decisions.map(({ declaration, own, note }) => ({ declarationId: declaration.id, reason: own, note })),
  );
  await moveAllReviewed(
    ctx,
    decisions.map(({ declaration, to, reason, note }) => ({
      id: declaration.id,
      state: to,
      reviewedAt: ctx.now,
      reviewedBy: accountOf(ctx.actor),
      reason,
      note,
    })),
  );
  await recordAll(ctx, decisions.map(factOf));
  for (const { declaration, to } of decisions) {
    if (to !== 'rejected' && to !== 'partially-validated') continue;
    await tellSentBack(ctx, { declaration: declaration.id, by: organisationOf(ctx.actor) });
  }
  await followCommitments(
    ctx,
    decisions.map(({ declaration }) => declaration.lotId),
  );
}

function factOf({ declaration, accepted, rejected, to, own }: DecisionToKeep) {
  return {
    action: 'declaration.reviewed',
    subjectType: 'declaration',
    subjectId: declaration.id,
    before: { state: declaration.state },
    after: { state: to, lines: accepted.length + rejected.length, refused: rejected.length },
    ...(own !== '' && { reason: own }),
  };
}
