/** Decides what another administrator asked, once and in time; what is approved is done in the same transaction. */
import { approvalDays } from '#domain/approval.ts';
import type { ApprovalAction } from '#domain/approval.ts';
import { may } from '#domain/access.ts';
import { addDays, formatDay } from '#domain/day.ts';
import type { Refusal, Result } from '#domain/result.ts';
import { done, refuse } from '#domain/result.ts';
import { decideApproval, lastDayToDecide } from '#domain/two-person.ts';
import { record } from '#db/audit.ts';
import { post } from '#db/outbox.ts';
import type { Context } from '#http/context.ts';
import { closeOwnOrganisation } from './close-organisation.ts';
import { standAsAdministrator } from './deciders.ts';
import type { Decide } from './input.ts';
import { findOpenAccount, findSubject, lockApproval, settleApproval } from './queries.ts';
import { resetSecondFactor } from './reset-second-factor.ts';

export interface Decided {
  id: string;
  action: ApprovalAction;
  decision: 'approved' | 'refused';
}

export async function decideRequest(ctx: Context, input: Decide): Promise<Result<Decided>> {
  const standing = await standAsAdministrator(ctx);
  if (!standing.ok) return standing;
  const { actor } = standing.value;
  const approval = await lockApproval(ctx, input.id);
  if (approval === null) return refuse('not-found');
  const { id, action, subjectId, requestedBy, requestedAt } = approval;
  const told = decideApproval({
    state: approval.decision ?? 'waiting',
    requestedBy,
    decidedBy: actor.account,
    mayDecide: may(actor, 'approval.decide').allowed,
    requestedAt,
    now: ctx.now,
    validForDays: approvalDays,
    decision: input.decision,
  });
  if (!told.ok) return told.because === 'approval-expired' ? tooLate(approval) : told;
  if (approval.version !== input.version) return refuse('changed-meanwhile');
  const subject = action === 'second-factor-reset' ? await findSubject(ctx, subjectId) : null;
  if (action === 'second-factor-reset' && subject === null) return refuse('not-found');
  if (subject?.account === actor.account) return refuse('approval-own-subject');
  const decision = told.value.state;
  await settleApproval(ctx, { id, decision, decidedBy: actor.account, decidedAt: ctx.now });
  await record(ctx, {
    action: `approval.${decision}`,
    subjectType: 'approval',
    subjectId: id,
    after: { action, subjectId },
  });
  const requester = await findOpenAccount(ctx, requestedBy);
  if (requester !== null) {
    await post(ctx, {
      organisation: actor.organisation,
      account: requestedBy,
      template: 'approval-decided',
      recipient: requester.email,
      parameters: { action, decision, approval: id },
    });
  }
  if (decision === 'approved' && subject !== null)
    await resetSecondFactor(ctx, { subject, organisation: actor.organisation });
  if (decision === 'approved' && action === 'organisation-closing') await closeOwnOrganisation(ctx, actor);
  return done({ id, action, decision });
}

function tooLate({ requestedAt }: { requestedAt: Date }): Refusal {
  const last = lastDayToDecide({ requestedAt, validForDays: approvalDays });
  return refuse('approval-expired', { details: { day: formatDay(addDays(last, 1)) } });
}
