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

export interface MovedDeclaration {
  id: string;
  state: DeclarationState;
  reviewedAt?: Date | null;
  reviewedBy?: string | null;
  reason?: string;
  note?: string;
}

export async function moveReviewed(ctx: Context, change: MovedDeclaration): Promise<void> {
  await moveAllReviewed(ctx, [change]);
}

/**
 * What a change does not name stays; all of them name the same things. While another structure still decides, what the
 * company or a colleague has before her eyes is not out of date.
 */
export async function moveAllReviewed({ db }: Context, changes: readonly MovedDeclaration[]): Promise<void> {
  const [first] = changes;
  if (first === undefined) return;
  const named = Object.keys(columnOf)
    .filter(isMovable)
    .filter((name) => name in first);
  const set = named.map((name) => sql`${sql.ref(columnOf[name])} = changed.${sql.ref(columnOf[name])}`);
  await sql`
    update declaration d set ${sql.join([sql`state = changed.state`, ...set])},
      version = d.version + case when changed.state = 'under-review' then 0 else 1 end
    from jsonb_to_recordset(${JSON.stringify(changes.map(columnsOf))}::jsonb)
      as changed (id uuid, state text, reviewed_at timestamptz, reviewed_by uuid, reason text, note text)
    where d.id = changed.id`.execute(db);
}

const columnOf = { reviewedAt: 'reviewed_at', reviewedBy: 'reviewed_by', reason: 'reason', note: 'note' } as const;

function isMovable(name: string): name is keyof typeof columnOf {
  return Object.hasOwn(columnOf, name);
}

function columnsOf({ id, state, reviewedAt, reviewedBy, reason, note }: MovedDeclaration) {
  return { id, state, reviewed_at: reviewedAt, reviewed_by: reviewedBy, reason, note };
}

export interface DecidedLine {
  id: number;
  state: 'submitted' | 'validated' | 'rejected';
  reason: string;
  countedMinutes: number;
  ruleVersion: string;
}

export async function setLine(ctx: Context, line: DecidedLine): Promise<void> {
  await setLines(ctx, [line]);
}

export async function setLines({ db }: Context, lines: readonly DecidedLine[]): Promise<void> {
  if (lines.length === 0) return;
  const rows = lines.map(({ id, state, reason, countedMinutes, ruleVersion }) => ({
    id,
    state,
    reason,
    counted_minutes: countedMinutes,
    rule_version: ruleVersion,
  }));
  await sql`
    update hour_entry e set state = line.state, reason = line.reason, counted_minutes = line.counted_minutes,
      rule_version = line.rule_version
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
      as line (id bigint, state text, reason text, counted_minutes integer, rule_version text)
    where e.id = line.id`.execute(db);
}
