/** Reads what the operator needs to help one organisation: what it is, how many work there, who administers it. Runs as the gate. */
import { sql } from 'kysely';
import { parisDay } from '#domain/day.ts';
import type { OrganisationKind } from '#domain/position.ts';
import type { Context } from '#http/context.ts';

export interface HelpedOrganisation {
  id: string;
  name: string;
  kind: OrganisationKind;
  identifierType: string;
  identifier: string | null;
  closedAt: Date | null;
  members: number;
}

export async function findHelped({ db, now }: Context, id: string): Promise<HelpedOrganisation | null> {
  const found = await sql<HelpedOrganisation>`
    select o.id, o.name || case when o.service_name = '' then '' else ' – ' || o.service_name end as name,
      o.kind, o.identifier_type, o.identifier, o.closed_at,
      (select count(distinct m.account_id) from membership m
        where m.organisation_id = o.id and m.suspended_at is null
          and (m.valid_until is null or m.valid_until >= ${parisDay(now)}::date)) as members
    from organisation o where o.id = ${id}`.execute(db);
  return found.rows[0] ?? null;
}

export interface AdministratorName {
  membership: string;
  account: string;
  name: string;
}

/** Names only: the operator checks who writes to her by other means than this page. */
export async function listAdministratorNames({ db, now }: Context, organisation: string): Promise<AdministratorName[]> {
  const found = await sql<AdministratorName>`
    select m.id as membership, a.id as account, a.name
    from membership m join account a on a.id = m.account_id and a.disabled_at is null
    where m.organisation_id = ${organisation} and m.administers and m.suspended_at is null
      and (m.valid_until is null or m.valid_until >= ${parisDay(now)}::date)
    order by a.name, m.id`.execute(db);
  return found.rows;
}

export async function isInvitationWaiting(
  { db }: Context,
  { organisation, email }: { organisation: string; email: string },
): Promise<boolean> {
  const found = await sql`
    select from invitation where organisation_id = ${organisation} and email = ${email}
      and accepted_at is null and withdrawn_at is null`.execute(db);
  return found.rows.length > 0;
}
