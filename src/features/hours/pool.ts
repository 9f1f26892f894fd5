/** Gives the hours a lot has in surplus to lots bound to it by a signed agreement, never twice and never silently (domain.md §5.3). */
import { lastDayOfContract } from '#domain/contract-life.ts';
import { firstDayOf, lastDayOf } from '#domain/month.ts';
import { proposePooling } from '#domain/pooling.ts';
import type { Result } from '#domain/result.ts';
import { done, refuse } from '#domain/result.ts';
import type { Span } from '#domain/weekly-limits.ts';
import { overlap } from '#domain/weekly-limits.ts';
import { record } from '#db/audit.ts';
import { readBoardRules } from '#db/board-rules.ts';
import { followCommitments } from '#db/commitment-follow.ts';
import type { Context } from '#http/context.ts';
import { withdrawAllocations, writeAllocations } from './allocate.ts';
import { listAgreements, listDue, listSealedMinutes, lockPooled } from './pool-queries.ts';
import type { LineRow } from './review-lines-queries.ts';
import { listLines } from './review-lines-queries.ts';

export async function poolLot(ctx: Context, { id }: { id: string }): Promise<Result<{ id: string }>> {
  const agreements = await listAgreements(ctx, id);
  const lots = [...new Set([id, ...agreements.flatMap((agreement) => agreement.lots)])];
  const pooled = await lockPooled(ctx, lots);
  const rows = (await listLines(ctx, pooled)).filter(
    ({ state, correctsId }) => state === 'validated' && correctsId === null,
  );
  const due = await listDue(ctx, { lots, scope: await readBoardRules(ctx) });
  const sealed = await listSealedMinutes(ctx, lots);
  const markets = new Map(due.map(({ lotId, marketId }) => [lotId, marketId]));
  const proposal = proposePooling({
    entries: rows.map((row) => ({
      id: String(row.id),
      lot: row.lotId,
      company: row.workplaceId,
      worked: daysWorked(row),
      counted: row.countedMinutes,
    })),
    commitments: due.map(({ lotId, due: owed }) => ({
      id: lotId,
      lot: lotId,
      due: owed === null ? null : Math.max(0, owed - (sealed.get(lotId) ?? 0)),
    })),
    agreements,
  });
  const moved = proposal.filter(({ agreement }) => agreement !== null);
  if (moved.length === 0) return refuse('pooling-nothing');
  await withdrawAllocations(ctx, rows);
  await writeAllocations(ctx, {
    rows,
    allocations: proposal.map(({ entry, commitment, minutes, agreement }) => ({
      entryId: Number(entry),
      lotId: commitment,
      marketId: markets.get(commitment) ?? '',
      agreementId: agreement,
      minutes,
    })),
  });
  await record(ctx, {
    action: 'hours.pooled',
    subjectType: 'lot',
    subjectId: id,
    after: { moved: moved.map(({ entry, commitment, minutes }) => ({ entry, lot: commitment, minutes })) },
  });
  await followCommitments(ctx, [id, ...moved.map(({ commitment }) => commitment)]);
  return done({ id });
}

function daysWorked(row: LineRow): Span {
  const month = { from: firstDayOf(row.month), until: lastDayOf(row.month) };
  const until = lastDayOfContract({ endsOn: row.plannedEndOn, endedOn: row.endedOn }) ?? month.until;
  return overlap(month, { from: row.startsOn, until }) ?? month;
}
