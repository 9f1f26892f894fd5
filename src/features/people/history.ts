/** What was done about a person and her contracts, newest first; who only reads the verdict reads no reason. */
import { sql } from 'kysely';
import { may } from '#domain/access.ts';
import { actionSentence } from '#domain/audit-actions.ts';
import type { Context } from '#http/context.ts';

export interface Deed {
  at: Date;
  who: string;
  what: string;
  why: string;
}

const shownDeeds = 30;

export async function listDeeds(ctx: Context, subjects: readonly string[]): Promise<Deed[]> {
  const found = await sql<{ at: Date; action: string; name: string | null; reason: string | null }>`
    select e.at, e.action, a.name, audit_told(e.chain, e.sequence, e.entry)::jsonb ->> 'reason' as reason
    from audit_event e left join account a on a.id = e.account_id
    where e.organisation_id = current_organisation() and e.subject_id = any(${[...subjects]})
      and e.action not like '%read'
    order by e.at desc, e.sequence desc limit ${shownDeeds}`.execute(ctx.db);
  const reasons = may(ctx.actor, 'eligibility.decide').allowed;
  return found.rows.map(({ at, action, name, reason }) => ({
    at,
    who: name ?? 'Un programme',
    what: capitalised(actionSentence(action)),
    why: reasons ? (reason ?? '') : '',
  }));
}

/** The author stands under the sentence, which then begins with its verb. */
function capitalised(sentence: string): string {
  return `${sentence.charAt(0).toUpperCase()}${sentence.slice(1)}.`;
}
