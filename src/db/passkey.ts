/** The passkeys of an account; its owner stands in every filter. */
import type { Transaction } from './transaction.ts';

export interface NewPasskey {
  account: string;
  credentialId: string;
  publicKey: Buffer;
  counter: number;
  transports: string;
  name: string;
  now: Date;
}

/** Runs as the gate; null when this key already belongs to somebody. */
export async function keepPasskey(db: Transaction, { account, now, ...passkey }: NewPasskey): Promise<string | null> {
  const row = await db
    .insertInto('passkey')
    .values({ ...passkey, accountId: account, createdAt: now })
    .onConflict((conflict) => conflict.column('credentialId').doNothing())
    .returning('id')
    .executeTakeFirst();
  return row?.id ?? null;
}

/** Runs as the gate. */
export async function namePasskey(
  db: Transaction,
  { id, account, name }: { id: string; account: string; name: string },
): Promise<void> {
  await db.updateTable('passkey').set({ name }).where('id', '=', id).where('accountId', '=', account).execute();
}

/** Runs as the gate. */
export async function deletePasskeysOf(db: Transaction, account: string): Promise<void> {
  await db.deleteFrom('passkey').where('accountId', '=', account).execute();
}

/** Runs as the application: row security lets a person delete her own keys only. */
export async function deletePasskey(db: Transaction, { id, account }: { id: string; account: string }): Promise<void> {
  await db.deleteFrom('passkey').where('id', '=', id).where('accountId', '=', account).execute();
}
