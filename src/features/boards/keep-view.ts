/** Keeps a list under a name, removes it, and puts it back: a view is a name and an address, nothing else. */
import type { Result } from '#domain/result.ts';
import { done, refuse } from '#domain/result.ts';
import { record } from '#db/audit.ts';
import type { Context } from '#http/context.ts';
import type { NewView } from './views-input.ts';
import type { ViewRow } from './views-queries.ts';
import { findView, insertView, isViewNameTaken, listViews, setViewRemoved } from './views-queries.ts';

export const mostViews = 20;

export async function saveView(ctx: Context, view: NewView): Promise<Result<ViewRow>> {
  if (await isViewNameTaken(ctx, view.name)) return refuse('view-name-taken', { field: 'name' });
  if ((await listViews(ctx)).length >= mostViews) return refuse('views-too-many', { details: { most: mostViews } });
  const saved = await insertView(ctx, view);
  await record(ctx, { action: 'view.saved', subjectType: 'saved-view', subjectId: saved.id });
  return done(saved);
}

export async function removeView(ctx: Context, { id }: { id: string }): Promise<Result<ViewRow>> {
  const view = await findView(ctx, id);
  if (view === null) return refuse('not-found');
  if (view.removedAt !== null) return refuse('already-done');
  await setViewRemoved(ctx, { id, removedAt: ctx.now });
  await record(ctx, { action: 'view.removed', subjectType: 'saved-view', subjectId: id });
  return done(view);
}

export async function restoreView(ctx: Context, { id }: { id: string }): Promise<Result<ViewRow>> {
  const view = await findView(ctx, id);
  if (view === null) return refuse('not-found');
  if (view.removedAt === null) return refuse('already-done');
  if (await isViewNameTaken(ctx, view.name)) return refuse('view-name-taken');
  await setViewRemoved(ctx, { id, removedAt: null });
  await record(ctx, { action: 'view.restored', subjectType: 'saved-view', subjectId: id });
  return done(view);
}
