/** One move of a candidate, whoever makes it: the machine, what each side may say, the trace, and the news to the referent. */
import type { Actor } from '#domain/actor.ts';
import { accountOf, organisationOf } from '#domain/actor.ts';
import type { Day } from '#domain/day.ts';
import { isReasonCode, placementReasons, reasonsOfCompany } from '#domain/placement-reasons.ts';
import type { PlacementState } from '#domain/placement-state.ts';
import { placementMachine } from '#domain/placement-state.ts';
import type { Result } from '#domain/result.ts';
import { done, refuse } from '#domain/result.ts';
import type { Side } from '#domain/state-machine.ts';
import { moveState } from '#domain/state-machine.ts';
import { record } from '#db/audit.ts';
import { fillOffer } from '#db/job-offer.ts';
import type { FeedbackCode } from '#domain/referral-feedback.ts';
import { tellReferent } from '#db/referral-feedback.ts';
import type { Context } from '#http/context.ts';
import type { PlacementRow } from './queries.ts';

export type Moved = Pick<
  PlacementRow,
  'id' | 'personId' | 'holderId' | 'companyId' | 'proposedById' | 'offerId' | 'state' | 'version' | 'companyKind'
>;

interface Asked {
  to: PlacementState;
  side: Side;
  reason?: string;
  note?: string;
  /** When it is presented: sent today, answered by this day. */
  clock?: { sentOn: Day; dueOn: Day };
  /** The contract of the hire; null when it is taken back. */
  contractId?: string | null;
  presentation?: string;
}

/** On whose side one stands towards a candidate. */
export function sideOf(actor: Actor, { holderId, companyId, companyKind }: Moved): Side {
  const own = organisationOf(actor);
  if (own === holderId) return 'facilitator';
  if (own === companyId) return companyKind === 'inclusion' ? 'inclusion' : 'company';
  return 'prescriber';
}

export async function advance(ctx: Context, before: Moved, asked: Asked): Promise<Result<{ id: string }>> {
  const { to, side, reason = '', note = '' } = asked;
  const said = checkReason(asked);
  if (!said.ok) return said;
  const moved = moveState(placementMachine, {
    from: before.state,
    to,
    by: side,
    reason: reason === '' ? note : reason,
  });
  if (!moved.ok) return moved;
  const ofTeam = side === 'facilitator' || side === 'prescriber';
  const secret = isReasonCode(reason) && placementReasons[reason].kept === true;
  const changed = await ctx.db
    .updateTable('placement')
    .set({
      state: to,
      stateSince: ctx.now,
      reason: secret ? 'other' : reason,
      ...asked.clock,
      ...(asked.clock && { remindedAt: [] }),
      ...(asked.contractId !== undefined && { contractId: asked.contractId }),
      ...(asked.presentation !== undefined && { presentation: asked.presentation }),
      version: before.version + 1,
    })
    .where('id', '=', before.id)
    .where('version', '=', before.version)
    .returning('id')
    .executeTakeFirst();
  if (changed === undefined) return refuse('changed-meanwhile');
  await ctx.db
    .insertInto('placementStep')
    .values({
      placementId: before.id,
      holderId: before.holderId,
      companyId: before.companyId,
      proposedById: before.proposedById,
      fromState: before.state,
      toState: to,
      side: sideKept(side),
      accountId: accountOf(ctx.actor),
      reason,
      note,
      kept: ofTeam && (secret || note !== ''),
      at: ctx.now,
    })
    .execute();
  await record(ctx, {
    action: to === 'proposed' && before.state === 'suggested' ? 'placement.presented' : 'placement.moved',
    subjectType: 'placement',
    subjectId: before.id,
    before: { state: before.state },
    after: { state: to },
  });
  const news = newsOf(to);
  if (news !== null && side !== 'prescriber') await tellReferent(ctx, { personId: before.personId, what: news });
  if (to === 'hired') await fillOffer(ctx, before.offerId);
  return done({ id: before.id });
}

function newsOf(state: PlacementState): FeedbackCode | null {
  switch (state) {
    case 'proposed':
    case 'interview':
    case 'rejected':
    case 'withdrawn':
    case 'no-show':
      return state;
    case 'suggested':
    case 'silent':
    case 'selected':
    // The hire tells them itself, with their proposals.
    case 'hired':
      return null;
  }
}

/** A closing has a reason of the list, and one that this side may say. */
function checkReason({ to, side, reason = '' }: Asked): Result<null> {
  if (to !== 'rejected' && to !== 'withdrawn') return done(null);
  if (!isReasonCode(reason)) return refuse('placement-reason-missing', { field: 'reason' });
  const companySays = side === 'company' || side === 'inclusion';
  return companySays && !reasonsOfCompany().includes(reason)
    ? refuse('placement-reason-other', { field: 'reason' })
    : done(null);
}

type KeptSide = 'facilitator' | 'company' | 'inclusion' | 'prescriber';

function sideKept(side: Side): KeptSide {
  return side === 'buyer' ? 'facilitator' : side;
}
