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

export type TypedIdentity = Pick<NewPerson, 'familyName' | 'givenName' | 'birthDate'> & {
  commune: string;
  email: string;
  phone: string;
};

/** What a prescriber corrects before the person is met: only what nobody else changed in the file meanwhile. */
export async function correctProposedPerson(
  { db }: { db: Transaction },
  { id, before, after }: { id: string; before: TypedIdentity; after: TypedIdentity },
): Promise<void> {
  const held = await db
    .selectFrom('person')
    .select(['familyName', 'givenName', 'birthDate', 'commune', 'email', 'phone', 'version'])
    .where('id', '=', id)
    .executeTakeFirst();
  if (held === undefined) return;
  const { version, ...file } = held;
  const fields = Object.keys(file) as (keyof TypedIdentity)[];
  const corrected = Object.fromEntries(
    fields.map((field) => [field, file[field] === before[field] ? after[field] : file[field]]),
  ) as unknown as TypedIdentity;
  await db
    .updateTable('person')
    .set({ ...corrected, foldedName: foldedName(corrected), version: version + 1 })
    .where('id', '=', id)
    .execute();
}
