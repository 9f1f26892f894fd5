/** Reads and writes one's own saved views; row security keeps to one's account in one's organisation. */
import { accountOf, organisationOf } from '#domain/actor.ts';
import type { Context } from '#http/context.ts';
import type { NewView } from './views-input.ts';

export interface ViewRow {
  id: string;
  name: string;
  address: string;
  removedAt: Date | null;
}

const columns = ['id', 'name', 'address', 'removedAt'] as const;

export function listViews({ db }: Context): Promise<ViewRow[]> {
  return db.selectFrom('savedView').select(columns).where('removedAt', 'is', null).orderBy('name').execute();
}

export async function findView({ db }: Context, id: string): Promise<ViewRow | null> {
  return (await db.selectFrom('savedView').select(columns).where('id', '=', id).executeTakeFirst()) ?? null;
}

export async function isViewNameTaken({ db }: Context, name: string): Promise<boolean> {
  const same = db.selectFrom('savedView').select('id').where('name', '=', name).where('removedAt', 'is', null);
  return (await same.executeTakeFirst()) !== undefined;
}

export function insertView({ db, actor, now }: Context, view: NewView): Promise<ViewRow> {
  return db
    .insertInto('savedView')
    .values({
      ...view,
      organisationId: organisationOf(actor) ?? '',
      accountId: accountOf(actor) ?? '',
      createdAt: now,
    })
    .returning(columns)
    .executeTakeFirstOrThrow();
}

export async function setViewRemoved(
  { db }: Context,
  { id, removedAt }: { id: string; removedAt: Date | null },
): Promise<void> {
  await db.updateTable('savedView').set({ removedAt }).where('id', '=', id).execute();
}
