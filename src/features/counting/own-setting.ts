/** A setting one may change: one's own organisation's, and for every market only by its administration. */
import { may } from '#domain/access.ts';
import type { Result } from '#domain/result.ts';
import { done, refuse } from '#domain/result.ts';
import { record } from '#db/audit.ts';
import type { Context } from '#http/context.ts';
import type { RulePlace } from './place.ts';
import { lotPlace, marketPlace, organisationPlace } from './place.ts';
import type { OwnSetting } from './queries.ts';
import { lockOwnSetting } from './queries.ts';

export async function placeOfSetting(
  ctx: Context,
  { marketId, lotId }: Pick<OwnSetting, 'marketId' | 'lotId'>,
): Promise<RulePlace | null> {
  if (lotId !== null) return lotPlace(ctx, lotId);
  return marketId === null ? organisationPlace(ctx) : marketPlace(ctx, marketId);
}

/** Its own organisation set it; and a setting for every market is its administration's. */
export async function ownSetting(ctx: Context, id: string): Promise<Result<{ setting: OwnSetting; path: string }>> {
  const setting = await lockOwnSetting(ctx, id);
  const place = setting === null ? null : await placeOfSetting(ctx, setting);
  if (setting === null || place === null) return refuse('not-found');
  if (setting.marketId === null && !may(ctx.actor, 'counting.organisation').allowed) return refuse('not-allowed');
  return done({ setting, path: place.path });
}

export async function recordSetting(
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
