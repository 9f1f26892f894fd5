/** Writes who must sign an agreement, and what each answered. */
import type { Signature } from '#domain/agreement.ts';
import type { Day } from '#domain/day.ts';
import type { Context } from '#http/context.ts';

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
