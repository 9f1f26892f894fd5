/** What may be sent about a point of contact. */
import { z } from 'zod';
import { contactPurposes } from '#domain/contact.ts';
import { choice, id, line, optionalEmailAddress, optionalPhone, optionalText, version } from '#http/shapes.ts';

const contactFields = {
  label: line({
    says: 'Donnez un nom à ce point de contact, par exemple «\u00A0Service marchés\u00A0».',
    max: 80,
  }),
  purpose: choice(contactPurposes, { says: 'Choisissez à quoi sert ce point de contact.' }),
  email: optionalEmailAddress,
  phone: optionalPhone,
  internalNote: optionalText({ max: 500 }),
};

export const newContactInput = z.object(contactFields);
export const editContactInput = z.object({ ...contactFields, id, version });
export const contactIdInput = z.object({ id });

export type NewContact = z.output<typeof newContactInput>;
export type EditContact = z.output<typeof editContactInput>;
