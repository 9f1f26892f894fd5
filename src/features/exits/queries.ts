/** Reads and writes exits: the structure all of its own, others what the database opens to them. */
import { sql } from 'kysely';
import type { ExitCode, ExitSource } from '#domain/exit-groups.ts';
import type { MeasurePoint } from '#domain/exit-plan.ts';
import type { Day } from '#domain/day.ts';
import { followedPeople } from '#db/followed-people.ts';
import { isKnown, isPresent } from '#db/person-present.ts';
import type { Context } from '#http/context.ts';

export interface ExitRow {
  id: string;
  holderId: string;
  personId: string;
  contractId: string;
  point: MeasurePoint;
  dueOn: Day;
  state: 'expected' | 'answered' | 'cancelled';
  code: ExitCode | null;
  observedOn: Day | null;
  source: ExitSource | null;
  askedAt: Date[];
  /** No address to write to: she is called. */
  unwritten: boolean | null;
  version: number;
  givenName: string | null;
  familyName: string | null;
  /** Put aside on this day: what became of her is read only. */
  archivedOn: Day | null;
  company: string | null;
  startsOn: Day | null;
  endedOn: Day | null;
}

/** How long she stayed: under three months, her situation is neutralised. */
export function stayOf({ startsOn, endedOn }: Pick<ExitRow, 'startsOn' | 'endedOn'>): { from: Day; until: Day } | null {
  return startsOn === null || endedOn === null ? null : { from: startsOn, until: endedOn };
}

export function exits({ db }: Context) {
  return db
    .selectFrom('exitSituation as x')
    .leftJoin('person', 'person.id', 'x.personId')
    .leftJoin(followedPeople, (join) => join.onRef('followed.id', '=', 'x.personId'))
    .leftJoin('employmentContract as c', 'c.id', 'x.contractId')
    .leftJoin('organisation as company', 'company.id', 'c.companyId')
    .select([
      'x.id',
      'x.holderId',
      'x.personId',
      'x.contractId',
      'x.point',
      'x.dueOn',
      'x.state',
      'x.code',
      'x.observedOn',
      'x.source',
      'x.version',
      'person.archivedOn',
      'company.name as company',
      'c.endedOn',
      'c.startsOn',
    ])
    .select((row) => [
      row.fn.coalesce('person.givenName', 'followed.givenName').as('givenName'),
      row.fn.coalesce('person.familyName', 'followed.familyName').as('familyName'),
    ])
    .select(sql<Date[]>`x.asked_at`.as('askedAt'))
    .select(sql<boolean>`person.email = ''`.as('unwritten'));
}

export async function findExit(ctx: Context, id: string): Promise<ExitRow | null> {
  return (await exits(ctx).where('x.id', '=', id).where(isKnown()).executeTakeFirst()) ?? null;
}

export async function lockExit(ctx: Context, id: string): Promise<ExitRow | null> {
  return (await exits(ctx).where('x.id', '=', id).where(isPresent()).forUpdate('x').executeTakeFirst()) ?? null;
}

export type Situation = { code: ExitCode; observedOn: Day; source: ExitSource };

export async function keepSituation({ db }: Context, id: string, situation: Situation): Promise<void> {
  await db
    .updateTable('exitSituation')
    .set((row) => ({ ...situation, state: 'answered', version: row('version', '+', 1) }))
    .where('id', '=', id)
    .execute();
}

export async function clearSituation({ db }: Context, id: string): Promise<void> {
  await db
    .updateTable('exitSituation')
    .set((row) => ({ code: null, observedOn: null, source: null, state: 'expected', version: row('version', '+', 1) }))
    .where('id', '=', id)
    .execute();
}

/** The question left: neither what is known nor its version changes. */
export async function noteAsked({ db, now }: Context, id: string): Promise<void> {
  await sql`update exit_situation set asked_at = asked_at || ${now}::timestamptz where id = ${id}`.execute(db);
}

export interface Contact {
  email: string;
  phone: string;
}

/** Questions leave by mail alone, until text messages do (no provider is chosen): who has a telephone alone is called. */
export async function contactOf({ db }: Context, person: string): Promise<Contact> {
  const row = await db.selectFrom('person').select(['email', 'phone']).where('id', '=', person).executeTakeFirst();
  return row ?? { email: '', phone: '' };
}

const twins: Partial<Record<MeasurePoint, MeasurePoint>> = {
  'contract-end': 'clause-exit',
  'clause-exit': 'contract-end',
};

/** The end of the last contract is the exit of the clause, the same day: one answer says both. */
export async function lockTwin(ctx: Context, { contractId, point, dueOn }: ExitRow): Promise<ExitRow | null> {
  const twin = twins[point];
  if (twin === undefined) return null;
  const row = await exits(ctx)
    .where('x.contractId', '=', contractId)
    .where('x.point', '=', twin)
    .where('x.dueOn', '=', dueOn)
    .where('x.state', '=', 'expected')
    .forUpdate('x')
    .executeTakeFirst();
  return row ?? null;
}
