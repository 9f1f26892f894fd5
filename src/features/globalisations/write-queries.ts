/** Writes globalisation agreements, their lots and their signatures. */
import { randomUUID } from 'node:crypto';
import type { Signature } from '#domain/agreement.ts';
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

/** Everybody is asked anew: what was signed before was not these terms. */
export async function setSignatories(
  { db }: Context,
  { id, signatories }: { id: string; signatories: readonly Pick<Signature, 'organisation' | 'capacity'>[] },
): Promise<void> {
  await db.deleteFrom('globalisationSignature').where('globalisationId', '=', id).execute();
  await db
    .insertInto('globalisationSignature')
    .values(
      signatories.map(({ organisation, capacity }) => ({
        globalisationId: id,
        organisationId: organisation,
        capacity,
        signedOn: null,
      })),
    )
    .execute();
}

export interface Answer {
  id: string;
  organisation: string;
  decision: Signature['decision'];
  signedOn: Day | null;
  reason: string;
  by: { organisation: string | null; account: string | null; at: Date | null };
}

export async function answerSignature(
  { db }: Context,
  { id, organisation, decision, signedOn, reason, by }: Answer,
): Promise<void> {
  await db
    .updateTable('globalisationSignature')
    .set({
      decision,
      signedOn,
      reason,
      recordedByOrganisationId: by.organisation,
      recordedBy: by.account,
      decidedAt: by.at,
    })
    .where('globalisationId', '=', id)
    .where('organisationId', '=', organisation)
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
