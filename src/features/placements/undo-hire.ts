/** A hire entered by mistake is taken back the same day: the contract is removed, the candidate is chosen again, the post reopens. */
import { sql } from 'kysely';
import { organisationOf } from '#domain/actor.ts';
import type { Result } from '#domain/result.ts';
import { done, refuse } from '#domain/result.ts';
import { record } from '#db/audit.ts';
import { takeContractBack } from '#db/employment-contract.ts';
import { unfillOffer } from '#db/job-offer.ts';
import { undoHireOfReferrals } from '#db/referral-steps.ts';
import type { Context } from '#http/context.ts';
import { advance } from './advance.ts';
import type { PlacementRow } from './queries.ts';
import { lockPlacement } from './queries.ts';

/** Choice of Guichet: later, a contract is removed or ended from its own page, where what follows is told. */
const undoMilliseconds = 24 * 3_600_000;

export async function undoHire(ctx: Context, { id }: { id: string }): Promise<Result<{ id: string }>> {
  const before = await lockPlacement(ctx, id);
  if (before === null || before.holderId !== organisationOf(ctx.actor)) return refuse('not-found');
  const { contractId, personId, offerId, stateSince } = before;
  if (before.state !== 'hired' || contractId === null) return refuse('already-done');
  if (!isHireFresh(before, ctx.now)) return refuse('hire-undo-late');
  if (await hasHours(ctx, contractId)) return refuse('contract-has-hours');
  await takeContractBack(ctx, contractId);
  await record(ctx, {
    action: 'employment.removed',
    subjectType: 'employment-contract',
    subjectId: contractId,
    after: { state: 'removed' },
  });
  const moved = await advance(ctx, before, { to: 'selected', side: 'facilitator', contractId: null });
  if (!moved.ok) return moved;
  await unfillOffer(ctx, offerId);
  await undoHireOfReferrals(ctx, { person: personId, since: stateSince });
  return done({ id });
}

export function isHireFresh({ stateSince }: Pick<PlacementRow, 'stateSince'>, now: Date): boolean {
  return now.getTime() - stateSince.getTime() < undoMilliseconds;
}

async function hasHours({ db }: Context, contract: string): Promise<boolean> {
  const found = await sql`select from hour_entry where contract_id = ${contract} limit 1`.execute(db);
  return found.rows.length > 0;
}
