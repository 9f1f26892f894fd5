/** What a rule changes among lines not yet sealed, and the recount of those already validated under another one. */
import type { Result } from '#domain/result.ts';
import { done, refuse } from '#domain/result.ts';
import { organisationOf } from '#domain/actor.ts';
import { record } from '#db/audit.ts';
import { followCommitments } from '#db/commitment-follow.ts';
import type { SettingRow } from '#db/counting-settings.ts';
import type { Context } from '#http/context.ts';
import { allocateToOwnLot, withdrawAllocations } from './allocate.ts';
import type { RecountScope } from './recount-queries.ts';
import { listRecountable } from './recount-queries.ts';
import { affectedLines, outdatedLines } from './affected-lines.ts';
import { lockReviewed, setLines } from './review-queries.ts';

export type { RecountScope } from './recount-queries.ts';

export interface RecountPreview {
  /** Validated lines that would count otherwise. */
  validated: number;
  /** Lines still to be reviewed that would count otherwise. */
  submitted: number;
  /** More lines than are read at once. */
  partial: boolean;
}

/** What a setting nobody wrote yet would change. */
export async function previewChange(
  ctx: Context,
  { scope, change }: { scope: RecountScope; change: SettingRow },
): Promise<RecountPreview> {
  const { declarations, partial } = await listRecountable(ctx, scope);
  const affected = await affectedLines(ctx, { declarations, changesOf: () => [change] });
  const validated = affected.filter(({ row }) => row.state === 'validated').length;
  return { validated, submitted: affected.length - validated, partial };
}

/** Validated lines that keep the count of a rule since replaced, ended or taken back. */
export async function countOutdated(
  ctx: Context,
  { scope, code }: { scope: RecountScope; code: string },
): Promise<number> {
  const { declarations } = await listRecountable(ctx, scope);
  return (await outdatedLines(ctx, { declarations, code })).length;
}

/** Their parts come back to their own lot: a surplus is shared again afterwards, by whoever decides it. */
export async function recountLines(
  ctx: Context,
  { scope, code }: { scope: RecountScope; code: string },
): Promise<Result<{ lines: number }>> {
  const { declarations } = await listRecountable(ctx, scope);
  const locked = await lockReviewed(ctx, declarations);
  const changed = await outdatedLines(ctx, { declarations: locked.map(({ id }) => id), code });
  if (changed.length === 0) return refuse('rule-nothing-to-recount');
  await withdrawAllocations(
    ctx,
    changed.map(({ row }) => row),
  );
  await setLines(
    ctx,
    changed.map(({ row, now }) => ({
      id: row.id,
      state: 'validated',
      reason: row.reason,
      countedMinutes: now.counted,
      ruleVersion: now.ruleApplied?.version ?? '',
    })),
  );
  await allocateToOwnLot(
    ctx,
    changed.map(({ row, now }) => ({ row, counted: now.counted })),
  );
  await followCommitments(
    ctx,
    changed.map(({ row }) => row.lotId),
  );
  await record(ctx, {
    action: 'hours.recounted',
    ...subjectOf(ctx, scope),
    before: { rule: code, lines: changed.map(({ row }) => ({ id: row.id, counted: row.countedMinutes })) },
    after: { rule: code, lines: changed.map(({ row, now }) => ({ id: row.id, counted: now.counted })) },
  });
  return done({ lines: changed.length });
}

function subjectOf({ actor }: Context, { market, lot }: RecountScope) {
  if (lot !== null) return { subjectType: 'lot', subjectId: lot };
  return market === null
    ? { subjectType: 'organisation', subjectId: organisationOf(actor) ?? '' }
    : { subjectType: 'market', subjectId: market };
}
