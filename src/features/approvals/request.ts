/** Asks for a decision that another administrator takes: a lost second factor, or the end of the organisation. */
import type { ApprovalAction } from '#domain/approval.ts';
import { approvalDays } from '#domain/approval.ts';
import { parisBounds } from '#domain/day.ts';
import type { Result } from '#domain/result.ts';
import { done, refuse } from '#domain/result.ts';
import { decidersAmong, lastDayToDecide } from '#domain/two-person.ts';
import { record } from '#db/audit.ts';
import { post } from '#db/outbox.ts';
import type { Context } from '#http/context.ts';
import { standAsAdministrator } from './deciders.ts';
import type { Standing } from './deciders.ts';
import { findSubject, insertApproval, isAsked, lockApproval, settleApproval } from './queries.ts';

export interface Asked {
  id: string;
}

export async function requestReset(
  ctx: Context,
  { id, reason }: { id: string; reason: string },
): Promise<Result<Asked>> {
  const standing = await standAsAdministrator(ctx);
  if (!standing.ok) return standing;
  const subject = await findSubject(ctx, id);
  if (subject === null) return refuse('not-found');
  if (subject.account === standing.value.actor.account) return refuse('approval-own-subject');
  const about = { action: 'second-factor-reset', subjectId: id, reason, subject: subject.account } as const;
  return request(ctx, standing.value, about);
}

export async function requestClosing(ctx: Context, { reason }: { reason: string }): Promise<Result<Asked>> {
  const standing = await standAsAdministrator(ctx);
  if (!standing.ok) return standing;
  const { organisation } = standing.value.actor;
  return request(ctx, standing.value, {
    action: 'organisation-closing',
    subjectId: organisation,
    reason,
    subject: null,
  });
}

async function request(
  ctx: Context,
  { actor, administrators }: Standing,
  about: { action: ApprovalAction; subjectId: string; reason: string; subject: string | null },
): Promise<Result<Asked>> {
  const { subject, ...told } = about;
  const deciders = decidersAmong(administrators, { requester: actor.account, subject });
  if (deciders.length === 0) return refuse('approval-nobody-else');
  if (await isAsked(ctx, told)) return refuse('approval-waiting');
  const lastDay = lastDayToDecide({ requestedAt: ctx.now, validForDays: approvalDays });
  const id = await insertApproval(ctx, {
    ...told,
    organisationId: actor.organisation,
    requestedBy: actor.account,
    expiresAt: parisBounds(lastDay).until,
  });
  const { action, subjectId, reason } = told;
  await record(ctx, {
    action: 'approval.requested',
    subjectType: 'approval',
    subjectId: id,
    after: { action, subjectId },
    reason,
  });
  for (const { account, email } of deciders) {
    await post(ctx, {
      organisation: actor.organisation,
      account,
      template: 'approval-asked',
      recipient: email,
      parameters: { action, approval: id },
    });
  }
  return done({ id });
}

/** Who asked may change her mind while nobody has decided. */
export async function withdrawRequest(ctx: Context, { id }: { id: string }): Promise<Result<Asked>> {
  const { actor } = ctx;
  const approval = await lockApproval(ctx, id);
  if (approval === null || actor.kind !== 'member') return refuse('not-found');
  if (approval.requestedBy !== actor.account) return refuse('not-allowed');
  if (approval.decision !== null) return refuse('approval-decided');
  await settleApproval(ctx, { id, decision: 'withdrawn', decidedBy: null, decidedAt: ctx.now });
  await record(ctx, { action: 'approval.withdrawn', subjectType: 'approval', subjectId: id });
  return done({ id });
}
