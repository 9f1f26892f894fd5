/** One point of contact: a form for who keeps it, a card for who may only read it, here or at a linked organisation. */
import { mayOn } from '#domain/access.ts';
import { contactPurposeLabels } from '#domain/contact.ts';
import { visible } from '#domain/fields.ts';
import { formatPhone } from '#domain/phone.ts';
import type { PageRequest, View } from '#http/route.ts';
import { DefinitionList, PageHeading } from '#ui/parts.tsx';
import { drawEditForm } from './form-page.tsx';
import { findContact } from './queries.ts';

export async function drawContact(request: PageRequest): Promise<View | null> {
  const { actor } = request.ctx;
  const contact = await findContact(request.ctx, request.params['id'] ?? '');
  if (contact === null || contact.archivedAt !== null) return null;
  const organisation = contact.organisationId;
  if (mayOn(actor, 'contact.write', { organisation }).allowed) return drawEditForm(request);
  const shown = visible(actor, 'contact', { row: contact, organisation });
  const items = [
    { term: 'Usage', value: contactPurposeLabels[contact.purpose] },
    {
      term: 'Adresse électronique',
      value: shown.email && <a href={`mailto:${shown.email}`}>{shown.email}</a>,
    },
    {
      term: 'Téléphone',
      value: shown.phone && <a href={`tel:${shown.phone}`}>{formatPhone(shown.phone)}</a>,
    },
    { term: 'Note interne', value: shown.internalNote },
  ].filter(({ value }) => value !== undefined && value !== '');
  const body = (
    <>
      <PageHeading title={contact.label} breadcrumb={[{ href: '/contacts', label: 'Points de contact' }]} />
      <DefinitionList items={items} />
    </>
  );
  return { title: contact.label, body, width: 'form' };
}
