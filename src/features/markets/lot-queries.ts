/** Reads and writes lots. */
import { randomUUID } from 'node:crypto';
import type { Day } from '#domain/day.ts';
import type { LotState } from '#domain/lot-state.ts';
import type { Context } from '#http/context.ts';

export interface LotRow {
  id: string;
  marketId: string;
  number: number;
  title: string;
  trade: string;
  state: LotState;
  notifiedOn: Day | null;
  startsOn: Day | null;
  endsOn: Day | null;
  version: number;
}

const columns = [
  'id',
  'marketId',
  'number',
  'title',
  'trade',
  'state',
  'notifiedOn',
  'startsOn',
  'endsOn',
  'version',
] as const;

export async function findLot({ db }: Context, id: string): Promise<LotRow | null> {
  return (await db.selectFrom('lot').select(columns).where('id', '=', id).executeTakeFirst()) ?? null;
}

export async function lockLot({ db }: Context, id: string): Promise<LotRow | null> {
  const row = await db.selectFrom('lot').select(columns).where('id', '=', id).forUpdate().executeTakeFirst();
  return row ?? null;
}

export function listLots({ db }: Context, marketId: string): Promise<LotRow[]> {
  return db.selectFrom('lot').select(columns).where('marketId', '=', marketId).orderBy('number').execute();
}

/** Without asking the row back: who adds it may only see it once the triggers drew who has a role on it. */
export async function insertLot({ db, now }: Context, lot: Omit<LotRow, 'id' | 'version'>): Promise<string> {
  const id = randomUUID();
  await db
    .insertInto('lot')
    .values({ id, ...lot, createdAt: now })
    .execute();
  return id;
}

export async function updateLot(
  { db }: Context,
  { id, version, ...fields }: Partial<Omit<LotRow, 'id' | 'marketId'>> & { id: string; version: number },
): Promise<void> {
  await db
    .updateTable('lot')
    .set({ ...fields, version: version + 1 })
    .where('id', '=', id)
    .execute();
}
