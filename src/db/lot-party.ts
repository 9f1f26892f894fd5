/** Companies and inclusion structures on a lot: written when a market is registered, split, and by those who keep contacts. */
import { randomUUID } from 'node:crypto';
import type { Day } from '#domain/day.ts';
import type { Minutes } from '#domain/minutes.ts';
import type { Transaction } from './transaction.ts';

export interface NewParty {
  lotId: string;
  marketId: string;
  organisationId: string;
  role: 'holder' | 'lead' | 'joint' | 'subcontractor' | 'inclusion';
  underId?: string | null;
  actOn?: Day | null;
  shareMinutes?: Minutes | null;
  contactName?: string;
  contactEmail?: string;
  contactPhone?: string;
}

export async function insertLotParty({ db, now }: { db: Transaction; now: Date }, party: NewParty): Promise<string> {
  const id = randomUUID();
  await db
    .insertInto('lotParty')
    .values({ id, ...party, createdAt: now })
    .execute();
  return id;
}

export type PartyChange = Partial<
  Omit<NewParty, 'lotId' | 'marketId' | 'organisationId'> & {
    delegateName: string;
    delegateEmail: string;
    delegateUntil: Day | null;
    /** Gone from the lot; null when she comes back. */
    endedOn: Day | null;
    answeredAt: Date;
    bouncedAt: Date | null;
  }
>;

/** null: somebody changed it meanwhile, or it is not hers to change. */
export async function updateLotParty(
  { db }: { db: Transaction },
  { id, version, ...fields }: { id: string; version: number } & PartyChange,
): Promise<string | null> {
  const changed = await db
    .updateTable('lotParty')
    .set({ ...fields, version: version + 1 })
    .where('id', '=', id)
    .where('version', '=', version)
    .returning('id')
    .executeTakeFirst();
  return changed?.id ?? null;
}
