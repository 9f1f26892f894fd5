/** What a rule changes among lines not yet sealed, and the recount of those already validated under another one. */
import type { CountedEntry } from '#domain/counting.ts';
import type { CountingBook } from '#domain/counting-rules.ts';
import type { Result } from '#domain/result.ts';
import { done, refuse } from '#domain/result.ts';
import { organisationOf } from '#domain/actor.ts';
import { record } from '#db/audit.ts';
import { bookOf } from '#db/counting-book.ts';
import type { SettingRow } from '#db/counting-settings.ts';
import { readSettings } from '#db/counting-settings.ts';
import type { Context } from '#http/context.ts';
import { allocateToOwnLot, withdrawAllocations } from './allocate.ts';
import type { RecountScope } from './recount-queries.ts';
import { listRecountable } from './recount-queries.ts';
import { countLine } from './review-examine.ts';
import type { KnownLine, LineRow } from './review-lines-queries.ts';
import { listKnownLines, listLines } from './review-lines-queries.ts';
import { lockReviewed, setLine } from './review-queries.ts';

export type { RecountScope } from './recount-queries.ts';

export interface RecountPreview {
  /** Validated lines that would count otherwise. */
  validated: number;
  /** Lines still to be reviewed that would count otherwise. */
  submitted: number;
  /** More lines than are read at once. */
  partial: boolean;
}

/** What a setting nobody wrote yet would change. */
export async function previewChange(
  ctx: Context,
  { scope, change }: { scope: RecountScope; change: SettingRow },
): Promise<RecountPreview> {
  const { declarations, partial } = await listRecountable(ctx, scope);
  const affected = await affectedLines(ctx, { declarations, changesOf: () => [change] });
  const validated = affected.filter(({ row }) => row.state === 'validated').length;
  return { validated, submitted: affected.length - validated, partial };
}

/** Validated lines that keep the count of a rule since replaced, ended or taken back. */
export async function countOutdated(
  ctx: Context,
  { scope, code }: { scope: RecountScope; code: string },
): Promise<number> {
  const { declarations } = await listRecountable(ctx, scope);
  return (await outdatedLines(ctx, { declarations, code })).length;
}

/** Their parts come back to their own lot: a surplus is shared again afterwards, by whoever decides it. */
export async function recountLines(
  ctx: Context,
  { scope, code }: { scope: RecountScope; code: string },
): Promise<Result<{ lines: number }>> {
  const { declarations } = await listRecountable(ctx, scope);
  const locked = await lockReviewed(ctx, declarations);
  const changed = await outdatedLines(ctx, { declarations: locked.map(({ id }) => id), code });
  if (changed.length === 0) return refuse('rule-nothing-to-recount');
  await withdrawAllocations(
    ctx,
    changed.map(({ row }) => row),
  );
  for (const { row, now } of changed) {
    await setLine(ctx, {
      id: row.id,
      state: 'validated',
      reason: row.reason,
      countedMinutes: now.counted,
      ruleVersion: now.ruleApplied?.version ?? '',
    });
  }
  await allocateToOwnLot(
    ctx,
    changed.map(({ row, now }) => ({ row, counted: now.counted })),
  );
  await record(ctx, {
    action: 'hours.recounted',
    ...subjectOf(ctx, scope),
    before: { rule: code, lines: changed.map(({ row }) => ({ id: row.id, counted: row.countedMinutes })) },
    after: { rule: code, lines: changed.map(({ row, now }) => ({ id: row.id, counted: now.counted })) },
  });
  return done({ lines: changed.length });
}

function subjectOf({ actor }: Context, { market, lot }: RecountScope) {
  if (lot !== null) return { subjectType: 'lot', subjectId: lot };
  return market === null
    ? { subjectType: 'organisation', subjectId: organisationOf(actor) ?? '' }
    : { subjectType: 'market', subjectId: market };
}

interface AffectedLine {
  row: LineRow;
  now: CountedEntry;
}

/** A line is only recounted for a setting of this rule: whatever else changed since is the reviewer's to decide. */
async function outdatedLines(
  ctx: Context,
  { declarations, code }: { declarations: readonly string[]; code: string },
): Promise<AffectedLine[]> {
  const changesOf = (settings: readonly SettingRow[]) => settings.filter((row) => row.code === code);
  const affected = await affectedLines(ctx, { declarations, changesOf });
  return affected.filter(({ row, now }) => row.state === 'validated' && row.countedMinutes !== now.counted);
}

/** Lines that count otherwise with and without one of these settings. */
async function affectedLines(
  ctx: Context,
  {
    declarations,
    changesOf,
  }: { declarations: readonly string[]; changesOf(settings: readonly SettingRow[]): readonly SettingRow[] },
): Promise<AffectedLine[]> {
  const rows = (await listLines(ctx, declarations)).filter(isRecountable);
  const people = [...new Set(rows.map(({ personId }) => personId))];
  const known = Map.groupBy(await listKnownLines(ctx, people), ({ personId }) => personId);
  const books = new Map<string, Books>();
  for (const { lotId, marketId } of rows) {
    if (books.has(lotId)) continue;
    const place = { organisation: organisationOf(ctx.actor) ?? '', lot: { lotId, marketId } };
    const settings = await readSettings(ctx, place);
    books.set(lotId, booksOf(settings, changesOf(settings)));
  }
  return rows.flatMap((row) => {
    const set = books.get(row.lotId);
    if (set === undefined) return [];
    const count = (book: CountingBook) => countLine(row, { known: known.get(row.personId) ?? noLine, book });
    const changed = set.pairs.some((pair) => count(pair.without).counted !== count(pair.with).counted);
    return changed ? [{ row, now: count(set.now) }] : [];
  });
}

const noLine: readonly KnownLine[] = [];

/** A counter-entry counts the opposite of what it cancels, whatever the rules become. */
function isRecountable({ state, correctsId, cancelled }: LineRow): boolean {
  return (state === 'submitted' || state === 'validated') && correctsId === null && !cancelled;
}

interface Books {
  now: CountingBook;
  pairs: { without: CountingBook; with: CountingBook }[];
}

function booksOf(settings: readonly SettingRow[], changes: readonly SettingRow[]): Books {
  const pairs = changes.map((change) => {
    const others = settings.filter(({ id }) => id !== change.id);
    return { without: bookOf(others), with: bookOf([...others, { ...change, withdrawnAt: null }]) };
  });
  return { now: bookOf(settings), pairs };
}
