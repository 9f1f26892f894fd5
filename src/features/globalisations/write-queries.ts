/** Writes globalisation agreements and the lots they bind. */
import { randomUUID } from 'node:crypto';
import type { Day } from '#domain/day.ts';
import type { Context } from '#http/context.ts';
import type { AgreementRow } from './queries.ts';

export interface NewAgreementRow {
  companyId: string;
  proposedById: string;
  reason: string;
  fromDay: Day;
  untilDay: Day;
  replacesId: string | null;
  createdBy: string | null;
}

/** Without asking the row back: who proposes reads it once its lots are written. */
export async function insertAgreement({ db, now }: Context, row: NewAgreementRow): Promise<string> {
  const id = randomUUID();
  await db
    .insertInto('globalisation')
    .values({ id, ...row, signedOn: null, createdAt: now })
    .execute();
  return id;
}

export async function setLots(
  { db }: Context,
  { id, lots }: { id: string; lots: readonly { lotId: string; marketId: string }[] },
): Promise<void> {
  await db.deleteFrom('globalisationLot').where('globalisationId', '=', id).execute();
  await db
    .insertInto('globalisationLot')
    .values(lots.map(({ lotId, marketId }) => ({ globalisationId: id, lotId, marketId })))
    .execute();
}

/** false: somebody wrote meanwhile. */
export async function updateAgreement(
  { db }: Context,
  {
    id,
    version,
    ...fields
  }: Partial<Omit<AgreementRow, 'companyId' | 'proposedById' | 'replacesId' | 'createdAt'>> & {
    id: string;
    version: number;
  },
): Promise<boolean> {
  const updated = await db
    .updateTable('globalisation')
    .set({ ...fields, version: version + 1 })
    .where('id', '=', id)
    .where('version', '=', version)
    .executeTakeFirst();
  return updated.numUpdatedRows > 0n;
}
