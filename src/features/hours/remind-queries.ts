/** Whom to remind of months not declared, and when she last was. */
import { sql } from 'kysely';
import type { Day } from '#domain/day.ts';
import type { Month } from '#domain/month.ts';
import type { Context } from '#http/context.ts';

export interface Owed {
  declarationId: string;
  companyId: string;
  partyId: string;
  month: Month;
  /** The named contact, or whom she delegated to until a day that has not passed; empty when nobody is known. */
  recipient: string;
  /** How often this declaration was reminded. */
  times: number;
  /** The last letter to the same address, for whatever lot of the company. */
  lastAt: Date | null;
}

const reach = (today: Day) => sql`
  select distinct on (lot_id, organisation_id) id, lot_id, organisation_id,
    lower(case when delegate_email <> '' and delegate_until >= ${today} then delegate_email else contact_email end) as recipient
  from lot_party where ended_on is null
  order by lot_id, organisation_id, (contact_email <> '' or delegate_email <> '') desc, created_at`;

/** Those due before a day, or one of them; never what was answered. Rows are held: two processes remind nobody twice. */
export async function lockOwed(
  { db }: Pick<Context, 'db'>,
  { today, dueBefore, declaration }: { today: Day; dueBefore?: Day; declaration?: string },
): Promise<Owed[]> {
  const which = declaration === undefined ? sql`d.due_on <= ${dueBefore}` : sql`d.id = ${declaration}`;
  const found = await sql<Owed>`
    with reach as (${reach(today)}), last as (
      select r.organisation_id, r.recipient, max(told) as at from declaration d
      join reach r on r.lot_id = d.lot_id and r.organisation_id = d.company_id, unnest(d.reminded_at) told group by 1, 2
    )
    select d.id as declaration_id, d.company_id, r.id as party_id, d.month, r.recipient,
      cardinality(d.reminded_at) as times, last.at as last_at
    from declaration d
    join reach r on r.lot_id = d.lot_id and r.organisation_id = d.company_id
    left join last on last.organisation_id = d.company_id and last.recipient = r.recipient
    where d.state in ('expected', 'late') and ${which}
    order by d.id for update of d`.execute(db);
  return found.rows;
}

export async function noteReminder({ db, now }: Context, declarations: readonly string[]): Promise<void> {
  await sql`update declaration set reminded_at = reminded_at || ${now}::timestamptz
    where id = any(${declarations}::uuid[])`.execute(db);
}

export async function listReminders({ db }: Context, declaration: string): Promise<Date[]> {
  const found = await sql<{ at: Date }>`
    select unnest(reminded_at) as at from declaration where id = ${declaration} order by 1 desc`.execute(db);
  return found.rows.map(({ at }) => at);
}
