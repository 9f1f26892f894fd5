/** Lets an account into an organisation, by its invitation or at the first start. Runs as the gate. */
import type { Day } from '#domain/day.ts';
import type { Membership } from './schema.ts';
import type { Transaction } from './transaction.ts';

export async function insertMembership(
  db: Transaction,
  now: Date,
  membership: {
    organisationId: string;
    accountId: string;
    position: Membership['position'];
    administers: boolean;
    validUntil?: Day | null;
  },
): Promise<string> {
  const row = await db
    .insertInto('membership')
    .values({ ...membership, createdAt: now })
    .returning('id')
    .executeTakeFirstOrThrow();
  return row.id;
}

/** false: somebody accepted or withdrew it meanwhile. */
export async function markInvitationAccepted(db: Transaction, now: Date, id: string): Promise<boolean> {
  const accepted = await db
    .updateTable('invitation')
    .set((row) => ({ acceptedAt: now, version: row('version', '+', 1) }))
    .where('id', '=', id)
    .where('acceptedAt', 'is', null)
    .where('withdrawnAt', 'is', null)
    .returning('id')
    .execute();
  return accepted.length === 1;
}
