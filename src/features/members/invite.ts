/** Invites somebody into one's own organisation; whether she belongs to others is never told. */
import { organisationOf } from '#domain/actor.ts';
import { parisDay } from '#domain/day.ts';
import { fitLastDay, fitPlace } from '#domain/membership.ts';
import type { Result } from '#domain/result.ts';
import { done, refuse } from '#domain/result.ts';
import { minutesAfter, sessionPolicy } from '#domain/session-policy.ts';
import { record } from '#db/audit.ts';
import { insertInvitation } from '#db/invitation.ts';
import { post } from '#db/outbox.ts';
import type { Context } from '#http/context.ts';
import { invitationLinkToPass } from '#http/mail-link.ts';
import type { Invite } from './input.ts';
import { changeInvitation, isInvited, lockInvitation } from './invitation-queries.ts';
import { isMember } from './queries.ts';

export interface Invited {
  id: string;
  email: string;
}

/** The link is there only where no letter brings it: who invited hands it over. */
export interface Sent extends Invited {
  link: string | null;
}

export async function inviteMember(ctx: Context, input: Invite): Promise<Result<Sent>> {
  const { actor } = ctx;
  if (actor.kind !== 'member') return refuse('not-allowed');
  const place = fitPlace(actor.organisationKind, input);
  if (!place.ok) return place;
  const { email } = input;
  const lastDay = fitLastDay(place.value.position, {
    validUntil: input.validUntil,
    today: parisDay(ctx.now),
  });
  if (!lastDay.ok) return lastDay;
  const validUntil = lastDay.value;
  const expiresAt = expiryFrom(ctx);
  if (await isMember(ctx, email)) return refuse('already-member', { field: 'email' });
  if (await isInvited(ctx, email)) return refuse('invitation-waiting', { field: 'email' });
  const id = await insertInvitation(ctx.db, ctx.now, {
    ...place.value,
    validUntil,
    organisationId: actor.organisation,
    email,
    invitedBy: actor.account,
    expiresAt,
  });
  const link = await postInvitation(ctx, { id, email, expiresAt });
  await record(ctx, {
    action: 'invitation.sent',
    subjectType: 'invitation',
    subjectId: id,
    after: { ...place.value, validUntil },
  });
  return done({ id, email, link });
}

/** The same invitation, another letter, its full time again. */
export async function resendInvitation(ctx: Context, { id }: { id: string }): Promise<Result<Sent>> {
  const invitation = await lockInvitation(ctx, id);
  if (invitation === null) return refuse('not-found');
  if (invitation.acceptedAt !== null || invitation.withdrawnAt !== null) return refuse('already-done');
  if (await isMember(ctx, invitation.email)) return refuse('already-member');
  if (invitation.validUntil !== null && invitation.validUntil < parisDay(ctx.now)) {
    return refuse('invitation-day-past');
  }
  const expiresAt = expiryFrom(ctx);
  await changeInvitation(ctx, { id, expiresAt });
  const link = await postInvitation(ctx, { id, email: invitation.email, expiresAt });
  await record(ctx, { action: 'invitation.resent', subjectType: 'invitation', subjectId: id });
  return done({ id, email: invitation.email, link });
}

export async function withdrawInvitation(ctx: Context, { id }: { id: string }): Promise<Result<Invited>> {
  const invitation = await lockInvitation(ctx, id);
  if (invitation === null) return refuse('not-found');
  if (invitation.acceptedAt !== null || invitation.withdrawnAt !== null) return refuse('already-done');
  await changeInvitation(ctx, { id, withdrawnAt: ctx.now });
  await record(ctx, { action: 'invitation.withdrawn', subjectType: 'invitation', subjectId: id });
  return done(invitation);
}

/** Undoes a withdrawal: the letter already received opens again until its own end. */
export async function putInvitationBack(ctx: Context, { id }: { id: string }): Promise<Result<Invited>> {
  const invitation = await lockInvitation(ctx, id);
  if (invitation === null) return refuse('not-found');
  if (invitation.acceptedAt !== null || invitation.withdrawnAt === null) return refuse('already-done');
  if (await isInvited(ctx, invitation.email)) return refuse('invitation-waiting');
  await changeInvitation(ctx, { id, withdrawnAt: null });
  await record(ctx, { action: 'invitation.put-back', subjectType: 'invitation', subjectId: id });
  return done(invitation);
}

function expiryFrom({ now }: Context): Date {
  return minutesAfter(now, sessionPolicy.invitationDays * 1440);
}

async function postInvitation(
  ctx: Context,
  { id, email, expiresAt }: Invited & { expiresAt: Date },
): Promise<string | null> {
  const organisation = organisationOf(ctx.actor);
  if (organisation === null) return null;
  const letter = await post(ctx, {
    organisation,
    template: 'invitation',
    recipient: email,
    parameters: { invitation: id },
  });
  return invitationLinkToPass(ctx, { id, organisation, letter, expiresAt });
}
