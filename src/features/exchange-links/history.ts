/** What the organisation's own journal tells of one link, in words; acts of the other side are written in it too. */
import { sql } from 'kysely';
import { actionSentence } from '#domain/audit-actions.ts';
import type { Context } from '#http/context.ts';

export interface HistoryItem {
  at: Date;
  who: string;
  what: string;
}

interface EventRow {
  at: Date;
  action: string;
  name: string | null;
}

const mostEvents = 100;

/** An entry without a colleague behind it is an act of the partner, or of somebody who tried the code. */
export async function historyOf(
  { db }: Context,
  { id, partner }: { id: string; partner: string },
): Promise<HistoryItem[]> {
  const found = await sql<EventRow>`
    select e.at, e.action, a.name from audit_event e left join account a on a.id = e.account_id
    where e.organisation_id = current_organisation() and e.subject_type = 'exchange-link' and e.subject_id = ${id}
    order by e.sequence desc limit ${mostEvents}`.execute(db);
  return found.rows.map(({ at, action, name }) => ({
    at,
    who: name ?? (action === 'link.code-refused' ? 'Une autre organisation' : partner),
    what: capitalised(actionSentence(action)),
  }));
}

function capitalised(sentence: string): string {
  return sentence.charAt(0).toUpperCase() + sentence.slice(1);
}
