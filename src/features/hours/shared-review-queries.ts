/** Where the lines of declarations stand structure by structure, and what each structure decided of her own. */
import { sql } from 'kysely';
import { accountOf, organisationOf } from '#domain/actor.ts';
import type { Minutes } from '#domain/minutes.ts';
import type { LinesOf } from '#domain/shared-review.ts';
import type { Context } from '#http/context.ts';

export interface StructureLines extends LinesOf {
  structure: string;
  minutes: Minutes;
  counted: Minutes;
}

/** Counts only: the lines of another structure's people are never read. */
export async function readStructureLines(
  { db }: Context,
  declarations: readonly string[],
): Promise<Map<string, StructureLines[]>> {
  if (declarations.length === 0) return new Map();
  const found = await sql<StructureLines & { declarationId: string }>`
    select declaration_id, structure_id, structure, state, lines, minutes, counted
    from declaration_lines(${declarations}::uuid[]) order by structure, structure_id, state`.execute(db);
  return Map.groupBy(found.rows, ({ declarationId }) => declarationId);
}

export interface KeptReview {
  structureId: string;
  reason: string;
}

export function listReviews({ db }: Context, declaration: string): Promise<KeptReview[]> {
  return db
    .selectFrom('declarationReview')
    .select(['structureId', 'reason'])
    .where('declarationId', '=', declaration)
    .orderBy('reviewedAt')
    .execute();
}

export async function keepReviews(
  { db, now, actor }: Context,
  reviews: readonly { declarationId: string; reason: string; note: string }[],
): Promise<void> {
  if (reviews.length === 0) return;
  const decided = { structureId: organisationOf(actor) ?? '', reviewedAt: now, reviewedBy: accountOf(actor) };
  await db
    .insertInto('declarationReview')
    .values(reviews.map((review) => ({ ...review, ...decided })))
    .onConflict((conflict) =>
      conflict.columns(['declarationId', 'structureId']).doUpdateSet((row) => ({
        reviewedAt: row.ref('excluded.reviewedAt'),
        reviewedBy: row.ref('excluded.reviewedBy'),
        reason: row.ref('excluded.reason'),
        note: row.ref('excluded.note'),
      })),
    )
    .execute();
}

export async function dropReviews({ db, actor }: Context, declarations: readonly string[]): Promise<void> {
  if (declarations.length === 0) return;
  await db
    .deleteFrom('declarationReview')
    .where('declarationId', 'in', declarations)
    .where('structureId', '=', organisationOf(actor) ?? '')
    .execute();
}
