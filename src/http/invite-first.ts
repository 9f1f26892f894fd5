/** The invitation of somebody who will administer an organisation, and its letter; where no letter leaves, its link. */
import { accountOf } from '#domain/actor.ts';
import { magicLinks } from '#domain/magic-links.ts';
import type { Position } from '#domain/position.ts';
import { minutesAfter } from '#domain/session-policy.ts';
import { insertFirstInvitation } from '#db/organisation-opening.ts';
import { post } from '#db/outbox.ts';
import type { Context } from './context.ts';
import { invitationLinkToPass } from './mail-link.ts';

/** What the one who invites is answered: the organisation, and the link to hand over when no letter brings it. */
export interface Invited {
  id: string;
  name: string;
  link: string | null;
}

export async function inviteFirst(
  ctx: Context,
  { organisation, email, position }: { organisation: string; email: string; position: Position },
): Promise<{ invitation: string; link: string | null }> {
  const expiresAt = minutesAfter(ctx.now, magicLinks.invitation.minutes);
  const invitedBy = accountOf(ctx.actor);
  const invitation = await insertFirstInvitation(ctx, {
    organisation,
    email,
    position,
    invitedBy,
    expiresAt,
  });
  const letter = await post(ctx, {
    organisation,
    template: 'invitation',
    recipient: email,
    parameters: { invitation },
  });
  const link = await invitationLinkToPass(ctx, { id: invitation, organisation, letter, expiresAt });
  return { invitation, link };
}
