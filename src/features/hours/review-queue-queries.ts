/** The queue of a facilitation structure: what it has to validate, what is late, what it refused, what it validated. */
import { sql } from 'kysely';
import { accountOf } from '#domain/actor.ts';
import type { DeclarationState } from '#domain/declaration-state.ts';
import type { Day } from '#domain/day.ts';
import type { Minutes } from '#domain/minutes.ts';
import type { Month } from '#domain/month.ts';
import { waitsForMe } from '#db/review-turn.ts';
import type { Context } from '#http/context.ts';

export const queueTabs = ['a-valider', 'ailleurs', 'en-retard', 'refusees', 'validees'] as const;
export type QueueTab = (typeof queueTabs)[number];

export const queuePerPage = 50;

const statesOf: Record<QueueTab, readonly DeclarationState[]> = {
  'a-valider': ['submitted', 'under-review'],
  ailleurs: ['submitted', 'under-review'],
  'en-retard': ['late'],
  refusees: ['rejected'],
  validees: ['validated', 'partially-validated', 'locked', 'corrected'],
};

export interface QueuedDeclaration {
  id: string;
  version: number;
  state: DeclarationState;
  month: Month;
  dueOn: Day;
  noHours: boolean;
  submittedAt: Date | null;
  reason: string;
  companyName: string;
  lotId: string;
  lotNumber: number;
  lotTitle: string;
  object: string;
  /** The lot is entrusted to the reader herself. */
  mine: boolean;
  minutes: Minutes;
  /** null when nothing was declared the month before. */
  minutesBefore: Minutes | null;
  proofs: number;
}

const myLots = sql`d.lot_id in (select lot_id from lot_access
  where organisation_id = current_organisation() and capacity = 'facilitator')`;

const minutesOf = (declaration: string) => sql`(select sum(worked_minutes + training_minutes) from hour_entry
  where declaration_id = ${sql.ref(declaration)})`;

/** Hers first, then the oldest received; decisions, the latest first. */
export async function listQueue(
  ctx: Context,
  { tab, from, size = queuePerPage }: { tab: QueueTab; from: number; size?: number },
): Promise<QueuedDeclaration[]> {
  const order =
    tab === 'validees' || tab === 'refusees'
      ? sql`d.reviewed_at desc nulls last, d.id`
      : sql`mine desc, coalesce(d.submitted_at, d.due_on), d.id`;
  const found = await sql<QueuedDeclaration>`
    select d.id, d.version, d.state, d.month, d.due_on, d.no_hours, d.submitted_at, d.reason,
      coalesce(o.name, '') as company_name, d.lot_id, l.number as lot_number, l.title as lot_title, m.object,
      exists (select from lot_assignment a where a.lot_id = d.lot_id and a.account_id = ${accountOf(ctx.actor)}) as mine,
      coalesce(${minutesOf('d.id')}, 0)::int as minutes, ${minutesOf('before.id')}::int as minutes_before,
      (select count(*) from document where declaration_id = d.id and archived_at is null)::int as proofs
    from declaration d
    join lot l on l.id = d.lot_id join market m on m.id = d.market_id
    left join organisation o on o.id = d.company_id
    left join declaration before on before.lot_id = d.lot_id and before.company_id = d.company_id
      and before.month = to_char(to_date(d.month, 'YYYY-MM') - interval '1 month', 'YYYY-MM')
    where ${myLots} and d.state = any(${statesOf[tab]}::text[]) and ${turnOf(tab)}
    order by ${order} limit ${size + 1} offset ${from}`.execute(ctx.db);
  return found.rows;
}

/** What is decided and closed grows for ever: it is never counted. */
const countedStates = [...statesOf['a-valider'], ...statesOf['en-retard'], ...statesOf.refusees];

export async function countQueue({ db }: Context): Promise<Record<Exclude<QueueTab, 'validees'>, number>> {
  const found = await sql<{ state: DeclarationState; mine: boolean; count: number }>`
    select d.state, ${waitsForMe} as mine, count(*)::int as count from declaration d
    where ${myLots} and d.state = any(${countedStates}::text[]) group by 1, 2`.execute(db);
  const sum = (tab: QueueTab) =>
    found.rows
      .filter(({ state, mine }) => statesOf[tab].includes(state) && mine === (tab === 'a-valider'))
      .reduce((total, { count }) => total + count, 0);
  return {
    'a-valider': sum('a-valider'),
    ailleurs: sum('ailleurs'),
    'en-retard': sum('en-retard'),
    refusees: sum('refusees'),
  };
}

/** What another structure still has to decide stays in sight, apart from what waits for the reader. */
function turnOf(tab: QueueTab) {
  if (tab === 'a-valider') return waitsForMe;
  return tab === 'ailleurs' ? sql`not ${waitsForMe}` : sql`true`;
}

/** The next to validate after this one; it may have been decided just now. */
export async function nextToReview(ctx: Context, after: string): Promise<string | null> {
  const waiting = await listQueue(ctx, { tab: 'a-valider', from: 0, size: 1 });
  return waiting.find(({ id }) => id !== after)?.id ?? null;
}

export interface ProofRow {
  id: string;
  name: string;
  mediaType: string;
  bytes: number;
  createdAt: Date;
}

export async function listProofs({ db }: Context, declaration: string): Promise<ProofRow[]> {
  const found = await sql<ProofRow>`
    select t.id, t.name, v.media_type, v.bytes, t.created_at from document t
    join lateral (
      select media_type, bytes from document_version where document_id = t.id order by number desc limit 1
    ) v on true
    where t.declaration_id = ${declaration} and t.archived_at is null order by t.created_at, t.id`.execute(db);
  return found.rows;
}

export async function readProof(
  { db }: Context,
  { declaration, proof }: { declaration: string; proof: string },
): Promise<{ mediaType: string; content: Buffer } | null> {
  const found = await sql<{ mediaType: string; content: Buffer }>`
    select v.media_type, v.content from document t join document_version v on v.document_id = t.id
    where t.id = ${proof} and t.declaration_id = ${declaration} order by v.number desc limit 1`.execute(db);
  return found.rows[0] ?? null;
}

/** What the same company declared on the lot in the months before. */
export async function listMonthsBefore(
  { db }: Context,
  { lot, company, month }: { lot: string; company: string; month: Month },
): Promise<{ id: string; month: Month; state: DeclarationState; minutes: Minutes; counted: Minutes }[]> {
  const found = await sql<{
    id: string;
    month: Month;
    state: DeclarationState;
    minutes: Minutes;
    counted: Minutes;
  }>`
    select d.id, d.month, d.state, coalesce(${minutesOf('d.id')}, 0)::int as minutes,
      (select coalesce(sum(counted_minutes), 0) from hour_entry where declaration_id = d.id)::int as counted
    from declaration d
    where d.lot_id = ${lot} and d.company_id = ${company} and d.month < ${month}
    order by d.month desc limit 6`.execute(db);
  return found.rows;
}
