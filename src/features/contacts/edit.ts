/** Changes a point of contact, unless somebody changed it meanwhile. */
import { checkContact } from '#domain/contact.ts';
import type { Result } from '#domain/result.ts';
import { done, refuse } from '#domain/result.ts';
import { record } from '#db/audit.ts';
import type { Context } from '#http/context.ts';
import type { EditContact } from './input.ts';
import type { ContactRow } from './queries.ts';
import { isLabelTaken, lockOwnContact, updateContact } from './queries.ts';

export async function editContact(ctx: Context, input: EditContact): Promise<Result<ContactRow>> {
  const before = await lockOwnContact(ctx, input.id);
  if (before === null || before.archivedAt !== null) return refuse('not-found');
  const complete = checkContact(input);
  if (!complete.ok) return complete;
  if (before.version !== input.version) return refuse('changed-meanwhile');
  if (await isLabelTaken(ctx, { label: input.label, except: input.id })) {
    return refuse('contact-label-taken', { field: 'label' });
  }
  const after = await updateContact(ctx, input);
  await record(ctx, {
    action: 'contact.edited',
    subjectType: 'contact',
    subjectId: input.id,
    before: told(before),
    after: told(after),
  });
  return done(after);
}

function told({ label, purpose, email, phone, internalNote }: ContactRow): Record<string, string> {
  return { label, purpose, email, phone, internalNote };
}
