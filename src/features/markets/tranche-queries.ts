/** Reads and writes tranches, and the history both sides read. */
import { randomUUID } from 'node:crypto';
import { accountOf } from '#domain/actor.ts';
import type { Day } from '#domain/day.ts';
import { parisDay } from '#domain/day.ts';
import type { Minutes } from '#domain/minutes.ts';
import type { TrancheAct } from '#domain/tranche.ts';
import type { Context } from '#http/context.ts';

export interface TrancheFields {
  number: number;
  conditional: boolean;
  minutes: Minutes;
  affirmedOn: Day | null;
  startsOn: Day | null;
  endsOn: Day | null;
}

export interface TrancheRow extends TrancheFields {
  id: string;
  lotId: string;
  marketId: string;
  version: number;
  removedAt: Date | null;
}

const columns = [
  'id',
  'lotId',
  'marketId',
  'number',
  'conditional',
  'minutes',
  'affirmedOn',
  'startsOn',
  'endsOn',
  'version',
  'removedAt',
] as const;

/** Those that stand. */
export function listTranches({ db }: Context, lotId: string): Promise<TrancheRow[]> {
  return db
    .selectFrom('tranche')
    .select(columns)
    .where('lotId', '=', lotId)
    .where('removedAt', 'is', null)
    .orderBy('number')
    .execute();
}

export async function findTranche({ db }: Context, id: string): Promise<TrancheRow | null> {
  return (await db.selectFrom('tranche').select(columns).where('id', '=', id).executeTakeFirst()) ?? null;
}

export async function insertTranche(
  { db }: Context,
  tranche: TrancheFields & { lotId: string; marketId: string },
): Promise<string> {
  const id = randomUUID();
  await db
    .insertInto('tranche')
    .values({ id, ...tranche })
    .execute();
  return id;
}

export async function updateTranche(
  { db }: Context,
  { id, version, ...fields }: Partial<TrancheFields> & { id: string; version: number; removedAt?: Date | null },
): Promise<void> {
  await db
    .updateTable('tranche')
    .set({ ...fields, version: version + 1 })
    .where('id', '=', id)
    .execute();
}

export interface TrancheStepRow {
  act: TrancheAct;
  trancheNumber: number;
  onDay: Day;
  minutes: Minutes;
  reason: string;
  createdAt: Date;
  /** Somebody of the reader's own organisation; null for the other side. */
  name: string | null;
}

export async function insertTrancheStep(
  { db, now, actor }: Context,
  { tranche, ...step }: { tranche: TrancheRow; act: TrancheAct; minutes?: Minutes; onDay?: Day; reason?: string },
): Promise<void> {
  const { id: trancheId, lotId, marketId, minutes } = tranche;
  const kept = { minutes, onDay: parisDay(now), reason: '', ...step };
  await db
    .insertInto('trancheStep')
    .values({ trancheId, lotId, marketId, ...kept, accountId: accountOf(actor), createdAt: now })
    .execute();
}

/** The latest first; of one tranche, or of all those of a lot. */
export async function listTrancheSteps(
  { db }: Context,
  { lotId, trancheId }: { lotId: string; trancheId?: string },
): Promise<TrancheStepRow[]> {
  let rows = db
    .selectFrom('trancheStep')
    .innerJoin('tranche', 'tranche.id', 'trancheStep.trancheId')
    .leftJoin('account', 'account.id', 'trancheStep.accountId')
    .select([
      'trancheStep.act',
      'tranche.number as trancheNumber',
      'trancheStep.onDay',
      'trancheStep.minutes',
      'trancheStep.reason',
      'trancheStep.createdAt',
      'account.name',
    ])
    .where('trancheStep.lotId', '=', lotId);
  if (trancheId !== undefined) rows = rows.where('trancheStep.trancheId', '=', trancheId);
  return await rows.orderBy('trancheStep.createdAt', 'desc').limit(60).execute();
}
