/** Lines not yet sealed that count otherwise with and without a setting, told under the rules of their own lot. */
import { organisationOf } from '#domain/actor.ts';
import type { CountedEntry } from '#domain/counting.ts';
import type { CountingBook } from '#domain/counting-rules.ts';
import { bookOf } from '#db/counting-book.ts';
import type { SettingRow } from '#db/counting-settings.ts';
import { readSettings } from '#db/counting-settings.ts';
import type { Context } from '#http/context.ts';
import { countLine } from './review-examine.ts';
import type { KnownLine, LineRow } from './review-lines-queries.ts';
import { listKnownLines, listLines } from './review-lines-queries.ts';

export interface AffectedLine {
  row: LineRow;
  now: CountedEntry;
}

/** A line is only recounted for a setting of this rule: whatever else changed since is the reviewer's to decide. */
export async function outdatedLines(
  ctx: Context,
  { declarations, code }: { declarations: readonly string[]; code: string },
): Promise<AffectedLine[]> {
  const changesOf = (settings: readonly SettingRow[]) => settings.filter((row) => row.code === code);
  const affected = await affectedLines(ctx, { declarations, changesOf });
  return affected.filter(({ row, now }) => row.state === 'validated' && row.countedMinutes !== now.counted);
}

/** Lines that count otherwise with and without one of these settings. */
export async function affectedLines(
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
