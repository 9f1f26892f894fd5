/** Freezes an erasure, with its reason, its author and its end; and lifts the freeze. */
import { accountOf, organisationOf } from '#domain/actor.ts';
import { parisDay } from '#domain/day.ts';
import type { Result } from '#domain/result.ts';
import { done, refuse } from '#domain/result.ts';
import { record } from '#db/audit.ts';
import type { Context } from '#http/context.ts';
import { findTarget, insertHold, liftHoldRow, lockHold } from './hold-queries.ts';
import type { HoldInput } from './input.ts';

export async function setHold(ctx: Context, { cible, ground, reason, untilDay }: HoldInput): Promise<Result<null>> {
  const organisationId = organisationOf(ctx.actor);
  const createdBy = accountOf(ctx.actor);
  const target = await findTarget(ctx, cible);
  if (organisationId === null || createdBy === null) return refuse('not-allowed');
  if (target === null) return refuse('hold-target', { field: 'cible' });
  if (untilDay < parisDay(ctx.now)) return refuse('hold-over', { field: 'untilDay' });
  const id = await insertHold(ctx, { organisationId, ...target, ground, reason, untilDay, createdBy });
  await record(ctx, {
    action: 'hold.set',
    subjectType: 'legal-hold',
    subjectId: id,
    after: { ground, untilDay },
    reason,
  });
  return done(null);
}

export async function liftHold(ctx: Context, { id, version }: { id: string; version: number }): Promise<Result<null>> {
  const hold = await lockHold(ctx, id);
  if (hold === null) return refuse('not-found');
  if (hold.liftedOn !== null) return refuse('already-done');
  if (hold.version !== version) return refuse('changed-meanwhile');
  await liftHoldRow(ctx, { id, liftedOn: parisDay(ctx.now), liftedBy: accountOf(ctx.actor) });
  await record(ctx, { action: 'hold.lifted', subjectType: 'legal-hold', subjectId: id });
  return done(null);
}
