/** Asks for a job inside the business transaction: it exists only if the transaction commits, and holds ids only. */
import { sql } from 'kysely';
import type { Transaction } from './transaction.ts';

/** Ids and nothing else: what is about people is read again when the job runs. */
export type JobData = Readonly<Record<string, string>>;

export async function enqueue({ db }: { db: Transaction }, job: string, data: JobData = {}): Promise<void> {
  const roles = await sql<{ before: string }>`
    select current_setting('role') as before, set_config('role', 'guichet_job', true)`.execute(db);
  const inserted = await sql`
    with asked as (
      insert into pgboss.job (name, data, policy, retry_limit, retry_delay, retry_backoff, retry_delay_max,
        expire_seconds, deletion_seconds, keep_until, dead_letter, heartbeat_seconds)
      select name, ${JSON.stringify(data)}::jsonb, policy, retry_limit, retry_delay, coalesce(retry_backoff, false),
        retry_delay_max, expire_seconds, deletion_seconds, now() + retention_seconds * interval '1 second',
        dead_letter, heartbeat_seconds
      from pgboss.queue where name = ${job}
      on conflict do nothing
      returning name)
    select pg_notify('pgboss_' || left(encode(sha224('pgboss'::bytea), 'hex'), 24), ${job})
    from pgboss.queue where name = ${job} and (select count(*) from asked) >= 0`.execute(db);
  await sql`select set_config('role', ${roles.rows[0]?.before ?? 'none'}, true)`.execute(db);
  if (inserted.rows.length === 0) throw new Error(`no queue for the job ${job}: is it in the list of jobs?`);
}
