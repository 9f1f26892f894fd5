/** Reads and writes the month's declarations of one company on one lot; row security keeps to what the actor may see. */
import { sql } from 'kysely';
import type { DeclarationState } from '#domain/declaration-state.ts';
import { dueDay } from '#domain/declaration-sending.ts';
import type { Month } from '#domain/month.ts';
import { addToMonth, monthOf } from '#domain/month.ts';
import { parisDay } from '#domain/day.ts';
import { isExpected } from '#db/expected-months.ts';
import type { Context } from '#http/context.ts';

/** Where somebody declares: one lot, for one company or structure that takes part in it. */
export interface DeclarantLot {
  lotId: string;
  marketId: string;
  number: number;
  title: string;
  object: string;
  buyerName: string;
  notifiedOn: string | null;
  endsOn: string | null;
  /** The month that has just ended is to be declared, whether it was asked for or not. */
  expectsLast: boolean;
  /** The last day the company takes part in it, once it is known. */
  leftOn: string | null;
  companyId: string;
  companyName: string;
  contactName: string;
}

export interface DeclarationRow {
  id: string;
  lotId: string;
  companyId: string;
  month: Month;
  state: DeclarationState;
  dueOn: string;
  noHours: boolean;
  submittedAt: Date | null;
  submittedBy: string;
  reason: string;
  version: number;
}

const declarationColumns = [
  'declaration.id',
  'declaration.lotId',
  'declaration.companyId',
  'declaration.month',
  'declaration.state',
  'declaration.dueOn',
  'declaration.noHours',
  'declaration.submittedAt',
  'declaration.submittedBy',
  'declaration.reason',
  'declaration.version',
] as const;

/** null: not there, or this company has no part in it. */
export async function findDeclarantLot(
  ctx: Context,
  { lot, company }: { lot: string; company: string },
): Promise<DeclarantLot | null> {
  return (await declarantLots(ctx, company).where('lot.id', '=', lot).executeTakeFirst()) ?? null;
}

/** All of them unless some are named. */
export async function listDeclarantLots(
  ctx: Context,
  company: string,
  only?: readonly string[],
): Promise<DeclarantLot[]> {
  if (only?.length === 0) return [];
  const lots = declarantLots(ctx, company).orderBy('market.object').orderBy('lot.number');
  return (only === undefined ? lots : lots.where('lot.id', 'in', [...only])).execute();
}

/** One row per lot, whatever the number of roles the company has on it. */
function declarantLots({ db, now }: Context, company: string) {
  const last = addToMonth(monthOf(parisDay(now)), -1);
  return db
    .selectFrom('lot')
    .innerJoin('market', 'market.id', 'lot.marketId')
    .innerJoin('organisation as declarant', (join) => join.on('declarant.id', '=', company))
    .leftJoin('organisation as buyer', 'buyer.id', 'market.buyerId')
    .innerJoinLateral(
      (from) =>
        from
          .selectFrom('lotParty')
          .select(['lotParty.contactName', 'lotParty.endedOn'])
          .whereRef('lotParty.lotId', '=', 'lot.id')
          .where('lotParty.organisationId', '=', company)
          .orderBy('lotParty.endedOn', (order) => order.desc().nullsFirst())
          .orderBy('lotParty.createdAt')
          .limit(1)
          .as('party'),
      (join) => join.onTrue(),
    )
    .select((row) => [
      'lot.id as lotId',
      'lot.marketId',
      'lot.number',
      'lot.title',
      'market.object',
      row.fn.coalesce('buyer.name', sql.lit('')).as('buyerName'),
      row.fn.coalesce('lot.notifiedOn', 'market.notifiedOn').as('notifiedOn'),
      row.fn.coalesce('lot.endsOn', 'market.endsOn').as('endsOn'),
      sql<boolean>`exists (select from lot_party p join lot l on l.id = p.lot_id join market m on m.id = p.market_id
        where p.lot_id = lot.id and p.organisation_id = ${company} and ${isExpected(last)})`.as('expectsLast'),
      'declarant.id as companyId',
      'declarant.name as companyName',
      'party.contactName',
      'party.endedOn as leftOn',
    ]);
}

export function listDeclarations(
  { db }: Context,
  { company, lot }: { company: string; lot?: string },
): Promise<(DeclarationRow & { minutes: number; documents: number })[]> {
  let rows = db
    .selectFrom('declaration')
    .select(declarationColumns)
    .select([
      sql<number>`(select coalesce(sum(worked_minutes + training_minutes), 0) from hour_entry
        where declaration_id = declaration.id)`.as('minutes'),
      sql<number>`(select count(*) from document where declaration_id = declaration.id)`.as('documents'),
    ])
    .where('declaration.companyId', '=', company);
  if (lot !== undefined) rows = rows.where('declaration.lotId', '=', lot);
  return rows.orderBy('declaration.month').execute();
}

export async function findDeclaration({ db }: Context, id: string): Promise<DeclarationRow | null> {
  const row = await db
    .selectFrom('declaration')
    .select(declarationColumns)
    .where('declaration.id', '=', id)
    .executeTakeFirst();
  return row ?? null;
}

export async function findDeclarationOfMonth(
  { db }: Context,
  { lot, company, month }: { lot: string; company: string; month: Month },
): Promise<DeclarationRow | null> {
  const row = await db
    .selectFrom('declaration')
    .select(declarationColumns)
    .where('declaration.lotId', '=', lot)
    .where('declaration.companyId', '=', company)
    .where('declaration.month', '=', month)
    .executeTakeFirst();
  return row ?? null;
}

/** Opens the month when nobody expected it, and keeps others out until the end of the transaction. */
export async function lockDeclaration(
  { db, now }: Context,
  { lot, month }: { lot: DeclarantLot; month: Month },
): Promise<{ declaration: DeclarationRow; opened: boolean }> {
  const { lotId, marketId, companyId } = lot;
  const inserted = await db
    .insertInto('declaration')
    .values({ lotId, marketId, companyId, month, dueOn: dueDay(month), createdAt: now })
    .onConflict((conflict) => conflict.columns(['lotId', 'companyId', 'month']).doNothing())
    .returning('id')
    .executeTakeFirst();
  const declaration = await db
    .selectFrom('declaration')
    .select(declarationColumns)
    .where('lotId', '=', lotId)
    .where('companyId', '=', companyId)
    .where('month', '=', month)
    .forUpdate()
    .executeTakeFirstOrThrow();
  return { declaration, opened: inserted !== undefined };
}

export async function markSent(
  { db, now }: Context,
  sent: {
    id: string;
    state: DeclarationState;
    noHours: boolean;
    by: string;
    via: 'link' | 'account' | 'api' | 'facilitator';
  },
): Promise<void> {
  const { id, state, noHours, by, via } = sent;
  await db
    .updateTable('declaration')
    .set((row) => ({
      state,
      noHours,
      submittedAt: now,
      submittedBy: by,
      via,
      version: row('version', '+', 1),
    }))
    .where('id', '=', id)
    .execute();
}

export interface Referent {
  name: string;
  structure: string;
  phone: string;
  email: string;
}

/** Whom to ask about this lot; null while no structure leads on it. */
export async function findReferent({ db }: Context, lot: string): Promise<Referent | null> {
  const found = await sql<Referent>`select name, structure, phone, email from lot_referent(${lot})`.execute(db);
  return found.rows[0] ?? null;
}

export async function kindOfCompany({ db }: Context, company: string): Promise<string> {
  const found = await db.selectFrom('organisation').select('kind').where('id', '=', company).executeTakeFirst();
  return found?.kind ?? 'company';
}
