/** Reads and locks the declarations a facilitation structure reviews, and moves them. */
import { sql } from 'kysely';
import type { DeclarationState } from '#domain/declaration-state.ts';
import type { Day } from '#domain/day.ts';
import type { Month } from '#domain/month.ts';
import { waitsForMe } from '#db/review-turn.ts';
import type { Context } from '#http/context.ts';

export interface ReviewedDeclaration {
  id: string;
  lotId: string;
  marketId: string;
  companyId: string;
  companyName: string;
  companyKind: string;
  month: Month;
  state: DeclarationState;
  dueOn: Day;
  noHours: boolean;
  submittedAt: Date | null;
  submittedBy: string;
  via: string;
  reviewedAt: Date | null;
  reviewedBy: string | null;
  reviewerName: string | null;
  reason: string;
  note: string;
  version: number;
  lotNumber: number;
  lotTitle: string;
  object: string;
  /** Lines of the reader's own people wait, or nobody's and she leads. */
  waitsForMe: boolean;
}

/** Row security keeps to what the structure sees; reviewing asks more: to be a facilitator of the lot. */
const ofMyLots = sql`exists (select from lot_access a where a.lot_id = d.lot_id
  and a.organisation_id = current_organisation() and a.capacity = 'facilitator')`;

const columns = sql`d.id, d.lot_id, d.market_id, d.company_id, coalesce(o.name, '') as company_name, coalesce(o.kind, 'company') as company_kind, d.month, d.state, d.due_on,
  d.no_hours, d.submitted_at, d.submitted_by, d.via, d.reviewed_at, d.reviewed_by,
  (select name from account where id = d.reviewed_by) as reviewer_name, d.reason, d.note, d.version,
  l.number as lot_number, l.title as lot_title, m.object, ${waitsForMe} as waits_for_me`;

const tables = sql`declaration d join lot l on l.id = d.lot_id join market m on m.id = d.market_id
  left join organisation o on o.id = d.company_id`;

export async function findReviewed({ db }: Context, id: string): Promise<ReviewedDeclaration | null> {
  const found = await sql<ReviewedDeclaration>`
    select ${columns} from ${tables} where d.id = ${id} and ${ofMyLots}`.execute(db);
  return found.rows[0] ?? null;
}

/** In one order, so that two reviewers who select the same rows wait for each other and never in a ring. */
export async function lockReviewed({ db }: Context, ids: readonly string[]): Promise<ReviewedDeclaration[]> {
  const found = await sql<ReviewedDeclaration>`
    select ${columns} from ${tables} where d.id = any(${ids}::uuid[]) and ${ofMyLots}
    order by d.id for update of d`.execute(db);
  return found.rows;
}

/** The declarations one person of the reader's structure decided in one go. */
export async function listSameReview({ db }: Context, id: string): Promise<string[]> {
  const found = await sql<{ id: string }>`
    select d.id from declaration d join declaration_review r on r.declaration_id = d.id
      join declaration_review first on first.declaration_id = ${id}
    where r.structure_id = current_organisation() and first.structure_id = current_organisation()
      and r.reviewed_by = first.reviewed_by and r.reviewed_at = first.reviewed_at and ${ofMyLots}`.execute(db);
  return found.rows.map((row) => row.id);
}

/** While another structure still decides, what the company or a colleague has before her eyes is not out of date. */
export async function moveReviewed(
  { db }: Context,
  {
    id,
    ...change
  }: {
    id: string;
    state: DeclarationState;
    reviewedAt?: Date | null;
    reviewedBy?: string | null;
    reason?: string;
    note?: string;
  },
): Promise<void> {
  await db
    .updateTable('declaration')
    .set((row) => ({ ...change, version: row('version', '+', change.state === 'under-review' ? 0 : 1) }))
    .where('id', '=', id)
    .execute();
}

export async function setLine(
  { db }: Context,
  {
    id,
    ...change
  }: {
    id: number;
    state: 'submitted' | 'validated' | 'rejected';
    reason: string;
    countedMinutes: number;
    ruleVersion: string;
  },
): Promise<void> {
  await db.updateTable('hourEntry').set(change).where('id', '=', id).execute();
}
