/** Reads a person and her contracts: all of them for the structure that follows her, those that concern others for them. */
import { sql } from 'kysely';
import { organisationOf } from '#domain/actor.ts';
import type { ContractState } from '#domain/contract-state.ts';
import type { ContractType } from '#domain/contract-types.ts';
import type { Day } from '#domain/day.ts';
import type { Minutes } from '#domain/minutes.ts';
import type { NextStep } from '#domain/next-contract.ts';
import { followedPeople } from '#db/followed-people.ts';
import { isKnown } from '#db/person-present.ts';
import type { Context } from '#http/context.ts';

export interface WalkingPerson {
  id: string;
  holderId: string;
  givenName: string;
  familyName: string;
  archivedOn: Day | null;
}

const named = ['id', 'holderId', 'givenName', 'familyName'] as const;

/** Only one's own structure's. */
export async function findOwnPerson({ db, actor }: Context, id: string): Promise<WalkingPerson | null> {
  const row = await db
    .selectFrom('person')
    .select([...named, 'archivedOn'])
    .where('id', '=', id)
    .where(isKnown())
    .where('holderId', '=', organisationOf(actor) ?? '')
    .executeTakeFirst();
  return row ?? null;
}

export function nameOf({ familyName, givenName }: Pick<WalkingPerson, 'familyName' | 'givenName'>): string {
  return `${familyName} ${givenName}`;
}

export interface WalkedContract {
  id: string;
  personId: string;
  holderId: string;
  type: ContractType;
  state: ContractState;
  job: string;
  startsOn: Day;
  endsOn: Day | null;
  endedOn: Day | null;
  employer: string;
  company: string;
  lot: string;
  lotNumber: number | null;
  marketId: string;
  market: string;
  buyer: string;
  countedMinutes: Minutes;
  step: NextStep | null;
  followed: boolean;
}

const columns = sql`c.id, c.person_id, c.holder_id, c.type, c.state, c.job, c.starts_on,
  coalesce(c.ended_on, c.planned_end_on) as ends_on, c.ended_on, coalesce(e.name, '') as employer, coalesce(w.name, '') as company,
  coalesce(l.title, '') as lot, l.number as lot_number, c.market_id, coalesce(m.object, '') as market, coalesce(b.name, '') as buyer,
  (select coalesce(sum(h.counted_minutes), 0) from hour_entry h where h.contract_id = c.id) as counted_minutes,
  (select n.step from next_contract n where n.contract_id = c.id and n.withdrawn_at is null) as step,
  exists (select from employment_contract f where f.follows_id = c.id and f.state <> 'removed') as followed`;

const joins = sql`employment_contract c left join organisation e on e.id = c.employer_id left join organisation w on w.id = c.company_id
  left join lot l on l.id = c.lot_id left join market m on m.id = c.market_id left join organisation b on b.id = m.buyer_id`;

/** In the order they began. */
export async function listWalk({ db, actor }: Context, person: string): Promise<WalkedContract[]> {
  const found = await sql<WalkedContract>`select ${columns} from ${joins}
    where c.person_id = ${person} and c.holder_id = ${organisationOf(actor)} and c.state <> 'removed'
    order by c.starts_on, c.id`.execute(db);
  return found.rows;
}

/** Whatever the side: row security keeps to contracts that concern the actor. */
export async function findWalked({ db }: Context, contract: string): Promise<WalkedContract | null> {
  const found = await sql<WalkedContract>`select ${columns} from ${joins}
    where c.id = ${contract} and c.state <> 'removed'`.execute(db);
  return found.rows[0] ?? null;
}

/** The name of a person as the actor may know her; null when it may not. */
export async function findNamed({ db }: Context, person: string): Promise<WalkingPerson | null> {
  const filed = await db
    .selectFrom('person')
    .select([...named, 'archivedOn'])
    .where('id', '=', person)
    .where(isKnown())
    .executeTakeFirst();
  if (filed !== undefined) return filed;
  const followed = await db.selectFrom(followedPeople).select(named).where('id', '=', person).executeTakeFirst();
  return followed === undefined ? null : { ...followed, archivedOn: null };
}
