/** Makes an account a member by the invitation it received: accepted once, written in the journal of the organisation. */
import { isPosition } from '#domain/position.ts';
import type { Result } from '#domain/result.ts';
import { done, refuse } from '#domain/result.ts';
import { record } from '#db/audit.ts';
import { takeLinkToken } from '#db/link-token.ts';
import { insertMembership, markInvitationAccepted } from '#db/membership-join.ts';
import type { Context } from '#http/context.ts';
import { hashSecret } from '#services/random.ts';
import { asAccount } from './open-session.ts';
import type { InvitationRow } from './invitation-queries.ts';
import type { AccountRow } from './queries.ts';
import { findMembership } from './invitation-queries.ts';

/** The membership received. */
export async function join(
  ctx: Context,
  { invitation, account, token }: { invitation: InvitationRow; account: AccountRow; token: string },
): Promise<Result<string>> {
  const { db, now } = ctx;
  const { position, organisationId, administers, validUntil } = invitation;
  if (!isPosition(position)) return refuse('invitation-expired');
  const known = await findMembership(ctx, { organisation: organisationId, account: account.id, position });
  if (known !== null) return refuse('already-joined');
  const taken = await takeLinkToken(db, { tokenHash: hashSecret(token), purpose: 'invitation', now });
  if (taken === null || !(await markInvitationAccepted(db, now, invitation.id))) return refuse('invitation-expired');
  const membership = await insertMembership(db, now, {
    organisationId,
    accountId: account.id,
    position,
    administers,
    validUntil,
  });
  await record(asAccount(ctx, account), {
    action: 'invitation.accepted',
    subjectType: 'invitation',
    subjectId: invitation.id,
    organisation: organisationId,
    after: { membership, position, administers, validUntil },
  });
  return done(membership);
}
