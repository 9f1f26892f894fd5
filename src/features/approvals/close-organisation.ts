/** Ends an organisation: its sessions close, its links and waiting invitations stop; what it holds is kept. */
import type { Member } from '#domain/actor.ts';
import { record } from '#db/audit.ts';
import { closeOrganisation, endSharing, withdrawInvitations } from '#db/organisation-close.ts';
import { endOrganisationSessions } from '#db/session.ts';
import type { Context } from '#http/context.ts';
import { throughGate } from '#http/context.ts';

export async function closeOwnOrganisation(ctx: Context, { organisation, account }: Member): Promise<void> {
  const { db, now } = ctx;
  await endSharing(db, { organisation, account, now });
  await withdrawInvitations(db, { organisation, now });
  await throughGate(ctx, async () => {
    await closeOrganisation(db, { organisation, now });
    await endOrganisationSessions(db, { organisation, now });
  });
  await record(ctx, { action: 'organisation.closed', subjectType: 'organisation', subjectId: organisation });
}
