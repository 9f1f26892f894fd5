/** Finds contacts and members by a piece of their name; row security keeps to what the actor may see. */
import { sql } from 'kysely';
import { organisationOf } from '#domain/actor.ts';
import { parisDay } from '#domain/day.ts';
import type { Context } from '#http/context.ts';

const most = 8;

export interface FoundContact {
  id: string;
  organisationId: string;
  organisationName: string;
  label: string;
  email: string;
  phone: string;
}

export async function searchContacts({ db }: Context, query: string): Promise<FoundContact[]> {
  const pattern = patternOf(query);
  const found =
    await sql<FoundContact>`select c.id, c.organisation_id, o.name as organisation_name, c.label, c.email, c.phone
    from contact c join organisation o on o.id = c.organisation_id
    where c.archived_at is null and (unaccent(c.label) ilike unaccent(${pattern}) or c.email ilike ${pattern}
      or unaccent(o.name) ilike unaccent(${pattern}))
    order by c.label, c.id limit ${most}`.execute(db);
  return found.rows;
}

export interface FoundMember {
  id: string;
  organisationId: string;
  account: string;
  name: string;
  position: string;
}

/** Colleagues only: names, never addresses, so that a search cannot tell which address is known. */
export async function searchMembers({ db, actor, now }: Context, query: string): Promise<FoundMember[]> {
  const found = await sql<FoundMember>`select m.id, m.organisation_id, a.id as account, a.name, m.position
    from membership m join account a on a.id = m.account_id and a.disabled_at is null
    where m.organisation_id = ${organisationOf(actor)} and m.suspended_at is null
      and (m.valid_until is null or m.valid_until >= ${parisDay(now)}::date)
      and unaccent(a.name) ilike unaccent(${patternOf(query)})
    order by a.name, m.id limit ${most}`.execute(db);
  return found.rows;
}

function patternOf(query: string): string {
  return `%${query.replaceAll(/[\\%_]/gu, '\\$&')}%`;
}
