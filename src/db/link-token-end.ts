/** Ends the links and ceremonies still waiting on an account whose password has just changed. Runs as the gate. */
import type { Transaction } from './transaction.ts';

export async function endAccountLinks(
  db: Transaction,
  { account, now }: { account: string; now: Date },
): Promise<void> {
  await db
    .updateTable('linkToken')
    .set({ usedAt: now })
    .where('accountId', '=', account)
    .where('purpose', 'in', ['password-reset', 'sign-in', 'second-step', 'email-change'])
    .where('usedAt', 'is', null)
    .execute();
}
