/** Who opened her own space: everything here is read for this one person, and row security shows no other. */
import { sql } from 'kysely';
import { personOf } from '#domain/actor.ts';
import type { Day } from '#domain/day.ts';
import { isKnown } from '#db/person-present.ts';
import type { Context } from '#http/context.ts';

export interface Me {
  id: string;
  holderId: string;
  familyName: string;
  givenName: string;
  birthDate: Day | null;
  commune: string;
  email: string;
  phone: string;
  version: number;
  structure: string;
  structurePhone: string;
  structureEmail: string;
  proposedBy: string | null;
}

/** null: the link belongs to nobody any more. */
export async function findMe({ db, actor }: Pick<Context, 'db' | 'actor'>): Promise<Me | null> {
  const person = personOf(actor);
  if (person === null) return null;
  const found = await sql<Me>`
    select p.id, p.holder_id, p.family_name, p.given_name, p.birth_date, p.commune, p.email, p.phone, p.version,
      o.name as structure, o.phone as structure_phone, o.email as structure_email, by_whom.name as proposed_by
    from person p join organisation o on o.id = p.holder_id left join organisation by_whom on by_whom.id = p.proposed_by
    where p.id = ${person}::uuid and ${isKnown('p')}`.execute(db);
  return found.rows[0] ?? null;
}
