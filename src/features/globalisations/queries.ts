/** Reads one globalisation agreement as one of its sides; row security shows the others to nobody. */
import type { AgreementTerms } from '#domain/agreement.ts';
import type { Context } from '#http/context.ts';

export interface AgreementRow extends AgreementTerms {
  id: string;
  companyId: string;
  proposedById: string;
  reason: string;
  endedReason: string;
  replacesId: string | null;
  version: number;
  createdAt: Date;
}

export const agreementColumns = [
  'id',
  'companyId',
  'proposedById',
  'reason',
  'fromDay',
  'untilDay',
  'signedOn',
  'endedOn',
  'endedReason',
  'withdrawnAt',
  'replacesId',
  'version',
  'createdAt',
] as const;

export async function findAgreement({ db }: Context, id: string): Promise<AgreementRow | null> {
  return (
    (await db.selectFrom('globalisation').select(agreementColumns).where('id', '=', id).executeTakeFirst()) ?? null
  );
}

export async function lockAgreement({ db }: Context, id: string): Promise<AgreementRow | null> {
  const row = await db
    .selectFrom('globalisation')
    .select(agreementColumns)
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst();
  return row ?? null;
}

/** Amended, and the amendment still waits for signatures. */
export async function findAmendment({ db }: Context, replaces: string): Promise<AgreementRow | null> {
  const row = await db
    .selectFrom('globalisation')
    .select(agreementColumns)
    .where('replacesId', '=', replaces)
    .where('withdrawnAt', 'is', null)
    .orderBy('createdAt', 'desc')
    .executeTakeFirst();
  return row ?? null;
}
