/** Ties a professional identity (issuer, subject) to one account. Runs as the gate. */
import type { Transaction } from './transaction.ts';

export interface IdentityName {
  issuer: string;
  subject: string;
}

/** false: this identity already belongs to an account. */
export async function tieIdentity(
  db: Transaction,
  now: Date,
  { issuer, subject, account }: IdentityName & { account: string },
): Promise<boolean> {
  const tied = await db
    .insertInto('professionalIdentity')
    .values({ issuer, subject, accountId: account, createdAt: now, lastUsedAt: now })
    .onConflict((conflict) => conflict.columns(['issuer', 'subject']).doNothing())
    .returning('accountId')
    .execute();
  return tied.length === 1;
}

export async function markIdentity(db: Transaction, now: Date, { issuer, subject }: IdentityName): Promise<void> {
  await db
    .updateTable('professionalIdentity')
    .set({ lastUsedAt: now })
    .where('issuer', '=', issuer)
    .where('subject', '=', subject)
    .execute();
}
