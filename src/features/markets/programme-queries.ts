/** Reads and writes operations, programmes, and which programmes a market answers to. */
import { randomUUID } from 'node:crypto';
import { organisationOf } from '#domain/actor.ts';
import type { Day } from '#domain/day.ts';
import type { Context } from '#http/context.ts';

export interface OperationRow {
  id: string;
  keeperId: string;
  buyerId: string;
  name: string;
  reference: string;
  version: number;
}

const operationColumns = [
  'operation.id',
  'operation.keeperId',
  'operation.buyerId',
  'operation.name',
  'operation.reference',
  'operation.version',
] as const;

const shownAtMost = 500;

export async function findOperationRow({ db }: Context, id: string): Promise<OperationRow | null> {
  const row = await db.selectFrom('operation').select(operationColumns).where('id', '=', id).executeTakeFirst();
  return row ?? null;
}

export async function lockOperation({ db }: Context, id: string): Promise<OperationRow | null> {
  const row = await db
    .selectFrom('operation')
    .select(operationColumns)
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst();
  return row ?? null;
}

export async function insertOperation(
  { db, now }: Context,
  operation: Omit<OperationRow, 'id' | 'version'>,
): Promise<string> {
  const id = randomUUID();
  await db
    .insertInto('operation')
    .values({ id, ...operation, createdAt: now })
    .execute();
  return id;
}

export async function updateOperation(
  { db }: Context,
  { id, version, ...fields }: { id: string; version: number; name: string; reference: string },
): Promise<void> {
  await db
    .updateTable('operation')
    .set({ ...fields, version: version + 1 })
    .where('id', '=', id)
    .execute();
}

export interface ProgrammeRow {
  id: string;
  organisationId: string | null;
  code: string;
  name: string;
  targetBasisPoints: number | null;
  targetPublic: string;
  source: string;
  validFrom: Day;
  validUntil: Day | null;
}

/** National first, then one's own. */
export function listProgrammes({ db }: Context): Promise<ProgrammeRow[]> {
  return db
    .selectFrom('programme')
    .select([
      'id',
      'organisationId',
      'code',
      'name',
      'targetBasisPoints',
      'targetPublic',
      'source',
      'validFrom',
      'validUntil',
    ])
    .orderBy('organisationId', (order) => order.asc().nullsFirst())
    .orderBy('validFrom')
    .orderBy('code')
    .limit(shownAtMost)
    .execute();
}

export async function insertProgramme(
  { db, actor }: Context,
  programme: Omit<ProgrammeRow, 'id' | 'organisationId'>,
): Promise<string> {
  const id = randomUUID();
  await db
    .insertInto('programme')
    .values({ id, organisationId: organisationOf(actor), ...programme })
    .execute();
  return id;
}

export async function programmesOf({ db }: Context, marketId: string): Promise<string[]> {
  const rows = await db.selectFrom('marketProgramme').select('programmeId').where('marketId', '=', marketId).execute();
  return rows.map(({ programmeId }) => programmeId);
}

export async function setProgrammes(
  { db }: Context,
  { marketId, added, removed }: { marketId: string; added: readonly string[]; removed: readonly string[] },
): Promise<void> {
  if (removed.length > 0) {
    await db
      .deleteFrom('marketProgramme')
      .where('marketId', '=', marketId)
      .where('programmeId', 'in', removed)
      .execute();
  }
  if (added.length > 0) {
    await db
      .insertInto('marketProgramme')
      .values(added.map((programmeId) => ({ marketId, programmeId })))
      .execute();
  }
}
