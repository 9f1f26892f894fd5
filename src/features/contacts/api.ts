/** Points of contact for partners: the same stories as the pages. */
import { z } from 'zod';
import { visible } from '#domain/fields.ts';
import { contactPurposes } from '#domain/contact.ts';
import { done, refuse } from '#domain/result.ts';
import type { Context } from '#http/context.ts';
import { endpoint } from '#http/route.ts';
import { archiveContact } from './archive.ts';
import { createContact } from './create.ts';
import { editContact } from './edit.ts';
import { contactIdInput, editContactInput, newContactInput } from './input.ts';
import type { ContactRow } from './queries.ts';
import { contactsPerPage, findContact, listContacts } from './queries.ts';

const contactOutput = z.object({
  id: z.uuid(),
  organisationId: z.uuid(),
  organisationName: z.string().optional(),
  label: z.string(),
  purpose: z.enum(contactPurposes),
  email: z.string(),
  phone: z.string(),
  internalNote: z.string().optional(),
  version: z.int().optional(),
});

const listInput = z.object({ cursor: z.string().max(500).optional() });
const listOutput = z.object({ items: z.array(contactOutput), next: z.string().nullable() });

export const contactEndpoints = [
  endpoint({
    method: 'GET',
    path: '/api/v1/contacts',
    permission: 'contact.read',
    throttle: 'api',
    summary: 'List the points of contact of your organisation and of those linked to it',
    input: listInput,
    output: listOutput,
    story: (ctx, { cursor }) => readList(ctx, cursor),
  }),
  endpoint({
    method: 'GET',
    path: '/api/v1/contacts/:id',
    permission: 'contact.read',
    throttle: 'api',
    summary: 'Read one point of contact',
    input: contactIdInput,
    output: contactOutput,
    async story(ctx, { id }) {
      const contact = await findContact(ctx, id);
      return contact === null ? refuse('not-found') : done(shown(ctx, contact));
    },
  }),
  endpoint({
    method: 'POST',
    path: '/api/v1/contacts',
    permission: 'contact.write',
    throttle: 'api',
    summary: 'Add a point of contact',
    input: newContactInput,
    output: contactOutput,
    status: 201,
    story: async (ctx, input) => shownResult(ctx, await createContact(ctx, input)),
  }),
  endpoint({
    method: 'PUT',
    path: '/api/v1/contacts/:id',
    permission: 'contact.write',
    throttle: 'api',
    summary: 'Change a point of contact; give the version you read',
    input: editContactInput,
    output: contactOutput,
    story: async (ctx, input) => shownResult(ctx, await editContact(ctx, input)),
  }),
  endpoint({
    method: 'DELETE',
    path: '/api/v1/contacts/:id',
    permission: 'contact.write',
    throttle: 'api',
    summary: 'Remove a point of contact from the list; it can be restored on its page',
    input: contactIdInput,
    output: z.null(),
    status: 204,
    async story(ctx, input) {
      const archived = await archiveContact(ctx, input);
      return archived.ok ? done(null) : archived;
    },
  }),
];

async function readList(ctx: Context, cursor: string | undefined) {
  const { rows, next } = await listContacts(ctx, {
    search: '',
    purpose: null,
    archived: false,
    by: 'label',
    direction: 'ascending',
    after: cursor,
    size: contactsPerPage,
  });
  return done({ items: rows.map((row) => shown(ctx, row)), next: next ?? null });
}

function shownResult(ctx: Context, result: Awaited<ReturnType<typeof createContact>>) {
  return result.ok ? done(shown(ctx, result.value)) : result;
}

/** The output schema checks what the allow-list left. */
function shown({ actor }: Context, row: ContactRow): z.input<typeof contactOutput> {
  return contactOutput.parse(visible(actor, 'contact', { row, organisation: row.organisationId }));
}
