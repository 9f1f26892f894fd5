/** What was done, said once on the next page and kept in the list of messages. */
import { sql } from 'kysely';
import { accountOf, organisationOf } from '#domain/actor.ts';
import type { Actor } from '#domain/actor.ts';
import type { Transaction } from '#db/transaction.ts';
import type { Done } from './route.ts';

export interface Notice {
  id: string;
  tone: 'done' | 'info' | 'problem';
  message: string;
  undoAction: string | null;
}

/** How long an undo offered in a message stays open. */
const undoHours = 24;

export async function keepNotice(
  { db, identity, now }: { db: Transaction; identity: { actor: Actor }; now: Date },
  { say, undo }: Done,
): Promise<void> {
  const account = accountOf(identity.actor);
  if (say === undefined || account === null) return;
  const until = undo === undefined ? null : new Date(now.getTime() + undoHours * 3_600_000);
  await sql`insert into notice (account_id, organisation_id, tone, message, undo_action, undo_until, created_at)
    values (${account}, ${organisationOf(identity.actor)}, 'done', ${say}, ${undo ?? null}, ${until}, ${now})`.execute(
    db,
  );
}

export async function takeNotice(db: Transaction, account: string, now: Date): Promise<Notice | null> {
  const taken = await sql<Notice>`update notice set shown_at = ${now}
    where id = (select id from notice where account_id = ${account} and shown_at is null order by created_at desc limit 1
      for update skip locked)
    returning id, tone, message, undo_action`.execute(db);
  return taken.rows[0] ?? null;
}
