/** Reads the technical state of the instance: counts, sizes and dates, nobody's data. Runs as the gate. */
import { sql } from 'kysely';
import type { OrganisationKind } from '#domain/position.ts';
import type { Context } from '#http/context.ts';

export interface DatabaseState {
  engine: string;
  bytes: number;
  migration: string;
}

export async function readDatabase({ db }: Context): Promise<DatabaseState> {
  const found = await sql<DatabaseState>`
    select current_setting('server_version') as engine, pg_database_size(current_database()) as bytes,
      (select name from guichet_migration order by number desc limit 1) as migration`.execute(db);
  return found.rows[0] ?? { engine: '', bytes: 0, migration: '' };
}

export interface MailsState {
  waiting: number;
  late: number;
  failed: number;
}

/** Late: due for a quarter of an hour; somebody should look at the jobs. */
export async function countMails({ db, now }: Context): Promise<MailsState> {
  const since = new Date(now.getTime() - 15 * 60_000);
  const found = await sql<MailsState>`
    select count(*) filter (where status in ('waiting', 'sending')) as waiting,
      count(*) filter (where status in ('waiting', 'sending') and next_attempt_at < ${since}) as late,
      count(*) filter (where status = 'failed') as failed
    from outbox where status in ('waiting', 'sending', 'failed')`.execute(db);
  return found.rows[0] ?? { waiting: 0, late: 0, failed: 0 };
}

export interface QueueState {
  name: string;
  waiting: number;
  active: number;
  failed: number;
  lastDone: Date | null;
}

/** Nothing where the queues were not prepared yet. */
export async function readQueues({ db }: Context): Promise<QueueState[] | null> {
  const there = await sql<{ there: boolean }>`select to_regclass('pgboss.job') is not null as there`.execute(db);
  if (there.rows[0]?.there !== true) return null;
  const found = await sql<QueueState>`
    select name, count(*) filter (where state in ('created', 'retry')) as waiting,
      count(*) filter (where state = 'active') as active, count(*) filter (where state = 'failed') as failed,
      max(completed_on) filter (where state = 'completed') as last_done
    from pgboss.job where name not like '\\_\\_%' group by name order by name`.execute(db);
  return found.rows;
}

export interface ChainsState {
  checkedAt: Date | null;
  chains: number;
  broken: number;
}

export async function readChains({ db }: Context): Promise<ChainsState> {
  const found = await sql<ChainsState>`
    select min(checked_at) as checked_at, count(*) as chains, count(broken_at) as broken from audit_check`.execute(db);
  return found.rows[0] ?? { checkedAt: null, chains: 0, broken: 0 };
}

export async function countOrganisations({ db }: Context): Promise<{ kind: OrganisationKind; count: number }[]> {
  const found = await sql<{ kind: OrganisationKind; count: number }>`
    select kind, count(*) as count from organisation where closed_at is null group by kind order by kind`.execute(db);
  return found.rows;
}

export interface OrganisationRow {
  id: string;
  name: string;
  kind: OrganisationKind;
  closedAt: Date | null;
}

export const organisationsPerPage = 50;

/** Names and kinds only. One more row than a page, to know whether there is a next one. */
export async function listOrganisations(
  { db }: Context,
  { search, kind, after }: { search: string; kind: OrganisationKind | null; after: string | null },
): Promise<OrganisationRow[]> {
  const pattern = `%${search.replaceAll(/[\\%_]/gu, '\\$&')}%`;
  const found = await sql<OrganisationRow>`
    select id, name || case when service_name = '' then '' else ' – ' || service_name end as name, kind, closed_at
    from organisation o
    where (${search} = '' or unaccent(o.name || ' ' || o.service_name) ilike unaccent(${pattern}))
      and (${kind}::text is null or o.kind = ${kind})
      and (${after}::uuid is null or (o.name, o.id) > (select p.name, p.id from organisation p where p.id = ${after}::uuid))
    order by o.name, o.id limit ${organisationsPerPage + 1}`.execute(db);
  return found.rows;
}
