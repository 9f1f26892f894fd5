/** Adds a rule to the publics of a market, removes it and puts it back: decisions already taken keep what they applied. */
import { accountOf, organisationOf } from '#domain/actor.ts';
import { marketProfile } from '#domain/clause-criteria.ts';
import { checkPublicRule } from '#domain/market-publics.ts';
import type { MarketPublicRule } from '#domain/market-publics.ts';
import type { Result } from '#domain/result.ts';
import { done, refuse } from '#domain/result.ts';
import { record } from '#db/audit.ts';
import type { Context } from '#http/context.ts';
import type { PublicRuleInput } from './publics-input.ts';
import {
  findMarketOfPublics,
  findPublicRule,
  insertPublicRule,
  listPublicRules,
  setRemoved,
} from './publics-queries.ts';

export interface ChangedPublics {
  id: string;
  marketId: string;
}

export async function addPublicRule(ctx: Context, input: PublicRuleInput): Promise<Result<ChangedPublics>> {
  const organisationId = organisationOf(ctx.actor);
  const market = await findMarketOfPublics(ctx, input.id);
  if (organisationId === null || market === null || !market.managed) return refuse('not-found');
  const lotId = input.lotId === '' ? null : input.lotId;
  if (lotId !== null && !market.lots.some((lot) => lot.id === lotId))
    return refuse('value-unlisted', { field: 'lotId' });
  if (input.untilDay !== null && input.untilDay < input.fromDay)
    return refuse('market-days-order', { field: 'untilDay' });
  const { effect, fromDay, untilDay } = input;
  const rule: MarketPublicRule = {
    effect,
    criterion: effect === 'added' ? marketProfile.code : input.criterion,
    label: effect === 'added' ? input.label : '',
    shareBasisPoints: effect === 'quota' ? input.share : null,
    lotId,
    fromDay,
    untilDay,
  };
  const checked = checkPublicRule(rule, await listPublicRules(ctx, market.id));
  if (!checked.ok) return checked;
  const id = await insertPublicRule(ctx, {
    ...rule,
    marketId: market.id,
    organisationId,
    source: input.source,
    createdBy: accountOf(ctx.actor),
  });
  await record(ctx, {
    action: 'market.public-added',
    subjectType: 'market',
    subjectId: market.id,
    after: { ...rule, source: input.source },
  });
  return done({ id, marketId: market.id });
}

export async function removePublicRule(ctx: Context, { id }: { id: string }): Promise<Result<ChangedPublics>> {
  const rule = await managedRule(ctx, id);
  if (rule === null) return refuse('not-found');
  if (rule.removedAt !== null) return refuse('already-done');
  await setRemoved(ctx, { id, removedAt: ctx.now });
  const { effect, criterion, marketId } = rule;
  await record(ctx, {
    action: 'market.public-removed',
    subjectType: 'market',
    subjectId: marketId,
    before: { effect, criterion },
  });
  return done({ id, marketId });
}

export async function restorePublicRule(ctx: Context, { id }: { id: string }): Promise<Result<ChangedPublics>> {
  const rule = await managedRule(ctx, id);
  if (rule === null) return refuse('not-found');
  if (rule.removedAt === null) return refuse('already-done');
  const checked = checkPublicRule(rule, await listPublicRules(ctx, rule.marketId));
  if (!checked.ok) return refuse(checked.because);
  await setRemoved(ctx, { id, removedAt: null });
  const { effect, criterion, marketId } = rule;
  await record(ctx, {
    action: 'market.public-restored',
    subjectType: 'market',
    subjectId: marketId,
    after: { effect, criterion },
  });
  return done({ id, marketId });
}

async function managedRule(ctx: Context, id: string) {
  const rule = await findPublicRule(ctx, id);
  const market = rule && (await findMarketOfPublics(ctx, rule.marketId));
  return market?.managed === true ? rule : null;
}
