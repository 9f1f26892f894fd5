/** Changes to an open session: another token, a stronger proof, another organisation, its end. Whose it is always stands in the filter. */
import type { Transaction } from './transaction.ts';

interface Changes {
  membershipId?: string;
  secondFactor?: boolean;
}

/** The same session under another token: a copy of the former one opens nothing. Runs as the gate. */
export async function rotateSession(
  db: Transaction,
  { session, account, tokenHash, ...changes }: { session: string; account: string; tokenHash: string } & Changes,
): Promise<{ expiresAt: Date } | null> {
  const row = await db
    .updateTable('session')
    .set({ tokenHash, ...changes })
    .where('id', '=', session)
    .where('accountId', '=', account)
    .where('revokedAt', 'is', null)
    .returning('expiresAt')
    .executeTakeFirst();
  return row ?? null;
}

/** false: not one of this account's open sessions. */
export async function endSession(
  db: Transaction,
  { session, account, now }: { session: string; account: string; now: Date },
): Promise<boolean> {
  const ended = await db
    .updateTable('session')
    .set({ revokedAt: now })
    .where('id', '=', session)
    .where('accountId', '=', account)
    .where('revokedAt', 'is', null)
    .returning('id')
    .execute();
  return ended.length > 0;
}

export async function endOtherSessions(
  db: Transaction,
  { session, account, now }: { session: string; account: string; now: Date },
): Promise<number> {
  const ended = await db
    .updateTable('session')
    .set({ revokedAt: now })
    .where('id', '<>', session)
    .where('accountId', '=', account)
    .where('revokedAt', 'is', null)
    .where('expiresAt', '>', now)
    .returning('id')
    .execute();
  return ended.length;
}

/** A person loses her place: what she had opened there closes at once. Runs as the gate. */
export async function endMembershipSessions(
  db: Transaction,
  { membership, now }: { membership: string; now: Date },
): Promise<void> {
  await db
    .updateTable('session')
    .set({ revokedAt: now, oidcIdToken: null })
    .where('membershipId', '=', membership)
    .where('revokedAt', 'is', null)
    .execute();
}

/** Runs as the gate. */
export async function endOrganisationSessions(
  db: Transaction,
  { organisation, now }: { organisation: string; now: Date },
): Promise<void> {
  await db
    .updateTable('session')
    .set({ revokedAt: now, oidcIdToken: null })
    .where('revokedAt', 'is', null)
    .where('membershipId', 'in', (places) =>
      places.selectFrom('membership').select('membership.id').where('membership.organisationId', '=', organisation),
    )
    .execute();
}
