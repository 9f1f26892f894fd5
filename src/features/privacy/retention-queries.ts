/** Durations, notices and holds of a structure. */
import { sql } from 'kysely';
import type { Day } from '#domain/day.ts';
import { parisDay } from '#domain/day.ts';
import type { RetentionDeed, RetentionMonths } from '#domain/retention-rules.ts';
import { monthsInForce } from '#domain/retention-rules.ts';
import type { Context } from '#http/context.ts';

export async function readOwnMonths({ db }: Context): Promise<RetentionMonths> {
  const found = await sql<{ rule: string; months: number }>`
    select distinct on (rule) rule, months from retention_setting where organisation_id = current_organisation()
    order by rule, created_at desc`.execute(db);
  return monthsInForce(found.rows);
}

export async function insertSetting(
  { db, now }: Context,
  setting: {
    organisationId: string;
    rule: string;
    months: number;
    reason: string;
    fromDay: Day;
    createdBy: string | null;
  },
): Promise<void> {
  await db
    .insertInto('retentionSetting')
    .values({ ...setting, createdAt: now })
    .execute();
}

export interface NoticeRow {
  id: string;
  personId: string;
  name: string;
  deed: RetentionDeed;
  dueOn: Day;
  notifiedOn: Day;
  version: number;
  held: boolean;
}

export async function listNotices({ db, now }: Context): Promise<NoticeRow[]> {
  const today = parisDay(now);
  const found = await sql<NoticeRow>`
    select n.id, n.person_id, p.family_name || ' ' || p.given_name as name, n.deed, n.due_on, n.notified_on, n.version,
      exists (select from legal_hold h where h.lifted_on is null and h.until_day >= ${today}::date and (h.person_id = p.id
        or h.market_id in (select market_id from employment_contract c where c.person_id = p.id and c.state <> 'removed')))
      or exists (select from rights_request r where r.person_id = p.id and r.state in ('received', 'under-review')) as held
    from retention_notice n join person p on p.id = n.person_id
    where n.holder_id = current_organisation() and n.state = 'open' order by n.due_on, n.id limit 200`.execute(db);
  return found.rows;
}

export async function lockNotice({ db }: Context, id: string): Promise<NoticeRow | null> {
  const found = await sql<NoticeRow>`
    select n.id, n.person_id, '' as name, n.deed, n.due_on, n.notified_on, n.version, false as held
    from retention_notice n where n.id::text = ${id} and n.holder_id = current_organisation() and n.state = 'open' for update`.execute(
    db,
  );
  return found.rows[0] ?? null;
}

export async function keepNotice(
  { db }: Context,
  { id, keptBy, closedOn }: { id: string; keptBy: string | null; closedOn: Day },
): Promise<void> {
  await db
    .updateTable('retentionNotice')
    .set((row) => ({ state: 'kept' as const, keptBy, closedOn, version: row('version', '+', 1) }))
    .where('id', '=', id)
    .execute();
}

export interface DoneRow {
  deed: RetentionDeed;
  month: string;
  count: number;
}

/** What was erased, by month: the ledger names nobody. */
export async function listDone({ db }: Context): Promise<DoneRow[]> {
  const found = await sql<DoneRow>`
    select deed, to_char(erased_at at time zone 'Europe/Paris', 'YYYY-MM') as month, count(*)::integer as count from erasure
    where organisation_id = current_organisation() group by 1, 2 order by 2 desc, 1 limit 60`.execute(db);
  return found.rows;
}
