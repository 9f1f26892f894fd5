/** Reads in one's own journal the step one has just made, with what stood before it. */
import { sql } from 'kysely';
import { accountOf, organisationOf } from '#domain/actor.ts';
import type { Day } from '#domain/day.ts';
import type { Context } from '#http/context.ts';

/** Source: choice of the product: a mistake is seen within the day; later, the next step says what happened. */
const undoHours = 24;

export interface OwnMove {
  from: string;
  to: string;
  notifiedOn?: Day | null;
  startsOn?: Day | null;
}

interface Told {
  before?: { state?: string; days?: { notifiedOn?: Day | null; startsOn?: Day | null } };
  after?: { state?: string };
}

/** null: the last step is not hers, is already taken back, or is too old. */
export async function findOwnMove(
  { db, actor, now }: Context,
  { kind, id }: { kind: 'market' | 'lot'; id: string },
): Promise<OwnMove | null> {
  const found = await sql<{ action: string; accountId: string | null; at: Date; entry: string }>`
    select action, account_id, at, entry from audit_event
    where organisation_id = ${organisationOf(actor)} and subject_type = ${kind} and subject_id = ${id}
      and action in (${`${kind}.moved`}, ${`${kind}.move-undone`})
    order by at desc limit 1`.execute(db);
  const [last] = found.rows;
  const since = now.getTime() - undoHours * 3_600_000;
  if (last === undefined || last.action !== `${kind}.moved` || last.at.getTime() < since) return null;
  if (last.accountId === null || last.accountId !== accountOf(actor)) return null;
  const { before, after } = JSON.parse(last.entry) as Told;
  if (before?.state === undefined || after?.state === undefined) return null;
  return { from: before.state, to: after.state, ...before.days };
}
