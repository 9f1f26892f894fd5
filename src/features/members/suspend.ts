/** Suspends a member at once, wherever she is connected, and gives her place back: nothing is lost. */
import type { Result } from '#domain/result.ts';
import { done, refuse } from '#domain/result.ts';
import { record } from '#db/audit.ts';
import { post } from '#db/outbox.ts';
import { endMembershipSessions } from '#db/session.ts';
import type { Context } from '#http/context.ts';
import { throughGate } from '#http/through-gate.ts';
import { checkRemaining, holdMember } from './administration.ts';
import type { Suspend } from './input.ts';
import type { MemberRow } from './queries.ts';
import { setSuspended } from './queries.ts';

export async function suspendMember(ctx: Context, { id, reason }: Suspend): Promise<Result<MemberRow>> {
  const held = await holdMember(ctx, id);
  if (!held.ok) return held;
  const { actor, member } = held.value;
  if (member.suspendedAt !== null) return refuse('already-done');
  const remains = checkRemaining(held.value, null);
  if (!remains.ok) return remains;
  await setSuspended(ctx, { id, suspendedAt: ctx.now, suspendedReason: reason });
  await throughGate(ctx, () => endMembershipSessions(ctx.db, { membership: id, now: ctx.now }));
  await record(ctx, { action: 'member.suspended', subjectType: 'membership', subjectId: id, reason });
  await post(ctx, {
    organisation: actor.organisation,
    account: member.accountId,
    template: 'member-suspended',
    recipient: member.email,
    parameters: {},
  });
  return done(member);
}

export async function restoreMember(ctx: Context, { id }: { id: string }): Promise<Result<MemberRow>> {
  const held = await holdMember(ctx, id);
  if (!held.ok) return held;
  const { member } = held.value;
  if (member.suspendedAt === null) return refuse('already-done');
  await setSuspended(ctx, { id, suspendedAt: null, suspendedReason: '' });
  await record(ctx, { action: 'member.restored', subjectType: 'membership', subjectId: id });
  return done(member);
}
