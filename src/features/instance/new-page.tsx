/** The form that opens an organisation: the register fills it when it can, and never stands in the way. */
import { identifierTypes } from '#domain/company-identifier.ts';
import { organisationKinds } from '#domain/position.ts';
import { sentenceFor } from '#domain/refusals.ts';
import { formatSiret, readSiret } from '#domain/siret.ts';
import type { PageRequest, Preparing, View } from '#http/route.ts';
import { EmailField, Form, FormSection, SelectField, TextField } from '#ui/form.tsx';
import type { FormState } from '#ui/form.tsx';
import { Alert, PageHeading } from '#ui/parts.tsx';

export async function drawNewOrganisation({ query, form, key }: PageRequest, asked: RegisterAnswer): Promise<View> {
  const sent = Object.keys(form.values).length > 0;
  const chosen = sent || query.has('type');
  const state: FormState = sent ? form : { values: asked.values, errors: form.errors };
  const body = (
    <>
      <PageHeading
        title="Ouvrir une organisation"
        breadcrumb={[
          { href: '/instance', label: 'Instance' },
          { href: '/instance/organisations', label: 'Organisations' },
        ]}
        lead="Sa première administration recevra une invitation par courriel."
      />
      {!chosen && (
        <Form action={path} method="get" submit="Continuer" cancel={cancel}>
          <NumberFields names={{ type: 'type', number: 'numero' }} state={emptyNumber} />
        </Form>
      )}
      {chosen && !sent && asked.says !== null && <Alert tone={asked.says.tone}>{asked.says.text}</Alert>}
      {chosen && <NewForm formKey={key()} state={state} />}
    </>
  );
  return { title: 'Ouvrir une organisation', body, width: 'form' };
}

const path = '/instance/organisations/nouvelle';
const cancel = { href: '/instance/organisations', label: 'Annuler' };
const emptyNumber: FormState = { values: { type: 'SIRET' }, errors: [] };

function NewForm({ formKey, state }: { formKey: string; state: FormState }) {
  const kinds = Object.entries(organisationKinds).map(([value, label]) => ({ value, label }));
  return (
    <>
      <p>
        <a href={path}>Chercher un autre numéro</a>
      </p>
      <Form action="/instance/organisations" formKey={formKey} state={state} submit="Ouvrir et inviter" cancel={cancel}>
        <FormSection title="L’organisation">
          <SelectField name="kind" label="Type" state={state} options={kinds} />
          <NumberFields names={{ type: 'identifierType', number: 'identifier' }} state={state} />
          <TextField name="name" label="Nom" autocomplete="organization" state={state} />
          <TextField name="serviceName" label="Service" optional autocomplete="off" state={state} />
          <TextField name="street" label="Rue" optional autocomplete="off" state={state} />
          <TextField name="postcode" label="Code postal" optional autocomplete="off" size="short" state={state} />
          <TextField name="city" label="Commune" optional autocomplete="off" state={state} />
        </FormSection>
        <FormSection title="La première administration">
          <EmailField
            name="email"
            label="Adresse électronique"
            autocomplete="off"
            help="La personne qui administrera l’organisation, par exemple prenom.nom@exemple.fr."
            state={state}
          />
        </FormSection>
      </Form>
    </>
  );
}

/** One number and its type, asked first and kept in the form. */
function NumberFields({ names, state }: { names: { type: string; number: string }; state: FormState }) {
  return (
    <>
      <SelectField
        name={names.type}
        placeholder={null}
        label="Type d’identifiant"
        state={state}
        options={[...identifierTypes.map((value) => ({ value, label: value })), { value: 'NONE', label: 'Aucun' }]}
      />
      <TextField
        name={names.number}
        label="Numéro"
        help="Par exemple le SIRET à 14 chiffres, cherché dans l’annuaire des entreprises. Vide s’il n’y en a aucun."
        optional
        autocomplete="off"
        size="middle"
        state={state}
      />
    </>
  );
}

export const nothingAsked: RegisterAnswer = { values: {}, says: null };

export interface RegisterAnswer {
  values: FormState['values'];
  says: { tone: 'done' | 'attention' | 'problem'; text: string } | null;
}

/** Before the page is drawn: nobody's connection waits for the register. */
export async function askRegister({ house, query }: Preparing): Promise<RegisterAnswer> {
  const identifierType = query.get('type') ?? 'SIRET';
  const typed = query.get('numero') ?? '';
  const values = { identifierType, identifier: identifierType === 'NONE' ? '' : typed };
  if (identifierType !== 'SIRET' || typed === '') return { values, says: null };
  const read = readSiret(typed);
  if (!read.ok) {
    return { values, says: { tone: 'problem', text: sentenceFor(read.because, read.details) } };
  }
  const identifier = formatSiret(read.value);
  const found = await house.register.lookUp(read.value);
  if (!found.ok)
    return { values: { identifierType, identifier }, says: { tone: 'attention', text: sentenceFor(found.because) } };
  const { name, address, postcode, city, state } = found.company;
  const says: RegisterAnswer['says'] =
    state === 'closed'
      ? {
          tone: 'attention',
          text: 'L’annuaire dit cet établissement fermé. Vérifiez le numéro avant de continuer.',
        }
      : { tone: 'done', text: 'Fiche trouvée dans l’annuaire. Vérifiez-la avant d’ouvrir l’organisation.' };
  return { values: { identifierType, identifier, name, street: address, postcode, city }, says };
}
