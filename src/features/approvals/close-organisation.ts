/** Ends an organisation: its sessions close, its links and waiting invitations stop; what it holds is kept. */
import type { Member } from '#domain/actor.ts';
import { writeToAdministrators } from '#db/administrators-mail.ts';
import { record } from '#db/audit.ts';
import { closeOrganisation, endSharing } from '#db/organisation-close.ts';
import type { Context } from '#http/context.ts';
import { throughGate } from '#http/through-gate.ts';

export async function closeOwnOrganisation(ctx: Context, { organisation, account }: Member): Promise<void> {
  const { db, now } = ctx;
  await endSharing(db, { organisation, account, now });
  await throughGate(ctx, () => closeOrganisation(db, { organisation, now }));
  await record(ctx, { action: 'organisation.closed', subjectType: 'organisation', subjectId: organisation });
  await writeToAdministrators(ctx, { organisation, template: 'organisation-closed' });
}
