/** Adds a lot to a market, or changes one unless somebody changed it meanwhile. */
import { parisDay } from '#domain/day.ts';
import { entryStates } from '#domain/market-entry.ts';
import { checkMarketDays } from '#domain/market-shape.ts';
import type { Result } from '#domain/result.ts';
import { done, refuse } from '#domain/result.ts';
import { readTypedCommitment } from '#domain/typed-commitment.ts';
import { record } from '#db/audit.ts';
import type { Context } from '#http/context.ts';
import { deskOf } from './desk.ts';
import type { Looked } from './known-organisation.ts';
import { namedHolder } from './known-organisation.ts';
import type { EditLot, NewLot } from './lot-input.ts';
import type { LotRow } from './lot-queries.ts';
import { lockLot, updateLot } from './lot-queries.ts';
import { openLot } from './open-lot.ts';
import { lockMarket } from './queries.ts';
import { daysOf } from './register.ts';

export async function addLot(
  ctx: Context,
  input: NewLot,
  looked: Looked,
): Promise<Result<{ id: string; marketId: string; title: string }>> {
  const desk = deskOf(ctx.actor);
  const market = await lockMarket(ctx, input.id);
  if (market === null) return refuse('not-found');
  if (desk === null) return refuse('not-allowed');
  const days = {
    notifiedOn: input.notifiedOn ?? market.notifiedOn,
    startsOn: input.startsOn ?? market.startsOn,
    endsOn: input.endsOn ?? market.endsOn,
  };
  const ordered = checkMarketDays(days);
  if (!ordered.ok) return ordered;
  const commitment = readTypedCommitment(input);
  if (!commitment.ok) return commitment;
  const holder = await namedHolder(ctx, input, looked.holder);
  if (!holder.ok) return holder;
  const { number, title, trade, waiverNote } = input;
  const id = await openLot(ctx, {
    desk,
    marketId: market.id,
    territory: market.departmentCode,
    number,
    title,
    trade,
    waiverNote,
    days,
    states: entryStates(days, parisDay(ctx.now)),
    commitment: commitment.value,
    holder: holder.value,
  });
  await record(ctx, {
    action: 'lot.created',
    subjectType: 'lot',
    subjectId: id,
    after: { number, title, trade, ...days, commitment: commitment.value, holder: holder.value },
  });
  return done({ id, marketId: market.id, title });
}

export async function editLot(ctx: Context, input: EditLot): Promise<Result<{ id: string; marketId: string }>> {
  const before = await lockLot(ctx, input.id);
  if (before === null) return refuse('not-found');
  if (before.version !== input.version) return refuse('changed-meanwhile');
  const ordered = checkMarketDays(input);
  if (!ordered.ok) return ordered;
  const after = lotFieldsOf(input);
  await updateLot(ctx, { id: input.id, version: input.version, ...after });
  await record(ctx, {
    action: 'lot.edited',
    subjectType: 'lot',
    subjectId: input.id,
    before: lotFieldsOf(before),
    after,
  });
  return done({ id: input.id, marketId: before.marketId });
}

function lotFieldsOf(lot: Pick<LotRow, 'number' | 'title' | 'trade' | 'notifiedOn' | 'startsOn' | 'endsOn'>) {
  return { number: lot.number, title: lot.title, trade: lot.trade, ...daysOf(lot) };
}
