/** Examines lines as the reviewer needs them: what deserves a look, how much counts, and under which rule. */
import { organisationOf } from '#domain/actor.ts';
import { lastDayOfContract } from '#domain/contract-life.ts';
import type { CountableEntry } from '#domain/countable-entry.ts';
import { countingSettings } from '#domain/countable-entry.ts';
import type { CountedEntry } from '#domain/counting.ts';
import type { CountingBook } from '#domain/counting-rules.ts';
import { limitsOn } from '#domain/counting-rules.ts';
import { countEntries } from '#domain/counting-series.ts';
import { parisDay } from '#domain/day.ts';
import { checkLine } from '#domain/hours-checks.ts';
import type { HoursLine, LineBlock, LineFacts } from '#domain/hours-line.ts';
import { warningSentence } from '#domain/hours-warnings.ts';
import type { Minutes } from '#domain/minutes.ts';
import { firstDayOf } from '#domain/month.ts';
import { notCountedSentence } from '#domain/not-counted.ts';
import { isRefusalCode, sentenceFor } from '#domain/refusals.ts';
import type { Refusal } from '#domain/result.ts';
import { countingBooks } from '#db/counting-book.ts';
import type { Context } from '#http/context.ts';
import type { KnownLine, LineRow } from './review-lines-queries.ts';
import { listKnownLines, listLines } from './review-lines-queries.ts';

export interface ExaminedLine {
  row: LineRow;
  minutes: Minutes;
  counted: CountedEntry;
  /** What forbids accepting the line, whoever asks. */
  blocked: Refusal<LineBlock>[];
  /** What deserves a look, each as a sentence; none on a clean line. */
  points: string[];
}

/** without: lines about to be refused, which no longer weigh on the others. */
export async function examineDeclarations(
  ctx: Context,
  declarations: readonly string[],
  { without = new Set<number>() }: { without?: ReadonlySet<number> } = {},
): Promise<Map<string, ExaminedLine[]>> {
  const rows = await listLines(ctx, declarations);
  const known = await listKnownLines(ctx, [...new Set(rows.map(({ personId }) => personId))]);
  const standing = known.filter(({ id }) => !without.has(id));
  const knownOf = Map.groupBy(standing, ({ personId }) => personId);
  const books = await countingBooks(ctx, { organisation: organisationOf(ctx.actor) ?? '', lots: rows });
  const today = parisDay(ctx.now);
  const examined = rows.map((row) => {
    const book = books.get(row.lotId) ?? {};
    return examine(row, { known: knownOf.get(row.personId) ?? [], book, today });
  });
  return Map.groupBy(examined, ({ row }) => row.declarationId);
}

/** With what the same contract counted before, so that a cap on the whole contract is kept. */
export function countLine(
  row: LineRow,
  { known, book }: { known: readonly KnownLine[]; book: CountingBook },
): CountedEntry {
  const settings = countingSettings({ book, type: row.type, day: row.startsOn });
  if (!settings.ok) throw new RangeError(`no rule of counting: ${JSON.stringify(settings.details)}`);
  const entry = countable(row, {
    id: String(row.id),
    month: row.month,
    minutes: row.workedMinutes + row.trainingMinutes,
    trainingMinutes: row.trainingMinutes,
    days: row.days,
  });
  const before = known
    .filter(({ contractId, month, counts }) => contractId === row.contractId && counts && month < row.month)
    .map((line) => countable(row, { ...line, id: String(line.id) }));
  const counted = countEntries([...before, entry].map((each) => ({ entry: each, settings: settings.value })));
  const own = counted.at(-1);
  if (own === undefined) throw new RangeError('an entry is always answered by its count');
  return own;
}

function examine(
  row: LineRow,
  { known, book, today }: { known: readonly KnownLine[]; book: CountingBook; today: string },
): ExaminedLine {
  const counted = row.workedMinutes + row.trainingMinutes < 0 ? asWritten(row) : countLine(row, { known, book });
  const minutes = row.workedMinutes + row.trainingMinutes;
  const { blocks, warnings } = checkLine(hoursLine({ ...row, minutes }), {
    today,
    declarant: row.companyId,
    contract: {
      employer: row.employerId,
      startsOn: row.startsOn,
      endsOn: endOf(row),
      removed: row.removed,
    },
    lot: {
      parties: [row.companyId, row.employerId],
      linkedStructures: [],
      notifiedOn: row.notifiedOn,
      endsOn: row.lotEndsOn,
    },
    validation: row.eligibleFrom === null ? null : { from: row.eligibleFrom, until: row.eligibleUntil ?? '9999-12-31' },
    sealed: false,
    others: othersOf(row, known),
    limits: limitsOn(book, firstDayOf(row.month)),
  });
  const told = [
    ...blocks.map(({ because, details }) => (isRefusalCode(because) ? sentenceFor(because, details) : because)),
    ...warnings.map(warningSentence),
  ];
  const shortened = counted.refusedBecause !== undefined && told.length === 0;
  if (shortened && counted.refusedBecause !== undefined) told.push(notCountedSentence(counted.refusedBecause));
  const counter = row.correctsId !== null && minutes < 0;
  return { row, minutes, counted, blocked: counter ? [] : blocks, points: row.correctsId === null ? told : [] };
}

/** A counter-entry is the exact opposite of what it cancels: it is never counted anew. */
function asWritten({ id, countedMinutes }: LineRow): CountedEntry {
  return {
    id: String(id),
    kept: countedMinutes,
    counted: countedMinutes,
    countedTraining: 0,
    ruleApplied: null,
  };
}

function countable(
  row: LineRow,
  line: Pick<CountableEntry, 'id' | 'month' | 'minutes' | 'trainingMinutes'> & { days: LineRow['days'] },
): CountableEntry {
  const { id, month, minutes, trainingMinutes, days } = line;
  return {
    id,
    contract: row.contractId,
    month,
    minutes,
    trainingMinutes,
    ...(days !== null && { days }),
    terms: {
      type: row.type,
      startsOn: row.startsOn,
      endsOn: endOf(row),
      firstClauseStart: row.firstClauseStart,
      removed: row.removed,
    },
    validation: validationOfRow(row),
    market: { notifiedOn: row.notifiedOn, endsOn: row.lotEndsOn },
  };
}

function validationOfRow(row: LineRow): CountableEntry['validation'] {
  const { decidedOn, eligibleFrom, eligibleUntil, startsOn } = row;
  if (decidedOn === null || eligibleFrom === null) return null;
  return {
    decidedOn: decidedOn > eligibleFrom ? decidedOn : eligibleFrom,
    eligibleAtHire: eligibleFrom <= startsOn,
    ...(eligibleUntil !== null && { until: eligibleUntil }),
  };
}

function othersOf(row: LineRow, known: readonly KnownLine[]): LineFacts['others'] {
  return known
    .filter(({ id, personId, month }) => id !== row.id && personId === row.personId && month === row.month)
    .map((other) => ({
      line: hoursLine(other),
      contract: { startsOn: other.startsOn, endsOn: endOf(other) },
    }));
}

function hoursLine(line: Omit<KnownLine, 'counts'>): HoursLine {
  return {
    id: String(line.id),
    person: line.personId,
    contract: line.contractId,
    lot: line.lotId,
    month: line.month,
    minutes: line.minutes,
    trainingMinutes: line.trainingMinutes,
    ...(line.days !== null && { days: line.days }),
  };
}

function endOf({ plannedEndOn, endedOn }: Pick<LineRow, 'plannedEndOn' | 'endedOn'>): string | null {
  return lastDayOfContract({ endsOn: plannedEndOn, endedOn });
}
