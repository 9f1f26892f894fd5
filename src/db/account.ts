/** Changes to an account by the person it belongs to. */
import type { Transaction } from './transaction.ts';

export interface Profile {
  name: string;
  theme: 'auto' | 'light' | 'dark';
  density: 'normal' | 'compact';
  font: 'standard' | 'readable';
}

export async function writeProfile(
  db: Transaction,
  { account, version, profile }: { account: string; version: number; profile: Profile },
): Promise<void> {
  await db
    .updateTable('account')
    .set({ ...profile, version: version + 1 })
    .where('id', '=', account)
    .execute();
}

/** Runs as the gate. */
export async function writePassword(
  db: Transaction,
  { account, hash, now }: { account: string; hash: string; now: Date },
): Promise<void> {
  await db
    .updateTable('account')
    .set({ passwordHash: hash, passwordChangedAt: now })
    .where('id', '=', account)
    .execute();
}

/** Runs as the gate; an address already taken breaks the unique constraint of the table. */
export async function writeEmail(
  db: Transaction,
  { account, email }: { account: string; email: string },
): Promise<void> {
  await db
    .updateTable('account')
    .set((row) => ({ email, version: row('version', '+', 1) }))
    .where('id', '=', account)
    .execute();
}

export async function writeLastMembership(
  db: Transaction,
  { account, membership }: { account: string; membership: string },
): Promise<void> {
  await db.updateTable('account').set({ lastMembershipId: membership }).where('id', '=', account).execute();
}
