/** The first account of a prescriber of one's list: invited here while nobody works there yet, then it invites its own colleagues. */
import { sql } from 'kysely';
import type { Result } from '#domain/result.ts';
import { done, refuse } from '#domain/result.ts';
import { record } from '#db/audit.ts';
import { endExpiredInvitation } from '#db/organisation-opening.ts';
import type { Context } from '#http/context.ts';
import type { Invited } from '#http/invite-first.ts';
import { inviteFirst } from '#http/invite-first.ts';
import { throughGate } from '#http/through-gate.ts';
import type { InviteInput } from './input.ts';
import { lockPartner } from './queries.ts';

/** open: somebody works there. waiting: somebody was invited. none: nobody yet. */
export type AccountStanding = 'open' | 'waiting' | 'none';

/** Whether somebody works there, never who. */
export async function accountOfPrescriber(ctx: Context, prescriber: string): Promise<AccountStanding> {
  const found = await throughGate(ctx, ({ db, now }) =>
    sql<{ members: boolean; invited: boolean }>`select
      exists (select from membership where organisation_id = ${prescriber}) as members,
      exists (select from invitation where organisation_id = ${prescriber} and accepted_at is null and withdrawn_at is null
        and expires_at > ${now}) as invited`.execute(db),
  );
  const [row] = found.rows;
  if (row === undefined || row.members) return 'open';
  return row.invited ? 'waiting' : 'none';
}

export async function invitePrescriber(ctx: Context, { id, email }: InviteInput): Promise<Result<Invited>> {
  const partner = await lockPartner(ctx, id);
  if (partner === null) return refuse('not-found');
  if (partner.endedAt !== null) return refuse('prescriber-ended', { field: 'email' });
  const { prescriberId: organisation, name } = partner;
  const standing = await accountOfPrescriber(ctx, organisation);
  if (standing === 'open') return refuse('prescriber-has-account', { field: 'email' });
  if (standing === 'waiting') return refuse('invitation-waiting-there', { field: 'email' });
  const { invitation, link } = await throughGate(ctx, async (gate) => {
    await endExpiredInvitation(gate, { organisation, email });
    const invited = await inviteFirst(gate, { organisation, email, position: 'prescriber.user' });
    await record(gate, {
      action: 'invitation.sent',
      subjectType: 'invitation',
      subjectId: invited.invitation,
      organisation,
      after: { position: 'prescriber.user', administers: true },
    });
    return invited;
  });
  await record(ctx, { action: 'prescriber.invited', subjectType: 'prescriber', subjectId: id, after: { invitation } });
  return done({ id, name, link });
}
