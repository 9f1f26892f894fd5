/** Every field, twice: as first met, and after a refusal. */
import type { FormState } from '#ui/form.tsx';
import {
  CheckboxField,
  CheckboxGroup,
  CodeField,
  Combobox,
  DateField,
  EmailField,
  FieldPair,
  FileField,
  Form,
  FormSection,
  MonthField,
  NumberField,
  PasswordField,
  PhoneField,
  RadioCards,
  SelectField,
  SiretField,
  TextArea,
  TextField,
} from '#ui/form.tsx';

const clauses = [
  {
    value: 'execution',
    label: 'Condition d’exécution',
    detail: 'Des heures d’insertion à réaliser pendant le marché',
  },
  { value: 'reserve', label: 'Marché réservé', detail: 'Réservé aux structures d’insertion ou du handicap' },
];

const refused: FormState = {
  values: { objet: 'Collège', debut: '2026-12-01', fin: '2026-11-01', volume: '3' },
  errors: [
    { field: 'volume', text: 'Le volume d’heures doit être d’au moins 7 heures.' },
    {
      field: 'objet',
      text: 'Décrivez l’objet du marché en 8 caractères au moins, par exemple « Réhabilitation du collège Jean-Moulin ».',
    },
    { field: 'acheteur', text: 'Choisissez l’acheteur dans la liste, ou saisissez son nom.' },
    { field: 'departement', text: 'Choisissez le département d’exécution.' },
    { field: 'clause', text: 'Choisissez le type de clause.' },
    { field: 'fin', text: 'La date de fin doit être postérieure à la date de début.' },
  ],
};

export function StylesForm() {
  return (
    <>
      <MarketForm state={refused} />
      <OtherFields />
    </>
  );
}

export function MarketForm({ state }: { state: FormState }) {
  return (
    <div class="stack width-form">
      <Form
        action="/styles"
        formKey="exemple"
        state={state}
        submit="Enregistrer"
        cancel={{ href: '/styles', label: 'Annuler' }}
        draft="styles"
      >
        <TextField
          name="objet"
          label="Objet du marché"
          help="Tel qu’il figure dans l’acte d’engagement."
          state={state}
        />
        <FieldPair>
          <Combobox name="acheteur" label="Acheteur" source="/styles/acheteurs.json" state={state} />
          <SelectField
            name="departement"
            label="Département d’exécution"
            options={[{ value: '44', label: '44 Loire-Atlantique' }]}
            state={state}
          />
        </FieldPair>
        <RadioCards name="clause" label="Type de clause" options={clauses} state={state} />
        <FieldPair>
          <DateField name="debut" label="Date de début" state={state} />
          <DateField name="fin" label="Date de fin" state={state} />
        </FieldPair>
        <NumberField name="volume" label="Volume d’heures" unit="heures" state={state} />
      </Form>
    </div>
  );
}

function OtherFields() {
  return (
    <div class="stack width-form">
      <Form action="/styles" formKey="exemple" submit="Enregistrer" multipart>
        <FormSection title="Coordonnées" help="Visibles de votre organisation seulement.">
          <EmailField name="courriel" label="Adresse électronique" />
          <PhoneField name="telephone" label="Téléphone" optional />
          <SiretField name="siret" label="SIRET" />
        </FormSection>
        <FormSection title="Suivi">
          <MonthField name="mois" label="Mois" />
          <TextArea name="note" label="Remarque" limit={500} optional />
          <CheckboxGroup
            name="publics"
            label="Publics visés"
            values={['rsa']}
            options={[
              { value: 'rsa', label: 'Bénéficiaires du RSA' },
              { value: 'jeunes', label: 'Jeunes de moins de 26 ans', detail: 'Sortis sans diplôme' },
            ]}
          />
          <CheckboxField name="accord" label="J’ai vérifié ces informations" />
          <FileField name="acte" label="Acte d’engagement" help="PDF, 10 Mo au plus." accept=".pdf" />
        </FormSection>
        <FormSection title="Accès">
          <PasswordField name="mot-de-passe" label="Mot de passe" kind="new" help="12 caractères au moins." />
          <CodeField name="code" label="Code à 6 chiffres" />
          <TextField name="reference" label="Référence" value="2026-00012" readonly />
        </FormSection>
      </Form>
    </div>
  );
}
