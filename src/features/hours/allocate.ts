/** Writes which lot each counted minute serves, and the deltas that keep the totals true; taken back the same way. */
import { allocateToOwnLots } from '#domain/allocation.ts';
import type { Minutes } from '#domain/minutes.ts';
import type { HoursChange } from '#db/hours.ts';
import { appendHoursDeltas } from '#db/hours.ts';
import type { Context } from '#http/context.ts';
import type { LineRow } from './review-lines-queries.ts';

export interface CountedLine {
  row: LineRow;
  counted: Minutes;
}

export interface AllocationRow {
  entryId: number;
  lotId: string;
  marketId: string;
  agreementId: string | null;
  minutes: Minutes;
}

/** Without a decision, hours serve the lot on which they were worked (domain.md §5.3). */
export async function allocateToOwnLot(ctx: Context, lines: readonly CountedLine[]): Promise<void> {
  const markets = new Map(lines.map(({ row }) => [row.lotId, row.marketId]));
  const allocations = allocateToOwnLots(
    lines.map(({ row, counted }) => ({
      id: String(row.id),
      lot: row.lotId,
      company: row.workplaceId,
      worked: { from: row.startsOn, until: row.startsOn },
      counted,
    })),
    [...markets.keys()].map((lot) => ({ id: lot, lot })),
  );
  await writeAllocations(ctx, {
    rows: lines.map(({ row }) => row),
    allocations: allocations.map(({ entry, commitment, minutes }) => ({
      entryId: Number(entry),
      lotId: commitment,
      marketId: markets.get(commitment) ?? '',
      agreementId: null,
      minutes,
    })),
  });
}

/** Counted minutes are totalled on the lot they serve, which an agreement may make another than the one worked on. */
export async function writeAllocations(
  ctx: Context,
  { rows, allocations }: { rows: readonly LineRow[]; allocations: readonly AllocationRow[] },
): Promise<void> {
  if (allocations.length === 0) return;
  await ctx.db
    .insertInto('hourAllocation')
    .values(allocations.map((allocation) => ({ ...allocation, createdAt: ctx.now })))
    .execute();
  await appendHoursDeltas(ctx.db, changesOf({ rows, allocations, sign: 1 }));
}

export async function withdrawAllocations(ctx: Context, rows: readonly LineRow[]): Promise<void> {
  if (rows.length === 0) return;
  const allocations = await ctx.db
    .deleteFrom('hourAllocation')
    .where(
      'entryId',
      'in',
      rows.map(({ id }) => id),
    )
    .returning(['entryId', 'lotId', 'marketId', 'agreementId', 'minutes'])
    .execute();
  await appendHoursDeltas(ctx.db, changesOf({ rows, allocations, sign: -1 }));
}

/** What is declared and not refused (src/db/hours.ts); it stays on the lot where it was worked. */
export function submittedChange(row: LineRow, sign: 1 | -1): HoursChange {
  const minutes = row.workedMinutes + row.trainingMinutes;
  return { ...placeOf(row), submittedMinutes: sign * minutes, countedMinutes: 0 };
}

function changesOf({
  rows,
  allocations,
  sign,
}: {
  rows: readonly LineRow[];
  allocations: readonly AllocationRow[];
  sign: 1 | -1;
}): HoursChange[] {
  const byId = new Map(rows.map((row) => [row.id, row]));
  return allocations.flatMap(({ entryId, lotId, marketId, minutes }) => {
    const row = byId.get(entryId);
    if (row === undefined) return [];
    return [{ ...placeOf(row), lotId, marketId, submittedMinutes: 0, countedMinutes: sign * minutes }];
  });
}

function placeOf(row: LineRow): Omit<HoursChange, 'submittedMinutes' | 'countedMinutes'> {
  const { lotId, marketId, companyId, month, holderId, type, method } = row;
  return { lotId, marketId, companyId, month, holderId, contractType: type, method };
}
