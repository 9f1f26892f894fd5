/** Tells the referent who proposed a person what became of her: a letter without a name, which opens the referent's own list. */
import { sql } from 'kysely';
import type { Actor } from '#domain/actor.ts';
import { post } from './outbox.ts';
import type { Transaction } from './transaction.ts';

export type ReferralNews = 'proposed' | 'interview' | 'hired' | 'rejected' | 'withdrawn' | 'no-show';

/** Written as the gate: the organisation that acts may neither read who proposed the person nor keep the letter. */
export async function tellReferent(
  { db, now }: { db: Transaction; actor: Actor; now: Date },
  { personId, what }: { personId: string; what: ReferralNews },
): Promise<void> {
  const role = await sql<{ before: string }>`
    select current_setting('role') as before, set_config('role', 'guichet_gate', true)`.execute(db);
  const found = await sql<{ holderId: string; email: string }>`
    select holder_id, email from referent_to_tell(${personId})`.execute(db);
  for (const { holderId, email } of found.rows) {
    await post(
      { db, now },
      { organisation: holderId, template: 'referral-news', recipient: email, parameters: { what } },
    );
  }
  await sql`select set_config('role', ${role.rows[0]?.before ?? 'none'}, true)`.execute(db);
}
