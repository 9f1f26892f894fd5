/** Opens a lot in a market: what it owes, who holds it, and who leads it when a facilitation structure opens it. */
import { accountOf } from '#domain/actor.ts';
import type { Commitment } from '#domain/commitment.ts';
import { parisDay } from '#domain/day.ts';
import type { EntryStates, MarketDays } from '#domain/market-entry.ts';
import { insertLotAssignment } from '#db/lot-assignment.ts';
import { insertLotParty } from '#db/lot-party.ts';
import type { Context } from '#http/context.ts';
import { insertCommitment, insertVersion } from './commitment-queries.ts';
import type { Desk } from './desk.ts';
import { insertLot } from './lot-queries.ts';

export interface OpeningLot {
  desk: Desk;
  marketId: string;
  territory: string;
  number: number;
  title: string;
  trade: string;
  days: MarketDays;
  states: EntryStates;
  commitment: Commitment;
  waiverNote: string;
  holder: string | null;
}

export async function openLot(ctx: Context, opening: OpeningLot): Promise<string> {
  const { desk, marketId, number, title, trade, days, states, territory } = opening;
  const lotId = await insertLot(ctx, { marketId, number, title, trade, state: states.lot, ...days });
  if (desk.kind === 'facilitator') {
    await insertLotAssignment(ctx, {
      lotId,
      marketId,
      organisationId: desk.organisation,
      accountId: accountOf(ctx.actor),
      role: 'lead',
      territory,
      fromDay: parisDay(ctx.now),
    });
  }
  await commit(ctx, { ...opening, lotId });
  if (opening.holder !== null) {
    const party = { lotId, marketId, organisationId: opening.holder, role: 'holder' as const };
    await insertLotParty(ctx, party);
  }
  return lotId;
}

/** The first version is signed by the notification; before it, it is a draft. */
export async function commit(
  ctx: Context,
  {
    lotId,
    marketId,
    commitment,
    waiverNote,
    days,
    states,
  }: Pick<OpeningLot, 'marketId' | 'commitment' | 'waiverNote' | 'days' | 'states'> & { lotId: string },
): Promise<string> {
  const state = states.commitment;
  const id = await insertCommitment(ctx, { lotId, marketId, state, joint: false, commitment, waiverNote });
  const signedOn = state === 'contractual' ? days.notifiedOn : null;
  const effectiveOn = days.notifiedOn ?? days.startsOn ?? parisDay(ctx.now);
  const version = { number: 1, commitment, signedOn, effectiveOn, reason: '', endsOn: null };
  await insertVersion(ctx, { commitmentId: id, marketId, version });
  return id;
}
