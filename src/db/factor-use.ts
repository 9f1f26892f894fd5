/** Marks the proofs that have just served, so that none serves twice. Runs as the gate. */
import type { Transaction } from './transaction.ts';

export async function markCounter(db: Transaction, account: string, counter: number): Promise<void> {
  await db.updateTable('secondFactor').set({ lastCounter: counter }).where('accountId', '=', account).execute();
}

/** Of two who bring the same code, one gets in. */
export async function takeRecoveryCode(
  db: Transaction,
  { account, codeHash, now }: { account: string; codeHash: string; now: Date },
): Promise<boolean> {
  const taken = await db
    .updateTable('recoveryCode')
    .set({ usedAt: now })
    .where('accountId', '=', account)
    .where('codeHash', '=', codeHash)
    .where('usedAt', 'is', null)
    .returning('codeHash')
    .execute();
  return taken.length === 1;
}

export async function markPasskey(
  db: Transaction,
  { id, counter, now }: { id: string; counter: number; now: Date },
): Promise<void> {
  await db.updateTable('passkey').set({ counter, lastUsedAt: now }).where('id', '=', id).execute();
}
