/** Who takes part in a lot has just answered: the freshest proof that she can be reached. */
import type { Transaction } from './transaction.ts';

export async function noteAnswer(
  { db, now }: { db: Transaction; now: Date },
  { lot, organisation }: { lot: string; organisation: string },
): Promise<void> {
  await db
    .updateTable('lotParty')
    .set({ answeredAt: now })
    .where('lotId', '=', lot)
    .where('organisationId', '=', organisation)
    .execute();
}
