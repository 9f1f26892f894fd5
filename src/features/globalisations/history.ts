/** What the organisation's own journal tells of one agreement; acts of the other sides are written in it too. */
import { sql } from 'kysely';
import { actionSentence } from '#domain/audit-actions.ts';
import type { Context } from '#http/context.ts';
import { capital } from '#ui/french.ts';

export interface HistoryItem {
  at: Date;
  who: string;
  what: string;
  why?: string;
}

const mostEvents = 100;

/** An entry without a colleague behind it is an act of another side. */
export async function historyOf({ db }: Context, id: string): Promise<HistoryItem[]> {
  const found = await sql<{ at: Date; action: string; entry: string; name: string | null }>`
    select e.at, e.action, e.entry, a.name from audit_event e left join account a on a.id = e.account_id
    where e.organisation_id = current_organisation() and e.subject_type = 'globalisation' and e.subject_id = ${id}
    order by e.sequence desc limit ${mostEvents}`.execute(db);
  return found.rows.map(({ at, action, entry, name }) => ({
    at,
    who: name ?? 'Une autre organisation de l’accord',
    what: capital(actionSentence(action)),
    ...whyOf(entry),
  }));
}

function whyOf(entry: string): { why?: string } {
  const read: unknown = JSON.parse(entry);
  if (typeof read !== 'object' || read === null || !('reason' in read)) return {};
  return typeof read.reason === 'string' && read.reason !== '' ? { why: read.reason } : {};
}
