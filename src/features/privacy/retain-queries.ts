/** Notices of retention, opened and closed by the nightly job. Runs as privacy. */
import type { RawBuilder } from 'kysely';
import { sql } from 'kysely';
import type { Day } from '#domain/day.ts';
import { parisDay } from '#domain/day.ts';
import type { RetentionDeed } from '#domain/retention-rules.ts';
import type { Context } from '#http/context.ts';

export interface OpenNotice {
  id: string;
  holderId: string | null;
  personId: string | null;
  accountId: string | null;
  deed: RetentionDeed;
}

/** false: one is open already. */
export async function openNotice(
  { db, now }: Context,
  notice: { holderId?: string; personId?: string; accountId?: string; deed: RetentionDeed; dueOn: Day },
): Promise<boolean> {
  const { holderId = null, personId = null, accountId = null, deed, dueOn } = notice;
  const opened = await sql`
    insert into retention_notice (holder_id, person_id, account_id, deed, due_on, notified_on, created_at)
    select ${holderId}::uuid, ${personId}::uuid, ${accountId}::uuid, ${deed}, ${dueOn}::date, ${parisDay(now)}::date, ${now}
    where not exists (select from retention_notice n where n.state = 'open'
      and (n.account_id = ${accountId}::uuid or (n.person_id = ${personId}::uuid
        and ${part(sql`n.deed`)} = ${part(sql`${deed}::text`)})))`.execute(db);
  return Number(opened.numAffectedRows ?? 0) > 0;
}

/** The file itself, or the part of it that goes first: one notice of each at a time, as its index says. */
function part(deed: RawBuilder<unknown>): RawBuilder<string> {
  return sql<string>`(case when ${deed} in ('erase-obstacles', 'erase-reasons') then ${deed} else 'file' end)`;
}

export async function listDueNotices(
  { db }: Context,
  { today, after, size }: { today: Day; after: string | null; size: number },
): Promise<OpenNotice[]> {
  const found = await sql<OpenNotice>`
    select id, holder_id, person_id, account_id, deed from retention_notice
    where state = 'open' and due_on <= ${today}::date and (${after}::uuid is null or id > ${after}::uuid)
    order by id limit ${size}`.execute(db);
  return found.rows;
}

export async function lockOpenNotice({ db }: Context, id: string): Promise<OpenNotice | null> {
  const found = await sql<OpenNotice>`select id, holder_id, person_id, account_id, deed from retention_notice
    where id = ${id}::uuid and state = 'open' for update skip locked`.execute(db);
  return found.rows[0] ?? null;
}

export async function closeNotice(
  { db }: Context,
  { id, state, today }: { id: string; state: 'done' | 'lapsed'; today: Day },
): Promise<void> {
  await sql`update retention_notice set state = ${state}, closed_on = ${today}::date, version = version + 1
    where id = ${id}::uuid`.execute(db);
}

export async function listRemoved({ db }: Context, before: Day): Promise<{ id: string; holderId: string }[]> {
  const found = await sql<{ id: string; holderId: string }>`select id, holder_id from person
    where removed_at < ${before}::date and anonymised_at is null order by id limit 500`.execute(db);
  return found.rows;
}

/** Not seen since that day, and still open to somebody. */
export async function listIdleAccounts({ db }: Context, since: Day): Promise<{ id: string; email: string }[]> {
  const found = await sql<{ id: string; email: string }>`
    select a.id, a.email from account a
    where a.erased_at is null and greatest(a.created_at, a.last_sign_in_at)::date <= ${since}::date
      and not exists (select from retention_notice n where n.account_id = a.id and n.state = 'open')
    order by a.id limit 500`.execute(db);
  return found.rows;
}

export async function readAccountUse({ db }: Context, account: string): Promise<Date | null> {
  const found = await sql<{ last: Date }>`select greatest(created_at, last_sign_in_at) as last from account
    where id = ${account}::uuid and erased_at is null`.execute(db);
  return found.rows[0]?.last ?? null;
}
