/** Secrets sent for one purpose and one use: only their hash is kept. Runs as the gate. */
import type { LinkToken } from './schema.ts';
import type { Transaction } from './transaction.ts';

export interface KeptLink {
  accountId: string | null;
  organisationId: string | null;
  subjectId: string | null;
  detail: unknown;
  expiresAt: Date;
}

export async function keepLinkToken(
  db: Transaction,
  link: {
    tokenHash: string;
    purpose: LinkToken['purpose'];
    /** Absent while nobody is known: the first start, a passkey or ProConnect sign-in under way. */
    account?: string | null;
    detail?: Record<string, unknown>;
    expiresAt: Date;
    now: Date;
  },
): Promise<void> {
  const { tokenHash, purpose, account = null, detail = {}, expiresAt, now } = link;
  await db
    .insertInto('linkToken')
    .values({
      tokenHash,
      purpose,
      accountId: account,
      detail: JSON.stringify(detail),
      expiresAt,
      createdAt: now,
    })
    .execute();
}

/** Looks without consuming: mail scanners open links too. */
export async function findLinkToken(
  db: Transaction,
  { tokenHash, purpose, now }: { tokenHash: string; purpose: LinkToken['purpose']; now: Date },
): Promise<KeptLink | null> {
  const row = await db
    .selectFrom('linkToken')
    .select(['accountId', 'organisationId', 'subjectId', 'detail', 'expiresAt'])
    .where('tokenHash', '=', tokenHash)
    .where('purpose', '=', purpose)
    .where('usedAt', 'is', null)
    .where('expiresAt', '>', now)
    .executeTakeFirst();
  return row ?? null;
}

/** Consumes: of two who come at once, one gets the link and the other null. */
export async function takeLinkToken(
  db: Transaction,
  { tokenHash, purpose, now }: { tokenHash: string; purpose: LinkToken['purpose']; now: Date },
): Promise<KeptLink | null> {
  const row = await db
    .updateTable('linkToken')
    .set({ usedAt: now })
    .where('tokenHash', '=', tokenHash)
    .where('purpose', '=', purpose)
    .where('usedAt', 'is', null)
    .where('expiresAt', '>', now)
    .returning(['accountId', 'organisationId', 'subjectId', 'detail', 'expiresAt'])
    .executeTakeFirst();
  return row ?? null;
}
