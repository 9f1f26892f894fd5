/** Closes an organisation: nothing new enters it, nothing more leaves it; what it holds stays. */
import type { Transaction } from './transaction.ts';

/** Runs as the gate. */
export async function closeOrganisation(
  db: Transaction,
  { organisation, now }: { organisation: string; now: Date },
): Promise<void> {
  await db
    .updateTable('organisation')
    .set((row) => ({ closedAt: now, version: row('version', '+', 1) }))
    .where('id', '=', organisation)
    .where('closedAt', 'is', null)
    .execute();
}

/** Runs as the application. */
export async function endSharing(
  db: Transaction,
  { organisation, account, now }: { organisation: string; account: string; now: Date },
): Promise<void> {
  await db
    .updateTable('exchangeLink')
    .set((row) => ({ revokedAt: now, revokedBy: account, version: row('version', '+', 1) }))
    .where((side) =>
      side.or([side('fromOrganisationId', '=', organisation), side('toOrganisationId', '=', organisation)]),
    )
    .where('revokedAt', 'is', null)
    .execute();
}

/** Runs as the application. */
export async function withdrawInvitations(
  db: Transaction,
  { organisation, now }: { organisation: string; now: Date },
): Promise<void> {
  await db
    .updateTable('invitation')
    .set((row) => ({ withdrawnAt: now, version: row('version', '+', 1) }))
    .where('organisationId', '=', organisation)
    .where('acceptedAt', 'is', null)
    .where('withdrawnAt', 'is', null)
    .execute();
}
