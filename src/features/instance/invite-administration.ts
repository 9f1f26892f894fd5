/** Invites somebody to administer an organisation that nobody administers any more; both journals say so. */
import { organisationOf } from '#domain/actor.ts';
import { parisDay } from '#domain/day.ts';
import { firstPositionsOf } from '#domain/membership.ts';
import type { Result } from '#domain/result.ts';
import { done, refuse } from '#domain/result.ts';
import { lockAdministrators } from '#db/administrators-lock.ts';
import { endExpiredInvitation } from '#db/organisation-opening.ts';
import type { Context } from '#http/context.ts';
import { findHelped, isInvitationWaiting } from './help-queries.ts';
import { recordHelp } from './help-record.ts';
import type { InviteAdministration } from './input.ts';
import type { Invited } from '#http/invite-first.ts';
import { inviteFirst } from '#http/invite-first.ts';

export async function inviteAdministration(
  ctx: Context,
  { id, email, position, reason }: InviteAdministration,
): Promise<Result<Invited>> {
  if (id === organisationOf(ctx.actor)) return refuse('own-organisation');
  const administrators = await lockAdministrators(ctx.db, { organisation: id, today: parisDay(ctx.now) });
  const helped = await findHelped(ctx, id);
  if (helped === null) return refuse('not-found');
  if (helped.closedAt !== null) return refuse('organisation-closed');
  if (administrators.length > 0) return refuse('administrators-remain');
  if (!firstPositionsOf(helped.kind).includes(position)) {
    return refuse('position-unfit', { field: 'position' });
  }
  await endExpiredInvitation(ctx, { organisation: id, email });
  if (await isInvitationWaiting(ctx, { organisation: id, email })) {
    return refuse('invitation-waiting-there', { field: 'email' });
  }
  const { invitation, link } = await inviteFirst(ctx, { organisation: id, email, position });
  await recordHelp(ctx, id, {
    action: 'invitation.sent',
    subjectType: 'invitation',
    subjectId: invitation,
    after: { position, administers: true },
    reason,
  });
  return done({ id, name: helped.name, link });
}
