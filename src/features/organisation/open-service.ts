/** Opens another service under the same SIRET and invites its first administrator; whoever opens it gets no right in it. */
import { accountOf } from '#domain/actor.ts';
import { firstPositionsOf } from '#domain/membership.ts';
import type { Result } from '#domain/result.ts';
import { done, refuse } from '#domain/result.ts';
import { serviceKindsOf } from '#domain/service.ts';
import { minutesAfter, sessionPolicy } from '#domain/session-policy.ts';
import { foldForSearch } from '#domain/text.ts';
import { record } from '#db/audit.ts';
import { insertInvitation } from '#db/invitation.ts';
import { post } from '#db/outbox.ts';
import type { Context } from '#http/context.ts';
import { invitationLinkToPass } from '#http/mail-link.ts';
import type { NewService } from './input.ts';
import { insertService, listSisters, lockOwnOrganisation } from './queries.ts';

export async function openService(
  ctx: Context,
  input: NewService,
): Promise<Result<{ id: string; serviceName: string; link: string | null }>> {
  const { kind, serviceName, email, position } = input;
  const own = await lockOwnOrganisation(ctx);
  if (own === null) return refuse('not-found');
  if (own.identifier === null) return refuse('identifier-missing');
  if (!serviceKindsOf(own.kind).includes(kind)) return refuse('value-unlisted', { field: 'kind' });
  if (!firstPositionsOf(kind).includes(position)) return refuse('position-unfit', { field: 'position' });
  const known = [own, ...(await listSisters(ctx, own))];
  const name = foldForSearch(serviceName);
  if (known.some((one) => one.kind === kind && foldForSearch(one.serviceName) === name)) {
    return refuse('service-name-taken', { field: 'serviceName' });
  }
  const id = await insertService(ctx, { own, kind, serviceName });
  const expiresAt = minutesAfter(ctx.now, sessionPolicy.invitationDays * 1440);
  const invitation = await insertInvitation(ctx.db, ctx.now, {
    organisationId: id,
    email,
    position,
    administers: true,
    invitedBy: accountOf(ctx.actor),
    expiresAt,
  });
  const letter = await post(ctx, {
    organisation: id,
    template: 'invitation',
    recipient: email,
    parameters: { invitation },
  });
  const link = await invitationLinkToPass(ctx, { id: invitation, organisation: id, letter, expiresAt });
  await record(ctx, {
    action: 'service.opened',
    subjectType: 'organisation',
    subjectId: id,
    after: { kind, serviceName, position },
  });
  return done({ id, serviceName, link });
}
