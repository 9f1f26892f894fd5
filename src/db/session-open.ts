/** Opens, confirms and ends the sessions of an account. Runs as the gate, the only role that reads their secrets. */
import type { Session } from './schema.ts';
import type { Transaction } from './transaction.ts';

export interface NewSession {
  tokenHash: string;
  accountId: string;
  membershipId: string | null;
  device: string;
  method: Session['method'];
  secondFactor: boolean;
  strongUntil: Date | null;
  expiresAt: Date;
  oidcIdToken: string | null;
}

export async function insertSession(db: Transaction, now: Date, session: NewSession): Promise<string> {
  const row = await db
    .insertInto('session')
    .values({ ...session, createdAt: now, seenAt: now })
    .returning('id')
    .executeTakeFirstOrThrow();
  return row.id;
}

/** The person has just proved who she is: another token, and a while during which dangerous pages open. */
export async function strengthenSession(
  db: Transaction,
  confirmed: { session: string; tokenHash: string; strongUntil: Date; secondFactor: boolean },
): Promise<{ expiresAt: Date } | null> {
  const { session, tokenHash, strongUntil, secondFactor } = confirmed;
  const row = await db
    .updateTable('session')
    .set({ tokenHash, strongUntil, ...(secondFactor && { secondFactor }) })
    .where('id', '=', session)
    .where('revokedAt', 'is', null)
    .returning('expiresAt')
    .executeTakeFirst();
  return row ?? null;
}

/** Answers what the sign-in server must hear again to close its own session, and forgets it here. */
export async function closeSession(db: Transaction, session: string, now: Date): Promise<string | null> {
  const row = await db
    .selectFrom('session')
    .select('oidcIdToken')
    .where('id', '=', session)
    .where('revokedAt', 'is', null)
    .forUpdate()
    .executeTakeFirst();
  if (row === undefined) return null;
  await db.updateTable('session').set({ revokedAt: now, oidcIdToken: null }).where('id', '=', session).execute();
  return row.oidcIdToken;
}

export async function endAllSessions(db: Transaction, account: string, now: Date): Promise<void> {
  await db
    .updateTable('session')
    .set({ revokedAt: now, oidcIdToken: null })
    .where('accountId', '=', account)
    .where('revokedAt', 'is', null)
    .execute();
}
