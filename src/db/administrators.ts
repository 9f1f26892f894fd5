/** The people who administer organisations, or hold a position there, today: whom to write to. */
import { sql } from 'kysely';
import { parisDay } from '#domain/day.ts';
import type { Transaction } from './transaction.ts';

export interface Administrator {
  organisation: string;
  account: string;
  email: string;
}

/** Sees its own organisation only, unless it runs as the gate. */
export async function administratorsOf(
  { db, now }: { db: Transaction; now: Date },
  organisations: readonly string[],
): Promise<Administrator[]> {
  const found = await sql<Administrator>`
    select distinct m.organisation_id as organisation, a.id as account, a.email
    from membership m join account a on a.id = m.account_id and a.disabled_at is null
    where m.organisation_id = any(${[...organisations]}::uuid[]) and m.administers and m.suspended_at is null
      and (m.valid_until is null or m.valid_until >= ${parisDay(now)}::date)`.execute(db);
  return found.rows;
}

/** Those who hold one of these positions; sees its own organisation only, unless it runs as the gate. */
export async function membersAt(
  { db, now }: { db: Transaction; now: Date },
  { organisation, positions }: { organisation: string; positions: readonly string[] },
): Promise<Administrator[]> {
  const found = await sql<Administrator>`
    select distinct m.organisation_id as organisation, a.id as account, a.email
    from membership m join account a on a.id = m.account_id and a.disabled_at is null
    where m.organisation_id = ${organisation} and m.position = any(${[...positions]}::text[]) and m.suspended_at is null
      and (m.valid_until is null or m.valid_until >= ${parisDay(now)}::date)`.execute(db);
  return found.rows;
}
