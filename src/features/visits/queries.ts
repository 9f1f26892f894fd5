/** Reads and writes visits: row security keeps to those the actor may see, and the structure writes its own. */
import { sql } from 'kysely';
import { organisationOf } from '#domain/actor.ts';
import type { Day } from '#domain/day.ts';
import type { CancelReason, VisitKind, VisitSignal, VisitState } from '#domain/visit-state.ts';
import { followedPeople } from '#db/followed-people.ts';
import { isKnown, isPresent } from '#db/person-present.ts';
import type { Context } from '#http/context.ts';

export interface VisitRow {
  id: string;
  holderId: string;
  personId: string;
  contractId: string;
  kind: VisitKind;
  wantedOn: Day;
  dueOn: Day;
  state: VisitState;
  doneOn: Day | null;
  signal: VisitSignal | null;
  cancelledBecause: CancelReason | null;
  accountId: string | null;
  version: number;
  givenName: string | null;
  familyName: string | null;
  /** Put aside on this day: the visit is read only. */
  archivedOn: Day | null;
  /** Where she works; null for who sees the person and not her contract. */
  company: string | null;
  place: string | null;
  job: string | null;
  endedOn: Day | null;
  goer: string | null;
}

export function visits({ db }: Context) {
  return db
    .selectFrom('visit')
    .leftJoin('person', 'person.id', 'visit.personId')
    .leftJoin(followedPeople, (join) => join.onRef('followed.id', '=', 'visit.personId'))
    .leftJoin('employmentContract as c', 'c.id', 'visit.contractId')
    .leftJoin('organisation as company', 'company.id', 'c.companyId')
    .leftJoin('market', 'market.id', 'c.marketId')
    .leftJoin('account as goer', 'goer.id', 'visit.accountId')
    .select([
      'visit.id',
      'visit.holderId',
      'visit.personId',
      'visit.contractId',
      'visit.kind',
      'visit.wantedOn',
      'visit.dueOn',
      'visit.state',
      'visit.doneOn',
      'visit.signal',
      'visit.cancelledBecause',
      'visit.accountId',
      'visit.version',
      'person.archivedOn',
      'company.name as company',
      'market.place',
      'c.job',
      'c.endedOn',
      'goer.name as goer',
    ])
    .select((row) => [
      row.fn.coalesce('person.givenName', 'followed.givenName').as('givenName'),
      row.fn.coalesce('person.familyName', 'followed.familyName').as('familyName'),
    ]);
}

export async function findVisit(ctx: Context, id: string): Promise<VisitRow | null> {
  return (await visits(ctx).where('visit.id', '=', id).where(isKnown()).executeTakeFirst()) ?? null;
}

/** Only one's own structure's: what others may read they do not write. */
export async function lockVisit(ctx: Context, id: string): Promise<VisitRow | null> {
  const row = await visits(ctx)
    .where('visit.id', '=', id)
    .where('visit.holderId', '=', organisationOf(ctx.actor) ?? '')
    .where(isPresent())
    .forUpdate('visit')
    .executeTakeFirst();
  return row ?? null;
}

export type VisitChange = Partial<
  Pick<VisitRow, 'dueOn' | 'state' | 'doneOn' | 'signal' | 'cancelledBecause' | 'accountId'>
>;

export async function updateVisit({ db }: Context, id: string, change: VisitChange): Promise<void> {
  await db
    .updateTable('visit')
    .set((row) => ({ ...change, version: row('version', '+', 1) }))
    .where('id', '=', id)
    .execute();
}

export async function insertVisit(
  { db, now }: Context,
  visit: { holderId: string; personId: string; contractId: string; dueOn: Day; accountId: string | null },
): Promise<string> {
  const { id } = await db
    .insertInto('visit')
    .values({ ...visit, kind: 'by-hand', wantedOn: visit.dueOn, createdAt: now })
    .returning('id')
    .executeTakeFirstOrThrow();
  return id;
}

/** The first visit still to be made on this contract after this one. */
export async function nextVisit(
  { db }: Context,
  { id, contractId, dueOn }: Pick<VisitRow, 'id' | 'contractId' | 'dueOn'>,
): Promise<{ id: string; dueOn: Day } | null> {
  const found = await sql<{ id: string; dueOn: Day }>`select id, due_on from visit
    where contract_id = ${contractId} and id <> ${id} and state in ('planned', 'moved') and due_on >= ${dueOn}::date
    order by due_on, id limit 1`.execute(db);
  return found.rows[0] ?? null;
}

export interface VisitedPlace {
  personId: string;
  holderId: string;
  endedOn: Day | null;
}

export async function findContractPlace(ctx: Context, contract: string): Promise<VisitedPlace | null> {
  const row = await ctx.db
    .selectFrom('employmentContract')
    .select(['personId', 'holderId', 'endedOn'])
    .where('id', '=', contract)
    .where('holderId', '=', organisationOf(ctx.actor) ?? '')
    .where('state', '<>', 'removed')
    .executeTakeFirst();
  return row ?? null;
}
