/** Whom to remind of months not declared or to correct, and when she last was. */
import { sql } from 'kysely';
import type { RawBuilder } from 'kysely';
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
  /** How often this declaration was reminded, since it was last sent back. */
  times: number;
  /** The last letter to the same address, for whatever lot of the company. */
  lastAt: Date | null;
  /** When this month itself was last told about. */
  remindedAt: Date | null;
}

interface Asked {
  today: Day;
  dueBefore?: Day;
  declarations?: readonly string[];
}

/** By telephone when there is no mail, or when the mail came back and text messages leave. */
const recipientOf = (today: Day, texts: boolean) => sql`
  case when p.delegate_email <> '' and p.delegate_until >= ${today} then lower(p.delegate_email)
    when p.contact_email = '' then p.contact_phone
    when ${texts} and p.contact_phone <> '' and p.bounced_at > coalesce(p.answered_at, '-infinity') then p.contact_phone
    else lower(p.contact_email) end`;

const sentBack = sql`d.state in ('rejected', 'partially-validated')`;

/**
 * Those due before a day, or some of them; never what was answered. A company that left is asked for the months up to
 * its departure. Rows are held: two processes remind nobody twice.
 */
export function lockOwed(ctx: Pick<Context, 'db' | 'house'>, asked: Asked): Promise<Owed[]> {
  return findOwed(ctx, asked, sql`for update of d`);
}

/** The same, to be shown. */
export function readOwed(ctx: Pick<Context, 'db' | 'house'>, asked: Asked): Promise<Owed[]> {
  return findOwed(ctx, asked, sql``);
}

async function findOwed(
  { db, house }: Pick<Context, 'db' | 'house'>,
  { today, dueBefore, declarations }: Asked,
  held: RawBuilder<unknown>,
): Promise<Owed[]> {
  const which =
    declarations === undefined ? sql`d.due_on <= ${dueBefore}` : sql`d.id = any(${[...declarations]}::uuid[])`;
  const asked = sql`(d.state in ('expected', 'late') or ${sentBack}) and ${which}`;
  const found = await sql<Owed>`
    with asked as materialized (select distinct d.company_id from declaration d where ${asked}),
    reach as materialized (
      select distinct on (p.lot_id, p.organisation_id) p.id, p.lot_id, p.organisation_id, p.ended_on,
        ${recipientOf(today, house.sms.leaves)} as recipient
      from lot_party p join asked on asked.company_id = p.organisation_id
      order by p.lot_id, p.organisation_id, p.ended_on desc nulls first,
        (p.contact_email <> '' or p.delegate_email <> '' or p.contact_phone <> '') desc, p.created_at
    ), last as (
      select r.organisation_id, r.recipient, max(d.reminded_at[cardinality(d.reminded_at)]) as at from declaration d
      join reach r on r.lot_id = d.lot_id and r.organisation_id = d.company_id group by 1, 2
    )
    select d.id as declaration_id, d.company_id, r.id as party_id, d.month, r.recipient,
      (select count(*) from unnest(d.reminded_at) told
        where not (${sentBack}) or told > coalesce(d.reviewed_at, '-infinity'))::int as times,
      greatest(last.at, case when ${sentBack} then d.reviewed_at end) as last_at,
      d.reminded_at[cardinality(d.reminded_at)] as reminded_at
    from declaration d
    join reach r on r.lot_id = d.lot_id and r.organisation_id = d.company_id
    left join last on last.organisation_id = d.company_id and last.recipient = r.recipient
    where ${asked} and (r.ended_on is null or d.month <= to_char(r.ended_on, 'YYYY-MM'))
    order by d.id ${held}`.execute(db);
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
