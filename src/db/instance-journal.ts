/** Reads the chain of the instance, newest first. Runs as the gate, to which the other chains do not show. */
import { sql } from 'kysely';
import type { EventRow } from '#domain/journal-entry.ts';
import type { Transaction } from './transaction.ts';

export type InstanceEvent = EventRow & { organisationName: string | null };

/** Only the operator's people have a name here; `after` is older than this entry. */
export async function listInstanceEvents(
  { db }: { db: Transaction },
  { after, limit }: { after: number | null; limit: number },
): Promise<InstanceEvent[]> {
  const found = await sql<InstanceEvent>`
    select e.sequence, e.at, e.action, e.subject_type, e.subject_id, e.entry, a.name as account_name, null as key_name,
      o.name || case when o.service_name = '' then '' else ' – ' || o.service_name end as organisation_name
    from audit_event e
    left join account a on a.id = e.account_id and e.entry::jsonb ->> 'office' = 'operator'
    left join organisation o on o.id::text = coalesce(e.entry::jsonb -> 'after' ->> 'organisation',
      case when e.subject_type = 'organisation' then e.subject_id end)
    where e.chain = 'instance' and (${after}::bigint is null or e.sequence < ${after}::bigint)
    order by e.sequence desc limit ${limit}`.execute(db);
  return found.rows;
}
