/** Resets the second factor of an administrator whom nobody in her organisation can help: no two others administer it. */
import { accountOf, organisationOf } from '#domain/actor.ts';
import { parisDay } from '#domain/day.ts';
import type { Result } from '#domain/result.ts';
import { done, refuse } from '#domain/result.ts';
import { isDecidableInside } from '#domain/two-person.ts';
import { writeToAdministrators } from '#db/administrators-mail.ts';
import { lockAdministrators } from '#db/administrators-lock.ts';
import { post } from '#db/outbox.ts';
import { resetProofs } from '#db/second-factor-reset.ts';
import type { Context } from '#http/context.ts';
import { findHelped } from './help-queries.ts';
import { recordHelp } from './help-record.ts';
import type { ResetAdministrator } from './input.ts';

export async function resetAdministrator(
  ctx: Context,
  { id: organisation, membershipId, reason }: ResetAdministrator,
): Promise<Result<{ id: string }>> {
  const { db, now, actor } = ctx;
  if (organisation === organisationOf(actor)) return refuse('own-organisation');
  const administrators = await lockAdministrators(db, { organisation, today: parisDay(now) });
  const helped = await findHelped(ctx, organisation);
  if (helped === null) return refuse('not-found');
  if (helped.closedAt !== null) return refuse('organisation-closed');
  const subject = administrators.find(({ membership }) => membership === membershipId);
  if (subject === undefined) return refuse('not-found');
  const { account, email } = subject;
  if (account === accountOf(actor)) return refuse('approval-own-subject');
  if (isDecidableInside(administrators, account)) return refuse('decided-inside');
  await resetProofs(db, { account, now });
  await recordHelp(ctx, organisation, {
    action: 'second-factor.reset',
    subjectType: 'account',
    subjectId: account,
    reason,
  });
  await post(ctx, {
    organisation,
    account,
    template: 'second-factor-changed',
    recipient: email,
    parameters: { change: 'reset-by-operator' },
  });
  await writeToAdministrators(ctx, { organisation, template: 'administrator-reset', except: account });
  return done({ id: organisation });
}
