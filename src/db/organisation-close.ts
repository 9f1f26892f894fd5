/** Closes an organisation: nothing new enters it, nothing more leaves it; what it holds stays. */
import { endOrganisationSessions } from './session.ts';
import type { Transaction } from './transaction.ts';

/** Runs as the gate, once what it shares has ended. false: closed meanwhile. */
export async function closeOrganisation(
  db: Transaction,
  { organisation, now }: { organisation: string; now: Date },
): Promise<boolean> {
  const closed = await db
    .updateTable('organisation')
    .set((row) => ({ closedAt: now, version: row('version', '+', 1) }))
    .where('id', '=', organisation)
    .where('closedAt', 'is', null)
    .returning('id')
    .execute();
  await endOrganisationSessions(db, { organisation, now });
  return closed.length > 0;
}

/** Runs as the gate. What ended with the closing stays ended. false: open already. */
export async function reopenOrganisation(db: Transaction, organisation: string): Promise<boolean> {
  const reopened = await db
    .updateTable('organisation')
    .set((row) => ({ closedAt: null, version: row('version', '+', 1) }))
    .where('id', '=', organisation)
    .where('closedAt', 'is not', null)
    .returning('id')
    .execute();
  return reopened.length > 0;
}

/** Runs as the application, in that organisation: its links and its waiting invitations. */
export async function endSharing(
  db: Transaction,
  { organisation, account, now }: { organisation: string; account: string; now: Date },
): Promise<void> {
  await withdrawInvitations(db, { organisation, now });
  await db
    .updateTable('exchangeLink')
    .set((row) => ({ revokedAt: now, revokedBy: account, version: row('version', '+', 1) }))
    .where((side) =>
      side.or([side('fromOrganisationId', '=', organisation), side('toOrganisationId', '=', organisation)]),
    )
    .where('revokedAt', 'is', null)
    .execute();
}

async function withdrawInvitations(
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
