/** Registers a market with its first lot: the buyer is found or written down, and a facilitator who registers leads on the lot. */
import { parisDay } from '#domain/day.ts';
import { entryStates } from '#domain/market-entry.ts';
import { checkMarketDays } from '#domain/market-shape.ts';
import type { Result } from '#domain/result.ts';
import { done, refuse } from '#domain/result.ts';
import { readTypedCommitment } from '#domain/typed-commitment.ts';
import { record } from '#db/audit.ts';
import type { Context } from '#http/context.ts';
import { deskOf } from './desk.ts';
import type { MarketFields, NewMarket } from './input.ts';
import type { Looked } from './known-organisation.ts';
import { namedBuyer, namedHolder } from './known-organisation.ts';
import { openLot } from './open-lot.ts';
import { checkPlace } from './place.ts';
import { insertMarket, insertStep } from './queries.ts';

export async function registerMarket(
  ctx: Context,
  input: NewMarket & { chercher?: string },
  looked: Looked,
): Promise<Result<{ id: string; lot: string; object: string }>> {
  if (input.chercher) return refuse('search-first', { field: input.chercher });
  const desk = deskOf(ctx.actor);
  if (desk === null) return refuse('not-allowed');
  const days = checkMarketDays(input);
  if (!days.ok) return days;
  const commitment = readTypedCommitment(input);
  if (!commitment.ok) return commitment;
  const buyer = desk.kind === 'buyer' ? done(desk.organisation) : await namedBuyer(ctx, input, looked.buyer);
  if (!buyer.ok) return buyer;
  const placed = await checkPlace(ctx, { ...input, buyerId: buyer.value });
  if (!placed.ok) return placed;
  const holder = await namedHolder(ctx, input, looked.holder);
  if (!holder.ok) return holder;
  const states = entryStates(input, parisDay(ctx.now));
  const fields = marketFieldsOf(input);
  const id = await insertMarket(ctx, {
    ...fields,
    keeperId: desk.organisation,
    buyerId: buyer.value,
    state: states.market,
  });
  const lot = await openLot(ctx, {
    desk,
    marketId: id,
    territory: input.departmentCode,
    number: 1,
    title: input.lotTitle || 'Lot unique',
    trade: input.trade,
    days: daysOf(input),
    states,
    commitment: commitment.value,
    waiverNote: input.waiverNote,
    holder: holder.value,
  });
  const onDay = input.notifiedOn ?? parisDay(ctx.now);
  await insertStep(ctx, { marketId: id, state: states.market, onDay, reason: '' });
  await record(ctx, {
    action: 'market.created',
    subjectType: 'market',
    subjectId: id,
    after: { ...fields, buyerId: buyer.value, holder: holder.value, commitment: commitment.value },
  });
  return done({ id, lot, object: input.object });
}

export function daysOf({ notifiedOn, startsOn, endsOn }: Pick<MarketFields, 'notifiedOn' | 'startsOn' | 'endsOn'>) {
  return { notifiedOn, startsOn, endsOn };
}

export function marketFieldsOf(input: MarketFields): MarketFields {
  return {
    object: input.object,
    reference: input.reference,
    kind: input.kind,
    vehicle: input.vehicle,
    boughtFor: input.boughtFor,
    operationId: input.operationId,
    parentId: input.parentId,
    departmentCode: input.departmentCode,
    communeCode: input.communeCode,
    place: input.place,
    consultationOn: input.consultationOn,
    cpv: input.cpv,
    ccag: input.ccag,
    derogatesCcag: input.derogatesCcag,
    ...daysOf(input),
  };
}
