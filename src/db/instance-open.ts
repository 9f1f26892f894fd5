/** The first start: the instance opens once, with the organisation that runs it. Runs as the gate. */
import type { Transaction } from './transaction.ts';

/** false: already open. Two who come at once wait for each other here. */
export async function openInstance(db: Transaction, now: Date): Promise<boolean> {
  const opened = await db
    .updateTable('instance')
    .set({ openedAt: now })
    .where('openedAt', 'is', null)
    .returning('one')
    .execute();
  return opened.length === 1;
}

export async function insertOperator(db: Transaction, now: Date, name: string): Promise<string> {
  const row = await db
    .insertInto('organisation')
    .values({ kind: 'operator', identifierType: 'NONE', name, createdAt: now })
    .returning('id')
    .executeTakeFirstOrThrow();
  return row.id;
}

/** A new set-up link ends the former ones. */
export async function endSetUpLinks(db: Transaction, now: Date): Promise<void> {
  await db
    .updateTable('linkToken')
    .set({ usedAt: now })
    .where('purpose', '=', 'set-up')
    .where('usedAt', 'is', null)
    .execute();
}
