/** Removes a point of contact from the list, and puts it back: nothing is lost. */
import type { Result } from '#domain/result.ts';
import { done, refuse } from '#domain/result.ts';
import { record } from '#db/audit.ts';
import type { Context } from '#http/context.ts';
import type { ContactRow } from './queries.ts';
import { isLabelTaken, lockOwnContact, setArchived } from './queries.ts';

export async function archiveContact(ctx: Context, { id }: { id: string }): Promise<Result<ContactRow>> {
  const contact = await lockOwnContact(ctx, id);
  if (contact === null) return refuse('not-found');
  if (contact.archivedAt !== null) return refuse('already-done');
  await setArchived(ctx, { id, archivedAt: ctx.now });
  await record(ctx, { action: 'contact.archived', subjectType: 'contact', subjectId: id });
  return done(contact);
}

export async function restoreContact(ctx: Context, { id }: { id: string }): Promise<Result<ContactRow>> {
  const contact = await lockOwnContact(ctx, id);
  if (contact === null) return refuse('not-found');
  if (contact.archivedAt === null) return refuse('already-done');
  if (await isLabelTaken(ctx, { label: contact.label, except: id })) return refuse('contact-label-taken');
  await setArchived(ctx, { id, archivedAt: null });
  await record(ctx, { action: 'contact.restored', subjectType: 'contact', subjectId: id });
  return done(contact);
}
