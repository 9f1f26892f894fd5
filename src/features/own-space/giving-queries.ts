/** Codes a structure gives to the people it follows. */
import { sql } from 'kysely';
import type { Day } from '#domain/day.ts';
import { parisDay } from '#domain/day.ts';
import { isKnown } from '#db/person-present.ts';
import type { Context } from '#http/context.ts';

export interface GivenTo {
  id: string;
  holderId: string;
  archivedOn: Day | null;
  familyName: string;
  givenName: string;
  birthDate: Day | null;
  email: string;
  structure: string;
  structurePhone: string;
}

export async function findGivenTo({ db }: Context, id: string): Promise<GivenTo | null> {
  const found = await sql<GivenTo>`
    select p.id, p.holder_id, p.archived_on, p.family_name, p.given_name, p.birth_date, p.email, o.name as structure, o.phone as structure_phone
    from person p join organisation o on o.id = p.holder_id
    where p.id::text = ${id} and p.holder_id = current_organisation() and ${isKnown('p')}`.execute(db);
  return found.rows[0] ?? null;
}

export interface GivenCode {
  id: string;
  createdAt: Date;
  expiresOn: Day;
  lastUsedAt: Date | null;
}

export async function findLiveCode({ db, now }: Context, person: string): Promise<GivenCode | null> {
  const found = await sql<GivenCode>`select id, created_at, expires_on, last_used_at from person_access
    where person_id = ${person}::uuid and revoked_at is null and expires_on >= ${parisDay(now)}::date
    order by created_at desc limit 1`.execute(db);
  return found.rows[0] ?? null;
}

/** A link sent by mail that still opens her space. */
export async function hasLiveLink({ db, now }: Context, person: string): Promise<boolean> {
  const found = await sql<{ live: boolean }>`select exists (select from link_token where subject_id = ${person}::uuid
    and purpose = 'person-space' and used_at is null and expires_at > ${now}) as live`.execute(db);
  return found.rows[0]?.live === true;
}

export async function revokeCodes({ db, now }: Context, person: string): Promise<number> {
  const ended = await db
    .updateTable('personAccess')
    .set({ revokedAt: now })
    .where('personId', '=', person)
    .where('revokedAt', 'is', null)
    .returning('id')
    .execute();
  return ended.length;
}

export async function insertCode(
  { db, now }: Context,
  code: { personId: string; holderId: string; codeHash: string; expiresOn: Day; createdBy: string | null },
): Promise<void> {
  await db
    .insertInto('personAccess')
    .values({ ...code, createdAt: now })
    .execute();
}
