/** A mail came back for good: the contact it was sent to is shown so, on every lot where she still is. Runs as a job. */
import { sql } from 'kysely';
import type { Transaction } from './transaction.ts';

export async function noteBounce({ db, now }: { db: Transaction; now: Date }, address: string): Promise<void> {
  if (address === '') return;
  await sql`update lot_party set bounced_at = ${now}
    where ended_on is null and lower(contact_email) = lower(${address})`.execute(db);
}
