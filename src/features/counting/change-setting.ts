/** Ends a setting, takes it back, and undoes both. */
import type { Day } from '#domain/day.ts';
import { formatShortDay } from '#domain/day.ts';
import type { Result } from '#domain/result.ts';
import { done, refuse } from '#domain/result.ts';
import type { Context } from '#http/context.ts';
import { ownSetting, recordSetting } from './own-setting.ts';
import { updateSetting } from './write-queries.ts';

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
  await recordSetting(ctx, { action: 'counting.ended', setting, after: { untilDay } });
  return done({ id, code: setting.code, path });
}

export async function reopenSetting(ctx: Context, { id }: { id: string }): Promise<Result<ChangedSetting>> {
  const found = await ownSetting(ctx, id);
  if (!found.ok) return found;
  const { setting, path } = found.value;
  if (setting.untilDay === null) return refuse('already-done');
  await updateSetting(ctx, { id, untilDay: null });
  await recordSetting(ctx, { action: 'counting.end-undone', setting, before: { untilDay: setting.untilDay } });
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
  await recordSetting(ctx, { action: withdrawn ? 'counting.withdrawn' : 'counting.restored', setting });
  return done({ id, code: setting.code, path });
}
