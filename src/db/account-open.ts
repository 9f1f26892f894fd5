/** Creates accounts and marks their sign-ins. Runs as the gate. */
import type { Transaction } from './transaction.ts';

/** An address already taken breaks the unique constraint of the table. */
export async function insertAccount(
  db: Transaction,
  now: Date,
  account: { email: string; name: string; passwordHash: string | null },
): Promise<string> {
  const row = await db
    .insertInto('account')
    .values({ ...account, passwordChangedAt: account.passwordHash === null ? null : now, createdAt: now })
    .returning('id')
    .executeTakeFirstOrThrow();
  return row.id;
}

export async function markSignIn(
  db: Transaction,
  now: Date,
  { account, membership }: { account: string; membership: string | null },
): Promise<void> {
  await db
    .updateTable('account')
    .set({ lastSignInAt: now, ...(membership !== null && { lastMembershipId: membership }) })
    .where('id', '=', account)
    .execute();
}
