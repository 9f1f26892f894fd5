/** The form of a point of contact, new or existing; when somebody saved meanwhile, both versions. */
import { contactPurposeLabels, contactPurposes } from '#domain/contact.ts';
import { organisationOf } from '#domain/actor.ts';
import type { PageRequest, View } from '#http/route.ts';
import { EmailField, Form, PhoneField, SelectField, TextArea, TextField } from '#ui/form.tsx';
import type { FormState } from '#ui/form.tsx';
import { ActionButton, ConflictView, PageHeading } from '#ui/parts.tsx';
import { lastWriter } from '#db/audit.ts';
import type { Writer } from '#db/audit.ts';
import type { ContactRow } from './queries.ts';
import { findContact } from './queries.ts';

const trail = [{ href: '/contacts', label: 'Points de contact' }];

export async function drawNewForm(request: PageRequest): Promise<View> {
  const body = (
    <>
      <PageHeading title="Nouveau point de contact" breadcrumb={trail} />
      <Form
        action="/contacts/nouveau"
        formKey={request.key()}
        state={request.form}
        submit="Ajouter"
        cancel={{ href: '/contacts', label: 'Annuler' }}
      >
        <ContactFields state={request.form} />
      </Form>
    </>
  );
  return { title: 'Nouveau point de contact', body, width: 'form' };
}

export async function drawEditForm(request: PageRequest): Promise<View | null> {
  const contact = await findContact(request.ctx, request.params['id'] ?? '');
  if (contact === null || contact.organisationId !== organisationOf(request.ctx.actor)) return null;
  if (contact.archivedAt !== null) return null;
  const title = contact.label;
  const conflict = request.refusal?.because === 'changed-meanwhile';
  const writer = conflict ? await lastWriter(request.ctx, { subjectType: 'contact', subjectId: contact.id }) : null;
  const state = request.typed ? request.form : { values: valuesOf(contact), errors: [] };
  const body = (
    <>
      <PageHeading title={title} breadcrumb={trail} />
      {writer !== null ? (
        <Conflict request={request} contact={contact} writer={writer} />
      ) : (
        <>
          <Form
            action={`/contacts/${contact.id}`}
            formKey={request.key()}
            version={versionToSend(request, contact)}
            state={state}
            submit="Enregistrer"
            cancel={{ href: '/contacts', label: 'Annuler' }}
          >
            <ContactFields state={state} />
          </Form>
          <ActionButton action={`/contacts/${contact.id}/retirer`} formKey={request.key()} icon="trash-2" kind="quiet">
            Retirer ce point de contact
          </ActionButton>
        </>
      )}
    </>
  );
  return { title, body, width: 'form' };
}

function ContactFields({ state }: { state: FormState }) {
  return (
    <>
      <TextField
        name="label"
        label="Nom"
        help="Ce que les autres liront, par exemple le nom d’un service."
        state={state}
        maxlength={80}
      />
      <SelectField
        name="purpose"
        label="Usage"
        help="Guichet propose le bon contact selon le sujet."
        state={state}
        options={contactPurposes.map((value) => ({ value, label: contactPurposeLabels[value] }))}
      />
      <EmailField
        name="email"
        label="Adresse électronique"
        help="Une adresse ou un téléphone au moins."
        optional
        autocomplete="off"
        state={state}
      />
      <PhoneField name="phone" label="Téléphone" optional autocomplete="off" state={state} />
      <TextArea
        name="internalNote"
        label="Note interne"
        help="Lue seulement dans votre organisation. Rien sur une personne."
        optional
        state={state}
        limit={500}
      />
    </>
  );
}

function Conflict({ request, contact, writer }: { request: PageRequest; contact: ContactRow; writer: Writer }) {
  const current: Record<string, string> = valuesOf(contact);
  const { version: _, ...mine } = request.form.values;
  const fields = Object.entries(fieldLabels)
    .map(([name, label]) => ({
      label,
      yours: shownValue(name, String(mine[name] ?? '')),
      theirs: shownValue(name, current[name] ?? ''),
    }))
    .filter(({ yours, theirs }) => yours !== theirs);
  return (
    <ConflictView
      who={writer.name}
      at={writer.at}
      fields={fields}
      action={`/contacts/${contact.id}`}
      formKey={request.key()}
      version={contact.version}
      values={mine}
      takeHref={`/contacts/${contact.id}`}
    />
  );
}

const fieldLabels = {
  label: 'Nom',
  purpose: 'Usage',
  email: 'Adresse électronique',
  phone: 'Téléphone',
  internalNote: 'Note interne',
};

function shownValue(name: string, value: string): string {
  const purpose = contactPurposes.find((known) => known === value);
  return name === 'purpose' && purpose !== undefined ? contactPurposeLabels[purpose] : value;
}

function valuesOf({ label, purpose, email, phone, internalNote }: ContactRow) {
  return { label, purpose, email, phone, internalNote };
}

/** What was typed keeps the version it was opened with, so that a conflict stays seen. */
function versionToSend({ form, typed }: PageRequest, contact: ContactRow): string {
  return String((typed ? form.values['version'] : undefined) ?? contact.version);
}
