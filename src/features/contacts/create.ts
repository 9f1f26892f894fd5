/** Adds a point of contact to the actor's organisation. */
import { organisationOf } from '#domain/actor.ts';
import { checkContact } from '#domain/contact.ts';
import type { Result } from '#domain/result.ts';
import { done, refuse } from '#domain/result.ts';
import { record } from '#db/audit.ts';
import type { Context } from '#http/context.ts';
import type { NewContact } from './input.ts';
import type { ContactRow } from './queries.ts';
import { insertContact, isLabelTaken } from './queries.ts';

export async function createContact(ctx: Context, input: NewContact): Promise<Result<ContactRow>> {
  const organisation = organisationOf(ctx.actor);
  if (organisation === null) return refuse('not-allowed');
  const complete = checkContact(input);
  if (!complete.ok) return complete;
  if (await isLabelTaken(ctx, { label: input.label })) return refuse('contact-label-taken', { field: 'label' });
  const contact = await insertContact(ctx, { ...input, organisationId: organisation });
  await record(ctx, {
    action: 'contact.created',
    subjectType: 'contact',
    subjectId: contact.id,
    after: input,
  });
  return done(contact);
}
