/** The secret address of a calendar: one per account and organisation, read many times, ended by its owner. Runs as the gate. */
import { sql } from 'kysely';
import type { OrganisationKind, Position } from '#domain/position.ts';
import type { Transaction } from './transaction.ts';

export interface CalendarOwner {
  account: string;
  organisation: string;
}

export async function keepCalendarLink(
  db: Transaction,
  { tokenHash, owner, expiresAt, now }: { tokenHash: string; owner: CalendarOwner; expiresAt: Date; now: Date },
): Promise<void> {
  const { account: accountId, organisation: organisationId } = owner;
  await db
    .insertInto('linkToken')
    .values({ tokenHash, purpose: 'calendar', accountId, organisationId, expiresAt, createdAt: now })
    .execute();
}

/** How many were open. */
export async function endCalendarLinks(db: Transaction, owner: CalendarOwner, now: Date): Promise<number> {
  const ended = await db
    .updateTable('linkToken')
    .set({ usedAt: now })
    .where('purpose', '=', 'calendar')
    .where('accountId', '=', owner.account)
    .where('organisationId', '=', owner.organisation)
    .where('usedAt', 'is', null)
    .executeTakeFirst();
  return Number(ended.numUpdatedRows);
}

export async function openCalendarLink(
  db: Transaction,
  owner: CalendarOwner,
  now: Date,
): Promise<{ createdAt: Date; expiresAt: Date } | null> {
  const found = await db
    .selectFrom('linkToken')
    .select(['createdAt', 'expiresAt'])
    .where('purpose', '=', 'calendar')
    .where('accountId', '=', owner.account)
    .where('organisationId', '=', owner.organisation)
    .where('usedAt', 'is', null)
    .where('expiresAt', '>', now)
    .executeTakeFirst();
  return found ?? null;
}

export interface CalendarReader extends CalendarOwner {
  membership: string;
  position: Position;
  administers: boolean;
  organisationName: string;
  organisationKind: OrganisationKind;
}

/** Whose calendar this is today: nobody's once the account, the membership or the organisation is closed. */
export async function readerOfCalendar(
  db: Transaction,
  { tokenHash, today, now }: { tokenHash: string; today: string; now: Date },
): Promise<CalendarReader | null> {
  const found = await sql<CalendarReader>`
    select a.id as account, o.id as organisation, m.id as membership, m.position, m.administers,
      o.name as organisation_name, o.kind as organisation_kind
    from link_token t
    join account a on a.id = t.account_id and a.disabled_at is null
    join organisation o on o.id = t.organisation_id and o.closed_at is null
    join membership m on m.account_id = a.id and m.organisation_id = o.id and m.suspended_at is null
      and (m.valid_until is null or m.valid_until >= ${today}::date)
    where t.token_hash = ${tokenHash} and t.purpose = 'calendar' and t.used_at is null and t.expires_at > ${now}
    order by m.id limit 1`.execute(db);
  return found.rows[0] ?? null;
}
