/** Moves a job sheet: filled, closed, withdrawn with its reason, opened again. */
import { organisationOf } from '#domain/actor.ts';
import { parisDay } from '#domain/day.ts';
import { offerMachine } from '#domain/offer-state.ts';
import type { Result } from '#domain/result.ts';
import { done, refuse } from '#domain/result.ts';
import type { Side } from '#domain/state-machine.ts';
import { moveState } from '#domain/state-machine.ts';
import { record } from '#db/audit.ts';
import { updateOfferState } from '#db/job-offer.ts';
import type { Context } from '#http/context.ts';
import type { MoveOfferInput } from './input.ts';
import type { OfferRow } from './queries.ts';
import { lockOffer } from './queries.ts';

export async function moveOffer(ctx: Context, input: MoveOfferInput): Promise<Result<{ id: string }>> {
  const before = await lockOffer(ctx, input.id);
  if (before === null) return refuse('not-found');
  const { id, version, to, reason } = input;
  if (before.version !== version) return refuse('changed-meanwhile');
  const moved = moveState(offerMachine, { from: before.state, to, by: sideOn(ctx, before), reason });
  if (!moved.ok) return moved;
  if (to === 'open' && before.closesOn < parisDay(ctx.now)) return refuse('offer-closing-past', { field: 'closesOn' });
  if ((await updateOfferState(ctx, { id, version, state: to, reason })) === null) return refuse('changed-meanwhile');
  await record(ctx, {
    action: 'offer.moved',
    subjectType: 'job-offer',
    subjectId: id,
    before: { state: before.state },
    after: { state: to },
    reason,
  });
  return done({ id });
}

/** On whose side one stands towards a sheet. */
export function sideOn(ctx: Pick<Context, 'actor'>, { facilitatorId, companyKind }: OfferRow): Side {
  if (organisationOf(ctx.actor) === facilitatorId) return 'facilitator';
  return companyKind === 'inclusion' ? 'inclusion' : 'company';
}
