/** Adds a visit by hand, cancels one and takes that back, or takes it upon oneself. */
import { accountOf } from '#domain/actor.ts';
import { formatShortDay, parisDay } from '#domain/day.ts';
import type { Result } from '#domain/result.ts';
import { done, refuse } from '#domain/result.ts';
import { isOpenVisit } from '#domain/visit-state.ts';
import { record } from '#db/audit.ts';
import type { Context } from '#http/context.ts';
import type { AddInput, VisitInput } from './input.ts';
import { findContractPlace, insertVisit, lockVisit, updateVisit } from './queries.ts';

export async function addVisit(ctx: Context, { id: contractId, dueOn }: AddInput): Promise<Result<{ id: string }>> {
  const place = await findContractPlace(ctx, contractId);
  if (place === null) return refuse('not-found');
  if (dueOn < parisDay(ctx.now)) return refuse('visit-moved-past', { field: 'dueOn' });
  const { personId, holderId, endedOn } = place;
  if (endedOn !== null && dueOn > endedOn) {
    return refuse('visit-outside-contract', { field: 'dueOn', details: { day: formatShortDay(endedOn) } });
  }
  const id = await insertVisit(ctx, { personId, holderId, contractId, dueOn, accountId: accountOf(ctx.actor) });
  await record(ctx, { action: 'visit.added', subjectType: 'visit', subjectId: id, after: { dueOn } });
  return done({ id });
}

export async function cancelVisit(ctx: Context, { id, version }: VisitInput): Promise<Result<{ id: string }>> {
  const visit = await lockVisit(ctx, id);
  if (visit === null) return refuse('not-found');
  if (!isOpenVisit(visit.state)) return refuse(visit.state === 'cancelled' ? 'visit-cancelled' : 'visit-already-noted');
  if (visit.version !== version) return refuse('changed-meanwhile');
  await updateVisit(ctx, id, { state: 'cancelled', cancelledBecause: 'by-hand' });
  await record(ctx, { action: 'visit.cancelled', subjectType: 'visit', subjectId: id, before: { state: visit.state } });
  return done({ id });
}

export async function putBackVisit(ctx: Context, { id }: { id: string }): Promise<Result<{ id: string }>> {
  const visit = await lockVisit(ctx, id);
  if (visit === null) return refuse('not-found');
  if (visit.state !== 'cancelled') return refuse('already-done');
  await updateVisit(ctx, id, { state: 'planned', cancelledBecause: null });
  await record(ctx, { action: 'visit.put-back', subjectType: 'visit', subjectId: id });
  return done({ id });
}

export async function takeVisit(ctx: Context, { id }: { id: string }): Promise<Result<{ id: string }>> {
  const visit = await lockVisit(ctx, id);
  if (visit === null) return refuse('not-found');
  if (visit.accountId === accountOf(ctx.actor)) return refuse('already-done');
  // Who goes changes nothing of the visit itself: a note under way stays good.
  await ctx.db
    .updateTable('visit')
    .set({ accountId: accountOf(ctx.actor) })
    .where('id', '=', id)
    .execute();
  await record(ctx, { action: 'visit.taken', subjectType: 'visit', subjectId: id });
  return done({ id });
}
