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

/** Ends the links by which a person opened her own space. Runs as the gate. */
export async function endPersonLinks(db: Transaction, { person, now }: { person: string; now: Date }): Promise<void> {
  await db
    .updateTable('linkToken')
    .set({ usedAt: now })
    .where('subjectId', '=', person)
    .where('purpose', '=', 'person-space')
    .where('usedAt', 'is', null)
    .execute();
}
