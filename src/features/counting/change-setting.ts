/** Ends a setting, takes it back, and undoes both. */
import { may } from '#domain/access.ts';
import type { Day } from '#domain/day.ts';
import { formatShortDay } from '#domain/day.ts';
import type { Result } from '#domain/result.ts';
import { done, refuse } from '#domain/result.ts';
import { record } from '#db/audit.ts';
import type { Context } from '#http/context.ts';
import type { RulePlace } from './place.ts';
import { lotPlace, marketPlace, organisationPlace } from './place.ts';
import type { OwnSetting } from './queries.ts';
import { lockOwnSetting, updateSetting } from './queries.ts';

export interface ChangedSetting {
  id: string;
  code: string;
  path: string;
}

export async function endSetting(
  ctx: Context,
  { id, untilDay }: { id: string; untilDay: Day },
): Promise<Result<ChangedSetting>> {
  const found = await ownSetting(ctx, id);
  if (!found.ok) return found;
  const { setting, path } = found.value;
  if (setting.untilDay !== null || setting.withdrawnAt !== null) return refuse('already-done');
  if (untilDay < setting.fromDay) {
    return refuse('rule-end-before', { field: 'untilDay', details: { day: formatShortDay(setting.fromDay) } });
  }
  await updateSetting(ctx, { id, untilDay });
  await told(ctx, { action: 'counting.ended', setting, after: { untilDay } });
  return done({ id, code: setting.code, path });
}

export async function reopenSetting(ctx: Context, { id }: { id: string }): Promise<Result<ChangedSetting>> {
  const found = await ownSetting(ctx, id);
  if (!found.ok) return found;
  const { setting, path } = found.value;
  if (setting.untilDay === null) return refuse('already-done');
  await updateSetting(ctx, { id, untilDay: null });
  await told(ctx, { action: 'counting.end-undone', setting, before: { untilDay: setting.untilDay } });
  return done({ id, code: setting.code, path });
}

export const withdrawSetting = (ctx: Context, { id }: { id: string }) => setWithdrawn(ctx, id, true);
export const restoreSetting = (ctx: Context, { id }: { id: string }) => setWithdrawn(ctx, id, false);

async function setWithdrawn(ctx: Context, id: string, withdrawn: boolean): Promise<Result<ChangedSetting>> {
  const found = await ownSetting(ctx, id);
  if (!found.ok) return found;
  const { setting, path } = found.value;
  if ((setting.withdrawnAt !== null) === withdrawn) return refuse('already-done');
  await updateSetting(ctx, { id, withdrawnAt: withdrawn ? ctx.now : null });
  await told(ctx, { action: withdrawn ? 'counting.withdrawn' : 'counting.restored', setting });
  return done({ id, code: setting.code, path });
}

export async function placeOfSetting(
  ctx: Context,
  { marketId, lotId }: Pick<OwnSetting, 'marketId' | 'lotId'>,
): Promise<RulePlace | null> {
  if (lotId !== null) return lotPlace(ctx, lotId);
  return marketId === null ? organisationPlace(ctx) : marketPlace(ctx, marketId);
}

/** Its own organisation set it; and a setting for every market is its administration's. */
async function ownSetting(ctx: Context, id: string): Promise<Result<{ setting: OwnSetting; path: string }>> {
  const setting = await lockOwnSetting(ctx, id);
  const place = setting === null ? null : await placeOfSetting(ctx, setting);
  if (setting === null || place === null) return refuse('not-found');
  if (setting.marketId === null && !may(ctx.actor, 'counting.organisation').allowed) return refuse('not-allowed');
  return done({ setting, path: place.path });
}

async function told(
  ctx: Context,
  {
    action,
    setting,
    before = {},
    after = {},
  }: {
    action: `counting.${string}`;
    setting: OwnSetting;
    before?: Record<string, unknown>;
    after?: Record<string, unknown>;
  },
): Promise<void> {
  await record(ctx, {
    action,
    subjectType: 'counting-setting',
    subjectId: setting.id,
    before: { code: setting.code, ...before },
    after: { code: setting.code, ...after },
  });
}
