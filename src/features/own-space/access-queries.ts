/** Codes and known addresses by which a person enters: found by the gate. */
import { sql } from 'kysely';
import type { Day } from '#domain/day.ts';
import { parisDay } from '#domain/day.ts';
import { isKnown } from '#db/person-present.ts';
import type { Context } from '#http/context.ts';

export interface Entering {
  accessId: string;
  personId: string;
  holderId: string;
  birthDate: Day | null;
}

/** By the mark of the code, while it lives. Runs as the gate. */
export async function findByCode({ db, now }: Context, codeHash: string): Promise<Entering | null> {
  const found = await sql<Entering>`
    select a.id as access_id, a.person_id, a.holder_id, p.birth_date
    from person_access a join person p on p.id = a.person_id
    where a.code_hash = ${codeHash} and a.revoked_at is null and a.expires_on >= ${parisDay(now)}::date
      and ${isKnown('p')}`.execute(db);
  return found.rows[0] ?? null;
}

export async function markUsed({ db, now }: Context, access: string): Promise<void> {
  await sql`update person_access set last_used_at = ${now} where id = ${access}::uuid`.execute(db);
}

export interface Reachable {
  id: string;
  holderId: string;
  email: string;
}

/** More than this under one address is not a family: the structure helps. */
const most = 3;

/** Whose address or telephone is this? Only those one can write to. Runs as the gate. */
export async function findByContact(
  { db }: Context,
  { email, phone }: { email: string; phone: string },
): Promise<Reachable[]> {
  const found = await sql<Reachable>`
    select id, holder_id, email from person
    where ${isKnown()} and email <> ''
      and ((${email} <> '' and lower(email) = ${email}) or (${phone} <> '' and phone = ${phone}))
    order by id limit ${most}`.execute(db);
  return found.rows;
}

/** Whatever the age of the link. Runs as the gate. */
export async function findByLink({ db }: Context, tokenHash: string): Promise<Reachable | null> {
  const found = await sql<Reachable>`
    select p.id, p.holder_id, p.email from link_token t join person p on p.id = t.subject_id
    where t.token_hash = ${tokenHash} and t.purpose = 'person-space' and ${isKnown('p')} and p.email <> ''`.execute(db);
  return found.rows[0] ?? null;
}
