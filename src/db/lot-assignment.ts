/** Who follows a lot for a facilitation structure: written when a market is registered, and by those who share the work. */
import { randomUUID } from 'node:crypto';
import type { Day } from '#domain/day.ts';
import type { Transaction } from './transaction.ts';

export interface NewAssignment {
  lotId: string;
  marketId: string;
  organisationId: string;
  accountId: string | null;
  role: 'lead' | 'contributor';
  territory?: string;
  shareBasisPoints?: number;
  fromDay: Day;
  untilDay?: Day | null;
}

export async function insertLotAssignment(
  { db, now }: { db: Transaction; now: Date },
  assignment: NewAssignment,
): Promise<string> {
  const id = randomUUID();
  await db
    .insertInto('lotAssignment')
    .values({ id, ...assignment, createdAt: now })
    .execute();
  return id;
}

/** null: somebody changed it meanwhile, or it is not hers to change. */
export async function updateLotAssignment(
  { db }: { db: Transaction },
  {
    id,
    version,
    ...fields
  }: { id: string; version: number } & Partial<
    Pick<NewAssignment, 'accountId' | 'role' | 'territory' | 'shareBasisPoints' | 'untilDay'>
  >,
): Promise<string | null> {
  const changed = await db
    .updateTable('lotAssignment')
    .set({ ...fields, version: version + 1 })
    .where('id', '=', id)
    .where('version', '=', version)
    .returning('id')
    .executeTakeFirst();
  return changed?.id ?? null;
}
