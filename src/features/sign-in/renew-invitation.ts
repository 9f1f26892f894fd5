/** Asks the organisation for another invitation when the link is dead; the answer is the same whatever the link was. */
import type { Result } from '#domain/result.ts';
import { done } from '#domain/result.ts';
import { record } from '#db/audit.ts';
import { post } from '#db/outbox.ts';
import type { Context } from '#http/context.ts';
import { findReceived } from './invitation.ts';
import { listAdministrators } from './invitation-queries.ts';
import { count } from './tries.ts';

export async function askNewInvitation(ctx: Context, { token }: { token: string }): Promise<Result<null>> {
  const wait = await count(ctx, [
    { throttle: 'sign-in-address', holder: ctx.from },
    { throttle: 'reset', holder: `invitation:${token}` },
  ]);
  if (wait !== null) return wait;
  const received = await findReceived(ctx, token);
  if (received === null || received.state !== 'ended' || received.invitation.organisationClosed) return done(null);
  const { id, organisationId } = received.invitation;
  for (const administrator of await listAdministrators(ctx, organisationId)) {
    await post(ctx, {
      organisation: organisationId,
      account: administrator.id,
      template: 'invitation-new-asked',
      recipient: administrator.email,
      parameters: { invitation: id },
    });
  }
  await record(ctx, {
    action: 'invitation.asked-again',
    subjectType: 'invitation',
    subjectId: id,
    organisation: organisationId,
  });
  return done(null);
}
