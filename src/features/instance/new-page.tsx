/** The form that opens an organisation: the register fills it when it can, and never stands in the way. */
import { identifierTypes } from '#domain/company-identifier.ts';
import { organisationKinds } from '#domain/position.ts';
import { sentenceFor } from '#domain/refusals.ts';
import { formatSiret, readSiret } from '#domain/siret.ts';
import type { PageRequest, Preparing, View } from '#http/route.ts';
import { EmailField, Form, FormSection, SelectField, SiretField, TextField } from '#ui/form.tsx';
import type { FormState } from '#ui/form.tsx';
import { Alert, PageHeading } from '#ui/parts.tsx';

export async function drawNewOrganisation(
  { query, form, key }: PageRequest,
  asked: RegisterAnswer,
): Promise<View> {
  const typed = query.get('siret') ?? '';
  const sent = Object.keys(form.values).length > 0;
  const answer = sent ? nothingAsked : asked;
  const state: FormState = sent
    ? form
    : { values: { identifierType: 'SIRET', ...answer.values }, errors: form.errors };
  const kinds = Object.entries(organisationKinds).map(([value, label]) => ({ value, label }));
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
      {!sent && (
        <Form action="/instance/organisations/nouvelle" method="get" submit="Chercher dans l’annuaire">
          <SiretField name="siret" label="SIRET" optional state={{ values: { siret: typed }, errors: [] }} />
        </Form>
      )}
      {answer.says !== null && <Alert tone={answer.says.tone}>{answer.says.text}</Alert>}
      <Form
        action="/instance/organisations"
        formKey={key()}
        state={state}
        submit="Ouvrir et inviter"
        cancel={{ href: '/instance/organisations', label: 'Annuler' }}
      >
        <FormSection title="L’organisation">
          <SelectField name="kind" label="Type" state={state} options={kinds} />
          <SelectField
            name="identifierType"
            placeholder={null}
            label="Type d’identifiant"
            state={state}
            options={identifierTypes.map((value) => ({ value, label: value }))}
          />
          <TextField name="identifier" label="Identifiant" autocomplete="off" size="middle" state={state} />
          <TextField name="name" label="Nom" autocomplete="organization" state={state} />
          <TextField name="serviceName" label="Service" optional autocomplete="off" state={state} />
          <TextField name="street" label="Adresse" optional autocomplete="off" state={state} />
          <TextField
            name="postcode"
            label="Code postal"
            optional
            autocomplete="off"
            size="short"
            state={state}
          />
          <TextField name="city" label="Ville" optional autocomplete="off" state={state} />
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
  return { title: 'Ouvrir une organisation', body, width: 'form' };
}

export const nothingAsked: RegisterAnswer = { values: {}, says: null };

export interface RegisterAnswer {
  values: FormState['values'];
  says: { tone: 'done' | 'attention' | 'problem'; text: string } | null;
}

/** Before the page is drawn: nobody's connection waits for the register. */
export async function askRegister({ house, query }: Preparing): Promise<RegisterAnswer> {
  const typed = query.get('siret') ?? '';
  if (typed === '') return nothingAsked;
  const read = readSiret(typed);
  if (!read.ok) {
    return {
      values: { identifier: typed },
      says: { tone: 'problem', text: sentenceFor(read.because, read.details) },
    };
  }
  const identifier = formatSiret(read.value);
  const found = await house.register.lookUp(read.value);
  if (!found.ok)
    return { values: { identifier }, says: { tone: 'attention', text: sentenceFor(found.because) } };
  const { name, address, postcode, city, state } = found.company;
  const says: RegisterAnswer['says'] =
    state === 'closed'
      ? {
          tone: 'attention',
          text: 'L’annuaire dit cet établissement fermé. Vérifiez le numéro avant de continuer.',
        }
      : { tone: 'done', text: 'Fiche trouvée dans l’annuaire. Vérifiez-la avant d’ouvrir l’organisation.' };
  return { values: { identifier, name, street: address, postcode, city }, says };
}
