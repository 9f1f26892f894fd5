/** Points of contact: the list, the form, and the removal that can be undone. */
import type { Route } from '#http/route.ts';
import { action, page } from '#http/route.ts';
import { archiveContact, restoreContact } from './archive.ts';
import { createContact } from './create.ts';
import { editContact } from './edit.ts';
import { drawContact } from './card-page.tsx';
import { drawEditForm, drawNewForm } from './form-page.tsx';
import { contactIdInput, editContactInput, newContactInput } from './input.ts';
import { drawList } from './list-page.tsx';

export const contactRoutes: Route[] = [
  page({ path: '/contacts', permission: 'contact.read', throttle: 'search', view: drawList }),
  page({ path: '/contacts/nouveau', permission: 'contact.write', view: drawNewForm }),
  action({
    path: '/contacts/nouveau',
    permission: 'contact.write',
    input: newContactInput,
    story: createContact,
    afterwards: ({ id, label }) => ({
      to: `/contacts#liste-${id}`,
      say: `Point de contact «\u00A0${label}\u00A0» ajouté.`,
      undo: `/contacts/${id}/retirer`,
    }),
    page: drawNewForm,
  }),
  page({ path: '/contacts/:id', permission: 'contact.read', view: drawContact }),
  action({
    path: '/contacts/:id',
    permission: 'contact.write',
    input: editContactInput,
    story: editContact,
    afterwards: ({ id, label }) => ({
      to: `/contacts#liste-${id}`,
      say: `Point de contact «\u00A0${label}\u00A0» modifié.`,
    }),
    page: drawEditForm,
  }),
  action({
    path: '/contacts/:id/retirer',
    permission: 'contact.write',
    input: contactIdInput,
    story: archiveContact,
    afterwards: ({ id, label }) => ({
      to: '/contacts',
      say: `Point de contact «\u00A0${label}\u00A0» retiré.`,
      undo: `/contacts/${id}/remettre`,
    }),
    page: drawList,
  }),
  action({
    path: '/contacts/:id/remettre',
    permission: 'contact.write',
    input: contactIdInput,
    story: restoreContact,
    afterwards: ({ id, label }) => ({
      to: `/contacts#liste-${id}`,
      say: `Point de contact «\u00A0${label}\u00A0» remis dans la liste.`,
    }),
    page: drawList,
  }),
];
