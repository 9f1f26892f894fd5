/** Adds a person to those a facilitator structure follows: by the structure itself, or proposed by the company that employs her. */
import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { foldForSearch } from '#domain/text.ts';
import type { Day } from '#domain/day.ts';
import type { Transaction } from './transaction.ts';

export interface NewPerson {
  /** The facilitator structure that follows her. */
  holderId: string;
  familyName: string;
  givenName: string;
  birthDate: Day | null;
  commune?: string;
  communeCode?: string;
  email?: string;
  phone?: string;
  /** The company that adds her while declaring; absent when the structure does. */
  proposedBy?: string | null;
}

export async function insertPerson({ db, now }: { db: Transaction; now: Date }, person: NewPerson): Promise<string> {
  const id = randomUUID();
  await db
    .insertInto('person')
    .values({ id, ...person, foldedName: foldedName(person), createdAt: now })
    .execute();
  return id;
}

/** What a search reads: no accent, no case, the family name first. */
export function foldedName({ familyName, givenName }: Pick<NewPerson, 'familyName' | 'givenName'>): string {
  return foldForSearch(`${familyName} ${givenName}`);
}

/** A person corrects her own address and telephone. */
export async function updateOwnContact(
  { db }: { db: Transaction },
  { person, email, phone }: { person: string; email: string; phone: string },
): Promise<void> {
  await db
    .updateTable('person')
    .set((row) => ({ email, phone, version: row('version', '+', 1) }))
    .where('id', '=', person)
    .execute();
}

/** A contact told by whoever follows her: she is back among those followed. */
export async function writeLastContact(
  { db }: { db: Transaction },
  { person, day }: { person: string; day: Day },
): Promise<void> {
  await sql`update person set last_contact_on = greatest(last_contact_on, ${day}::date), archived_on = null
    where id = ${person}::uuid`.execute(db);
}
