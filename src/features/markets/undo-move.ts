/** Takes back the step one has just made by mistake, on the same day: the market or the lot is again as it was before. */
import { lotMachine } from '#domain/lot-state.ts';
import type { LotState } from '#domain/lot-state.ts';
import { marketMachine } from '#domain/market-state.ts';
import type { MarketState } from '#domain/market-state.ts';
import type { Day } from '#domain/day.ts';
import { parisDay } from '#domain/day.ts';
import type { Result } from '#domain/result.ts';
import { done, refuse } from '#domain/result.ts';
import { record } from '#db/audit.ts';
import type { Context } from '#http/context.ts';
import { lockLot, updateLot } from './lot-queries.ts';
import { insertStep, lockMarket, setMarketState } from './queries.ts';
import { findOwnMove } from './step-undo-queries.ts';

export async function undoMarketStep(ctx: Context, { id }: { id: string }): Promise<Result<{ id: string }>> {
  const market = await lockMarket(ctx, id);
  if (market === null) return refuse('not-found');
  const move = await findOwnMove(ctx, { kind: 'market', id });
  const state = move === null ? undefined : known<MarketState>(marketMachine, move.from);
  if (move === null || state === undefined || move.to !== market.state) return refuse('already-done');
  await setMarketState(ctx, { id, version: market.version, state, ...daysBefore(move) });
  await insertStep(ctx, { marketId: id, state, onDay: parisDay(ctx.now), reason: 'Étape annulée.' });
  await record(ctx, {
    action: 'market.move-undone',
    subjectType: 'market',
    subjectId: id,
    before: { state: market.state },
    after: { state },
  });
  return done({ id });
}

export async function undoLotStep(ctx: Context, { id }: { id: string }): Promise<Result<{ marketId: string }>> {
  const lot = await lockLot(ctx, id);
  if (lot === null) return refuse('not-found');
  const move = await findOwnMove(ctx, { kind: 'lot', id });
  const state = move === null ? undefined : known<LotState>(lotMachine, move.from);
  if (move === null || state === undefined || move.to !== lot.state) return refuse('already-done');
  await updateLot(ctx, { id, version: lot.version, state, ...daysBefore(move) });
  await record(ctx, {
    action: 'lot.move-undone',
    subjectType: 'lot',
    subjectId: id,
    before: { state: lot.state },
    after: { state },
  });
  return done({ marketId: lot.marketId });
}

function known<State extends string>(machine: Readonly<Record<State, unknown>>, name: string): State | undefined {
  return (Object.keys(machine) as State[]).find((state) => state === name);
}

/** A step wrote the notification or the start: it gives back what stood there. */
function daysBefore({ notifiedOn, startsOn }: { notifiedOn?: Day | null; startsOn?: Day | null }) {
  return { ...(notifiedOn !== undefined && { notifiedOn }), ...(startsOn !== undefined && { startsOn }) };
}
