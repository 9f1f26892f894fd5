/** Reads and writes proposals to refuse hours; row security shows sums to the buyer, lines to the structure and the company. */
import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { accountOf, organisationOf } from '#domain/actor.ts';
import type { RefusalState } from '#domain/hour-refusal.ts';
import type { Minutes } from '#domain/minutes.ts';
import type { Month } from '#domain/month.ts';
import type { KeysetPage, KeysetQuery } from '#db/keyset.ts';
import { keysetPage } from '#db/keyset.ts';
import type { Context } from '#http/context.ts';

export interface HourRefusal {
  id: string;
  declarationId: string;
  lotId: string;
  marketId: string;
  companyId: string;
  structureId: string;
  buyerId: string;
  month: Month;
  lines: number;
  minutes: Minutes;
  reason: string;
  state: RefusalState;
  proposer: string;
  proposedAt: Date;
  decider: string;
  decidedAt: Date | null;
  answer: string;
  version: number;
  company: string;
  structure: string;
  buyer: string;
  lotNumber: number;
  lotTitle: string;
  object: string;
}

const read = sql<HourRefusal>`select r.id, r.declaration_id, r.lot_id, r.market_id, r.company_id, r.structure_id, r.buyer_id,
    r.month, r.lines, r.minutes, r.reason, r.state, r.proposer, r.proposed_at, r.decider, r.decided_at, r.answer, r.version,
    coalesce(c.name, 'Entreprise') as company, coalesce(s.name, 'Structure de facilitation') as structure,
    coalesce(b.name, 'Acheteur') as buyer, l.number as lot_number, l.title as lot_title, m.object
  from hour_refusal r join lot l on l.id = r.lot_id join market m on m.id = r.market_id
    left join organisation c on c.id = r.company_id left join organisation s on s.id = r.structure_id
    left join organisation b on b.id = r.buyer_id`;

export const refusalsPerPage = 50;

export type RefusalView = 'waiting' | 'decided';

/** Those that wait, the oldest first; those answered or taken back, the latest first. */
export function listRefusals(
  { db }: Context,
  { view, ...page }: { view: RefusalView } & Omit<KeysetQuery, 'direction'>,
): Promise<KeysetPage<HourRefusal>> {
  const which = view === 'waiting' ? sql`r.state = 'proposed'` : sql`r.state <> 'proposed'`;
  const listed = sql<HourRefusal>`(${read} where ${which})`.as<'listed'>('listed');
  const by = view === 'waiting' ? ('listed.proposedAt' as const) : ('listed.decidedAt' as const);
  return keysetPage(db.selectFrom(listed).selectAll(), {
    ...page,
    direction: view === 'waiting' ? 'ascending' : 'descending',
    by,
    id: 'listed.id',
    placeOf: (row) => ({
      id: row.id,
      value: (view === 'waiting' ? row.proposedAt : (row.decidedAt ?? row.proposedAt)).toISOString(),
    }),
    holds: (value) => !Number.isNaN(Date.parse(value)) && /^\d{4}-/u.test(value),
  });
}

export async function countWaiting({ db }: Context): Promise<number> {
  const found = await sql<{
    count: number;
  }>`select count(*)::int as count from hour_refusal where state = 'proposed'`.execute(db);
  return found.rows[0]?.count ?? 0;
}

export async function listRefusalsOf({ db }: Context, declaration: string): Promise<HourRefusal[]> {
  const found = await sql<HourRefusal>`${read} where r.declaration_id = ${declaration} and r.state <> 'withdrawn'
    order by r.proposed_at desc`.execute(db);
  return found.rows;
}

export async function findRefusal({ db }: Context, id: string): Promise<HourRefusal | null> {
  const found = await sql<HourRefusal>`${read} where r.id = ${id}`.execute(db);
  return found.rows[0] ?? null;
}

/** Held only while it waits, by the side that may still move it. */
export async function lockRefusal({ db }: Context, id: string): Promise<{ version: number } | null> {
  const found = await sql<{ version: number }>`select version from hour_refusal where id = ${id} for update`.execute(
    db,
  );
  return found.rows[0] ?? null;
}

export async function insertRefusal(
  { db, now, actor }: Context,
  refusal: Pick<
    HourRefusal,
    'declarationId' | 'lotId' | 'marketId' | 'companyId' | 'buyerId' | 'month' | 'minutes' | 'reason' | 'proposer'
  > & {
    lines: readonly number[];
  },
): Promise<string> {
  const id = randomUUID();
  const { lines, ...fields } = refusal;
  await db
    .insertInto('hourRefusal')
    .values({
      id,
      ...fields,
      lines: lines.length,
      structureId: organisationOf(actor) ?? '',
      proposedBy: accountOf(actor),
      proposedAt: now,
    })
    .execute();
  await db
    .insertInto('hourRefusalLine')
    .values(lines.map((entryId) => ({ refusalId: id, entryId })))
    .execute();
  return id;
}

export async function answerRefusal(
  { db, now, actor }: Context,
  { id, ...answered }: { id: string; state: Exclude<RefusalState, 'proposed'>; answer: string; decider: string },
): Promise<void> {
  await db
    .updateTable('hourRefusal')
    .set((row) => ({ ...answered, decidedBy: accountOf(actor), decidedAt: now, version: row('version', '+', 1) }))
    .where('id', '=', id)
    .execute();
}

export async function refusedEntries({ db }: Context, refusal: string): Promise<Set<number>> {
  const rows = await db.selectFrom('hourRefusalLine').select('entryId').where('refusalId', '=', refusal).execute();
  return new Set(rows.map(({ entryId }) => entryId));
}

export async function findBuyer({ db }: Context, market: string): Promise<string | null> {
  const row = await db.selectFrom('market').select('buyerId').where('id', '=', market).executeTakeFirst();
  return row?.buyerId ?? null;
}

/** Who proposed, to be told of the answer: her own account is not read by the buyer. */
export async function findProposer({ db }: Context, refusal: string): Promise<string | null> {
  const row = await db.selectFrom('hourRefusal').select('proposedBy').where('id', '=', refusal).executeTakeFirst();
  return row?.proposedBy ?? null;
}
