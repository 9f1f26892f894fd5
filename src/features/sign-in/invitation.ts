/** What an invitation link still opens: found by its secret whatever its state, so that the page can say what to do. */
import { parisDay } from '#domain/day.ts';
import type { Context } from '#http/context.ts';
import { hashSecret } from '#services/random.ts';
import type { InvitationRow } from './invitation-queries.ts';
import { findInvitation } from './invitation-queries.ts';

export interface Received {
  invitation: InvitationRow;
  state: 'open' | 'accepted' | 'ended';
}

/** null: no such link. */
export async function findReceived(ctx: Context, token: string): Promise<Received | null> {
  const link = await ctx.db
    .selectFrom('linkToken')
    .select(['subjectId', 'usedAt', 'expiresAt'])
    .where('tokenHash', '=', hashSecret(token))
    .where('purpose', '=', 'invitation')
    .executeTakeFirst();
  const invitation = link?.subjectId ? await findInvitation(ctx, link.subjectId) : null;
  if (link === undefined || invitation === null) return null;
  if (invitation.acceptedAt !== null) return { invitation, state: 'accepted' };
  const lasts = link.expiresAt > ctx.now && invitation.expiresAt > ctx.now && link.usedAt === null;
  const serves = invitation.validUntil === null || invitation.validUntil >= parisDay(ctx.now);
  const stands = invitation.withdrawnAt === null && !invitation.organisationClosed && serves;
  return { invitation, state: lasts && stands ? 'open' : 'ended' };
}
