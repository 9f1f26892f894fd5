/** A lot shared by two structures, a month with people of each, and what a test reads of it as the owner of the database. */
import type { Person } from './world.ts';
import type { TestHouse } from './house.ts';
import type { Thread, ThreadWorld, Worker } from './world-thread.ts';

export interface SharedLot extends Thread {
  /** Contributes on the lot, and follows `guest`. */
  contributor: Person;
  guest: Worker;
  decider: Person;
}

export interface SharedMonth {
  id: string;
  /** Of the lead's people, then of the contributor's. */
  lead: number;
  other: number;
}

export async function aSharedLot(house: TestHouse, thread: ThreadWorld): Promise<SharedLot> {
  const one = await thread.aThread();
  const structure = await house.world.anOrganisation('facilitator', { name: 'Relais des Coteaux' });
  const contributor = await house.world.aMember(structure, 'facilitator.facilitator', { name: 'Inès Valette' });
  const decider = await house.world.aMember(one.buyer.organisation, 'buyer.decider', { name: 'Hugo Perrin' });
  await thread.anAssignment(one, structure, { account: contributor.account, role: 'contributor' });
  const person = await thread.aFollowedPerson(structure, { given: 'Ludivine', family: 'Cazenave' });
  const company = one.company.organisation;
  const contract = await thread.aContract(one, { person, holder: structure, company });
  return { ...one, contributor, guest: { person, contract }, decider };
}

/** 100 hours of the lead's person, 40 of the contributor's. */
export async function aSharedMonth(thread: ThreadWorld, lot: SharedLot, month: string): Promise<SharedMonth> {
  const id = await thread.aDeclaration(lot, { company: lot.company.organisation, month, state: 'submitted' });
  const lead = await thread.anEntry({ declaration: id, contract: lot.workers[0].contract, hours: 100 });
  const other = await thread.anEntry({ declaration: id, contract: lot.guest.contract, hours: 40 });
  return { id, lead, other };
}

export async function stateOf({ admin }: TestHouse, declaration: string): Promise<string> {
  return (await admin.query('select state from declaration where id = $1', [declaration])).rows[0].state;
}

/** Hours of a month on a lot as the totals read, folded or waiting. */
export async function hoursOf(
  { admin }: TestHouse,
  { lot, month }: { lot: string; month: string },
): Promise<{ submitted: number; counted: number }> {
  const found = await admin.query(
    `select coalesce(sum(submitted_minutes), 0)::int / 60 as submitted, coalesce(sum(counted_minutes), 0)::int / 60 as counted
     from (select lot_id, month, submitted_minutes, counted_minutes from hours_delta
       union all select lot_id, month, submitted_minutes, counted_minutes from hours_total) k where lot_id = $1 and month = $2`,
    [lot, month],
  );
  return found.rows[0];
}
