/** The form of one's own organisation; when somebody saved meanwhile, both versions. */
import type { PageRequest, View } from '#http/route.ts';
import { lastWriter } from '#db/audit.ts';
import type { Writer } from '#db/audit.ts';
import { EmailField, FieldPair, Form, FormSection, PhoneField, TextField } from '#ui/form.tsx';
import type { FormState } from '#ui/form.tsx';
import { ConflictView, PageHeading } from '#ui/parts.tsx';
import type { OrganisationRow } from './queries.ts';
import { findOwnOrganisation } from './queries.ts';

const title = 'Modifier mon organisation';
const path = '/organisation/modifier';

export async function drawEdit(request: PageRequest): Promise<View | null> {
  const { ctx } = request;
  const own = await findOwnOrganisation(ctx);
  if (own === null) return null;
  const conflict = request.refusal?.because === 'changed-meanwhile';
  const writer = conflict ? await lastWriter(ctx, { subjectType: 'organisation', subjectId: own.id }) : null;
  const state = request.typed ? request.form : { values: valuesOf(own), errors: [] };
  const version = String((request.typed ? request.form.values['version'] : undefined) ?? own.version);
  const body = (
    <>
      <PageHeading title={title} breadcrumb={[{ href: '/organisation', label: 'Mon organisation' }]} />
      {writer !== null ? (
        <Conflict request={request} own={own} writer={writer} />
      ) : (
        <Form
          action={path}
          formKey={request.key()}
          version={version}
          state={state}
          submit="Enregistrer"
          cancel={{ href: '/organisation', label: 'Annuler' }}
        >
          <Fields state={state} />
        </Form>
      )}
    </>
  );
  return { title, body, width: 'form' };
}

function Fields({ state }: { state: FormState }) {
  return (
    <>
      <FormSection
        title="Identité"
        help="Le numéro SIRET et le type ne changent pas ici : écrivez à l’exploitation de l’instance."
      >
        <TextField name="name" label="Nom" state={state} maxlength={160} autocomplete="organization" />
        <TextField name="street" label="Rue" optional state={state} maxlength={160} autocomplete="street-address" />
        <FieldPair>
          <TextField
            name="postcode"
            label="Code postal"
            optional
            size="short"
            state={state}
            maxlength={12}
            autocomplete="postal-code"
          />
          <TextField name="city" label="Commune" optional state={state} maxlength={100} autocomplete="address-level2" />
        </FieldPair>
      </FormSection>
      <FormSection title="Coordonnées">
        <EmailField name="email" label="Adresse électronique" optional autocomplete="off" state={state} />
        <PhoneField name="phone" label="Téléphone" optional autocomplete="off" state={state} />
      </FormSection>
      <FormSection title="Apparence">
        <TextField
          name="accent"
          label="Couleur"
          help="Celle des liens et des boutons, par exemple #0f5257. Elle doit se lire sur du blanc. Vide, c’est celle de Guichet."
          optional
          size="short"
          autocomplete="off"
          state={state}
          maxlength={20}
        />
      </FormSection>
    </>
  );
}

const labels = {
  name: 'Nom',
  street: 'Rue',
  postcode: 'Code postal',
  city: 'Commune',
  email: 'Adresse électronique',
  phone: 'Téléphone',
  accent: 'Couleur',
};

function Conflict({ request, own, writer }: { request: PageRequest; own: OrganisationRow; writer: Writer }) {
  const current: Record<string, string> = valuesOf(own);
  const { version: _, ...mine } = request.form.values;
  const fields = Object.entries(labels)
    .map(([name, label]) => ({ label, yours: String(mine[name] ?? ''), theirs: current[name] ?? '' }))
    .filter(({ yours, theirs }) => yours !== theirs);
  return (
    <ConflictView
      who={writer.name}
      at={writer.at}
      fields={fields}
      action={path}
      formKey={request.key()}
      version={own.version}
      values={mine}
      takeHref={path}
    />
  );
}

function valuesOf({ name, street, postcode, city, email, phone, accent }: OrganisationRow) {
  return { name, street, postcode, city, email, phone, accent };
}
