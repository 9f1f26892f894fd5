/** Tranches of a lot: firm ones count at once, conditional ones when the buyer affirms them. */
import { parisDay } from '#domain/day.ts';
import { checkMarketDays } from '#domain/market-shape.ts';
import { parseTypedHours } from '#domain/minutes.ts';
import type { Result } from '#domain/result.ts';
import { done, refuse } from '#domain/result.ts';
import { record } from '#db/audit.ts';
import type { Context } from '#http/context.ts';
import type { NewTranche } from './lot-input.ts';
import { insertTranche, lockLot, lockTranche, setAffirmed } from './lot-queries.ts';

export async function addTranche(ctx: Context, input: NewTranche): Promise<Result<{ id: string; number: number }>> {
  const lot = await lockLot(ctx, input.id);
  if (lot === null) return refuse('not-found');
  const minutes = parseTypedHours(input.hours);
  if (!minutes.ok) return { ...minutes, field: 'hours' };
  const { number, conditional, startsOn, endsOn } = input;
  const ordered = checkMarketDays({ notifiedOn: null, startsOn, endsOn });
  if (!ordered.ok) return ordered;
  const affirmedOn = conditional ? null : (lot.notifiedOn ?? parisDay(ctx.now));
  const tranche = { number, conditional, minutes: minutes.value, affirmedOn, startsOn, endsOn };
  const id = await insertTranche(ctx, { ...tranche, lotId: lot.id, marketId: lot.marketId });
  await record(ctx, {
    action: 'tranche.created',
    subjectType: 'lot',
    subjectId: lot.id,
    after: { id, ...tranche },
  });
  return done({ id: lot.id, number });
}

export async function affirmTranche(
  ctx: Context,
  input: { id: string; tranche: string; day: string | null },
): Promise<Result<{ id: string; number: number }>> {
  const lot = await lockLot(ctx, input.id);
  const tranche = lot === null ? null : await lockTranche(ctx, { id: input.tranche, lotId: lot.id });
  if (lot === null || tranche === null) return refuse('not-found');
  if (!tranche.conditional) return refuse('tranche-firm');
  if (tranche.affirmedOn !== null) return refuse('tranche-affirmed');
  const day = input.day ?? parisDay(ctx.now);
  await setAffirmed(ctx, { id: tranche.id, day });
  await record(ctx, {
    action: 'tranche.affirmed',
    subjectType: 'lot',
    subjectId: lot.id,
    after: { number: tranche.number, affirmedOn: day },
  });
  return done({ id: lot.id, number: tranche.number });
}
