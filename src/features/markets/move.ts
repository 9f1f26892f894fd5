/** Moves a market or a lot one step along its life, with its day and its reason kept in the history. */
import { parisDay } from '#domain/day.ts';
import { moveLot, lotMachine } from '#domain/lot-state.ts';
import type { LotState } from '#domain/lot-state.ts';
import { sideFor } from '#domain/market-side.ts';
import { checkMarketDays } from '#domain/market-shape.ts';
import { marketMachine, moveMarket } from '#domain/market-state.ts';
import type { MarketState } from '#domain/market-state.ts';
import type { Result } from '#domain/result.ts';
import { done, refuse } from '#domain/result.ts';
import type { Machine, Mover } from '#domain/state-machine.ts';
import { record } from '#db/audit.ts';
import { followCommitments } from '#db/commitment-follow.ts';
import type { Context } from '#http/context.ts';
import { sidesOf } from './desk.ts';
import type { MoveLot, MoveMarket } from './lot-input.ts';
import { lockLot, updateLot } from './lot-queries.ts';
import { findMarket, insertStep, lockMarket, lotStatesOf, setMarketState } from './queries.ts';

export async function moveMarketStep(ctx: Context, input: MoveMarket): Promise<Result<{ id: string; label: string }>> {
  const market = await lockMarket(ctx, input.id);
  if (market === null) return refuse('not-found');
  if (market.version !== input.version) return refuse('changed-meanwhile');
  const by = await moverOf(ctx, {
    buyer: market.buyerId,
    machine: marketMachine,
    from: market.state,
    to: input.to,
  });
  if (by === null) return refuse('not-allowed');
  const lots = (await lotStatesOf(ctx, input.id)).map(({ state }) => state);
  const moved = moveMarket({ ...stepOf(input, market.state), by }, { lots });
  if (!moved.ok) return moved;
  const days = daysWritten(market, input);
  const ordered = checkMarketDays({ ...market, ...days });
  if (!ordered.ok) return { ...ordered, field: 'day' };
  await setMarketState(ctx, { id: input.id, version: input.version, state: moved.value, ...days });
  const onDay = input.day ?? parisDay(ctx.now);
  await insertStep(ctx, { marketId: input.id, state: moved.value, onDay, reason: input.reason });
  await record(ctx, {
    action: 'market.moved',
    subjectType: 'market',
    subjectId: input.id,
    before: { state: market.state, days: daysKept(market, days) },
    after: { state: moved.value, onDay, by },
    ...(input.reason !== '' && { reason: input.reason }),
  });
  return done({ id: input.id, label: marketMachine[moved.value].label });
}

export async function moveLotStep(
  ctx: Context,
  input: MoveLot,
): Promise<Result<{ id: string; marketId: string; label: string }>> {
  const lot = await lockLot(ctx, input.id);
  const market = lot === null ? null : await findMarket(ctx, lot.marketId);
  if (lot === null || market === null) return refuse('not-found');
  if (lot.version !== input.version) return refuse('changed-meanwhile');
  const by = await moverOf(ctx, {
    buyer: market.buyerId,
    machine: lotMachine,
    from: lot.state,
    to: input.to,
  });
  if (by === null) return refuse('not-allowed');
  const moved = moveLot({ ...stepOf(input, lot.state), by });
  if (!moved.ok) return moved;
  const days = daysWritten(lot, input);
  const ordered = checkMarketDays({ ...lot, ...days });
  if (!ordered.ok) return { ...ordered, field: 'day' };
  const stopped = moved.value === 'completed' || moved.value === 'terminated';
  const closed = stopped ? { closedOn: input.day } : {};
  await updateLot(ctx, { id: lot.id, version: input.version, state: moved.value, ...days, ...closed });
  await record(ctx, {
    action: 'lot.moved',
    subjectType: 'lot',
    subjectId: lot.id,
    before: { state: lot.state, days: daysKept(lot, days) },
    after: { state: moved.value, onDay: input.day ?? parisDay(ctx.now), by },
    ...(input.reason !== '' && { reason: input.reason }),
  });
  await followCommitments(ctx, [lot.id]);
  return done({ id: lot.id, marketId: lot.marketId, label: lotMachine[moved.value].label });
}

async function moverOf<State extends MarketState | LotState>(
  ctx: Context,
  { buyer, machine, from, to }: { buyer: string; machine: Machine<State>; from: State; to: State },
): Promise<Mover | null> {
  const step = machine[from].steps.find((one) => one.to === to);
  return sideFor(await sidesOf(ctx, buyer), (side) => step?.by.includes(side) === true);
}

function stepOf<State extends string>(
  { to, reason, day }: { to: State; reason: string; day: string | null },
  from: State,
) {
  return { from, to, reason, ...(day !== null && { day }) };
}

/** A notification or a start is written once, where every page reads it. */
function daysWritten(
  known: { notifiedOn: string | null; startsOn: string | null },
  { to, day }: { to: string; day: string | null },
): { notifiedOn?: string; startsOn?: string } {
  if (day === null) return {};
  if (to === 'notified') return { notifiedOn: day };
  return to === 'running' && known.startsOn === null ? { startsOn: day } : {};
}

/** What the step writes over, so that it can be taken back. */
function daysKept(
  { notifiedOn, startsOn }: { notifiedOn: string | null; startsOn: string | null },
  written: { notifiedOn?: string; startsOn?: string },
) {
  return {
    ...(written.notifiedOn !== undefined && { notifiedOn }),
    ...(written.startsOn !== undefined && { startsOn }),
  };
}
