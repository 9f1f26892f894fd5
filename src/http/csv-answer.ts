/** A list sent as a CSV file: never kept by a browser, and noted in the journal of who took it. */
import { organisationOf } from '#domain/actor.ts';
import { csvLine, csvStart } from '#domain/csv.ts';
import { parisDay } from '#domain/day.ts';
import { record } from '#db/audit.ts';
import type { Context } from './context.ts';

type Cells = readonly (string | number)[];

export const exportedAtMost = 20_000;

export interface Exported {
  /** What the file is called, before its day. */
  name: string;
  action: string;
  headings: Cells;
  lines: readonly Cells[];
  /** There was more than a file may hold. */
  cut?: boolean;
}

export async function csvAnswer(ctx: Context, { name, action, headings, lines, cut = false }: Exported) {
  await record(ctx, {
    action,
    subjectType: 'organisation',
    subjectId: organisationOf(ctx.actor) ?? '',
    after: { count: lines.length },
  });
  const end = cut ? csvLine([`Le fichier s’arrête à ${exportedAtMost} lignes\u00A0: filtrez la liste.`]) : '';
  return new Response(csvStart + csvLine(headings) + lines.map(csvLine).join('') + end, {
    headers: {
      'content-type': 'text/csv; charset=utf-8',
      'content-disposition': `attachment; filename="${name}-${parisDay(ctx.now)}.csv"`,
      'cache-control': 'no-store',
    },
  });
}

/** Reads a list page by page until its end, or until a file is full. */
export async function everyRow<Row>(
  read: (after: string | undefined, size: number) => Promise<{ rows: Row[]; next: string | undefined }>,
): Promise<{ rows: Row[]; cut: boolean }> {
  const rows: Row[] = [];
  let after: string | undefined;
  do {
    const page = await read(after, 1000);
    rows.push(...page.rows);
    after = page.next;
  } while (after !== undefined && rows.length < exportedAtMost);
  return { rows, cut: after !== undefined };
}
