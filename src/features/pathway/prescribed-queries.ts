/** What a prescriber reads of the people it sent: the database gives these columns and no other. */
import { sql } from 'kysely';
import { organisationOf } from '#domain/actor.ts';
import type { ContractState } from '#domain/contract-state.ts';
import type { ContractType } from '#domain/contract-types.ts';
import type { Day } from '#domain/day.ts';
import type { Minutes } from '#domain/minutes.ts';
import type { NextStep } from '#domain/next-contract.ts';
import type { ObstacleCode, ObstacleState } from '#domain/obstacles.ts';
import { followedPeople } from '#db/followed-people.ts';
import type { Context } from '#http/context.ts';

export interface PrescribedContract {
  contractId: string;
  personId: string;
  givenName: string;
  familyName: string;
  structureId: string;
  structure: string;
  company: string;
  type: ContractType;
  job: string;
  startsOn: Day;
  endsOn: Day | null;
  state: ContractState;
  step: NextStep | null;
  countedMinutes: Minutes;
}

const most = 500;

/** Those that end first come first; those already ended come last. */
export async function listPrescribed(
  { db }: Context,
  which: { person: string } | { ended: boolean },
): Promise<PrescribedContract[]> {
  const one = 'person' in which ? sql`person_id = ${which.person}` : sql`(state = 'ended') = ${which.ended}`;
  const found = await sql<PrescribedContract>`select * from prescribed_contracts() where ${one}
    order by state = 'ended', ends_on nulls last, family_name, contract_id limit ${most}`.execute(db);
  return found.rows;
}

export interface PrescribedPerson {
  id: string;
  holderId: string;
  givenName: string;
  familyName: string;
}

export async function findPrescribed({ db }: Context, person: string): Promise<PrescribedPerson | null> {
  const row = await db
    .selectFrom(followedPeople)
    .select(['followed.id', 'followed.holderId', 'followed.givenName', 'followed.familyName'])
    .where('followed.id', '=', person)
    .executeTakeFirst();
  return row ?? null;
}

export interface SharedObstacle {
  id: string;
  kind: ObstacleCode;
  state: ObstacleState;
  specialist: string;
  openedOn: Day;
  mine: boolean;
  createdAt: Date;
}

/** Shared one by one, or signalled by this prescriber; never the words of the team. */
export async function listShared({ db, actor }: Context, person: string): Promise<SharedObstacle[]> {
  const found = await sql<SharedObstacle>`
    select id, kind, state, specialist, opened_on, created_at, coalesce(signalled_by = ${organisationOf(actor)}, false) as mine
    from obstacle where person_id = ${person} and removed_at is null order by opened_on desc, id`.execute(db);
  return found.rows;
}

export interface OwnSignal {
  id: string;
  personId: string;
  createdAt: Date;
  removedAt: Date | null;
}

/** What this prescriber signalled itself, taken back or not. */
export async function findSignal({ db, actor }: Context, id: string): Promise<OwnSignal | null> {
  const row = await db
    .selectFrom('obstacle')
    .select(['id', 'personId', 'createdAt', 'removedAt'])
    .where('id', '=', id)
    .where('signalledBy', '=', organisationOf(actor) ?? '')
    .executeTakeFirst();
  return row ?? null;
}

/** false: the team follows it already. */
export async function setSignalRemoved({ db }: Context, id: string, gone: Date | null): Promise<boolean> {
  const found = await sql<{ taken: boolean }>`select take_back_signal(${id}, ${gone}) as taken`.execute(db);
  return found.rows[0]?.taken === true;
}
