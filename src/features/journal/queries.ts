/** Reads the chain of one's own organisation, newest first; the sequence of the chain is the cursor. */
import { sql } from 'kysely';
import { organisationOf } from '#domain/actor.ts';
import type { AuditFamily } from '#domain/audit-families.ts';
import { prefixesOf } from '#domain/audit-families.ts';
import type { Day } from '#domain/day.ts';
import { parisBounds } from '#domain/day.ts';
import type { EventRow } from '#domain/journal-entry.ts';
import type { Context } from '#http/context.ts';

export interface JournalQuery {
  family: AuditFamily | null;
  person: string | null;
  from: Day | null;
  until: Day | null;
  /** Older than this entry. */
  after: number | null;
}

export async function listEvents(
  ctx: Pick<Context, 'db' | 'actor'>,
  { query, limit }: { query: JournalQuery; limit: number },
): Promise<EventRow[]> {
  const { family, person, from, until, after } = query;
  const conditions = [
    after === null ? null : sql`e.sequence < ${after}`,
    family === null ? null : sql`split_part(e.action, '.', 1) = any(${[...prefixesOf(family)]})`,
    person === null ? null : sql`e.account_id = ${person}::uuid`,
    from === null ? null : sql`e.at >= ${parisBounds(from).from}`,
    until === null ? null : sql`e.at < ${parisBounds(until).until}`,
  ].filter((condition) => condition !== null);
  const found = await sql<EventRow>`${events(ctx)}
    ${conditions.length === 0 ? sql`` : sql`and ${sql.join(conditions, sql` and `)}`}
    order by e.sequence desc limit ${limit}`.execute(ctx.db);
  return found.rows;
}

export async function findEvent(ctx: Pick<Context, 'db' | 'actor'>, sequence: number): Promise<EventRow | null> {
  const found = await sql<EventRow>`${events(ctx)} and e.sequence = ${sequence}`.execute(ctx.db);
  return found.rows[0] ?? null;
}

function events({ actor }: Pick<Context, 'actor'>) {
  return sql`select e.sequence, e.at, e.action, e.subject_type, e.subject_id, audit_told(e.chain, e.sequence, e.entry) as entry, a.name as account_name, k.name as key_name
    from audit_event e
    left join account a on a.id = e.account_id
    left join partner_key k on k.organisation_id = e.organisation_id and 'partner:' || k.id = e.entry::jsonb ->> 'actor'
    where e.chain = ${chainOf(actor)}`;
}

export interface Person {
  id: string;
  name: string;
}

export function listPeople({ db, actor }: Context): Promise<Person[]> {
  return db
    .selectFrom('account')
    .select(['id', 'name'])
    .where('id', 'in', (query) =>
      query
        .selectFrom('membership')
        .select('accountId')
        .where('organisationId', '=', organisationOf(actor) ?? ''),
    )
    .orderBy('name')
    .limit(500)
    .execute();
}

export interface ChainCheck {
  checkedAt: Date;
  entries: number;
  brokenAt: number | null;
}

export async function findCheck({ db, actor }: Context): Promise<ChainCheck | null> {
  const row = await db
    .selectFrom('auditCheck')
    .select(['checkedAt', 'entries', 'brokenAt'])
    .where('chain', '=', chainOf(actor))
    .executeTakeFirst();
  return row ?? null;
}

function chainOf(actor: Context['actor']): string {
  return `organisation:${organisationOf(actor) ?? ''}`;
}
