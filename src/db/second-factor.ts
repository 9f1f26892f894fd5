/** The second factor of an account and its recovery codes: only sealed secrets and hashes are kept. Runs as the gate. */
import type { Transaction } from './transaction.ts';

export async function keepSecondFactor(
  db: Transaction,
  { account, secretSealed, counter, now }: { account: string; secretSealed: string; counter: number; now: Date },
): Promise<void> {
  const kept = { secretSealed, confirmedAt: now, lastCounter: counter };
  await db
    .insertInto('secondFactor')
    .values({ accountId: account, createdAt: now, ...kept })
    .onConflict((conflict) => conflict.column('accountId').doUpdateSet(kept))
    .execute();
}

export async function removeSecondFactor(db: Transaction, account: string): Promise<boolean> {
  const removed = await db.deleteFrom('secondFactor').where('accountId', '=', account).returning('accountId').execute();
  return removed.length > 0;
}

/** The former codes stop working at once. */
export async function replaceRecoveryCodes(
  db: Transaction,
  { account, hashes, now }: { account: string; hashes: readonly string[]; now: Date },
): Promise<void> {
  await db.deleteFrom('recoveryCode').where('accountId', '=', account).execute();
  if (hashes.length === 0) return;
  await db
    .insertInto('recoveryCode')
    .values(hashes.map((codeHash) => ({ accountId: account, codeHash, createdAt: now })))
    .execute();
}
