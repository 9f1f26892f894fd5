/** The fields of a job sheet: what cannot be guessed first, the rest behind one press. */
import { contractTypes } from '#domain/contract-types.ts';
import type { ContractType } from '#domain/contract-types.ts';
import { licences } from '#domain/licence.ts';
import { tradeWords, usualTrades } from '#domain/trade.ts';
import {
  CheckboxField,
  CheckboxGroup,
  DateField,
  FieldPair,
  NumberField,
  PhoneField,
  SelectField,
  TextArea,
  TextField,
} from '#ui/form.tsx';
import type { FormState } from '#ui/form.tsx';
import { Disclosure } from '#ui/parts.tsx';

/** Those that companies and their agencies really sign for the clause (domain.md §4); a sheet may hold others. */
const usualTypes: readonly ContractType[] = [
  'CDD',
  'CDI',
  'CTT',
  'APPRENTISSAGE',
  'PROFESSIONNALISATION',
  'CDDI',
  'CHANTIER',
  'AUTRE',
];

const further = ['title', 'schedule', 'licence', 'level', 'requirements', 'siteContact', 'sitePhone', 'endsOn'];

export function OfferFields({ state }: { state: FormState }) {
  const known = further.some((name) => (state.values[name] ?? '') !== '' || state.errors.some((e) => e.field === name));
  return (
    <>
      <TextField
        name="trade"
        label="Métier"
        help="Tapez le début, par exemple « maçon »."
        autocomplete="off"
        hints={usualTrades().map(tradeWords)}
        state={state}
        maxlength={120}
      />
      <FieldPair>
        <NumberField name="posts" label="Nombre de postes" value="1" state={state} />
        <NumberField name="weeklyMinutes" label="Durée par semaine" unit="heures" decimal value="35" state={state} />
      </FieldPair>
      <FieldPair>
        <TextField name="commune" label="Commune" autocomplete="off" state={state} />
        <TextField name="departmentCode" label="Département" size="short" autocomplete="off" optional state={state} />
      </FieldPair>
      <FieldPair>
        <DateField name="startsOn" label="Début" state={state} />
        <DateField name="closesOn" label="Proposer des personnes avant le" state={state} />
      </FieldPair>
      <CheckboxGroup
        name="contractTypes"
        label="Contrats possibles"
        values={['CDD', 'CTT']}
        state={state}
        options={usualTypes.map((value) => ({ value, label: contractTypes[value].label }))}
      />
      <Disclosure summary="Préciser : horaires, permis, contact sur place…" open={known}>
        <Further state={state} />
      </Disclosure>
    </>
  );
}

function Further({ state }: { state: FormState }) {
  const sent = Object.keys(state.values).length > 0;
  return (
    <div class="stack">
      <TextField
        name="title"
        label="Intitulé du poste"
        help="Laissez vide pour reprendre le nom du métier."
        optional
        autocomplete="off"
        state={state}
        maxlength={120}
      />
      <FieldPair>
        <DateField name="endsOn" label="Fin" optional state={state} />
        <TextField
          name="schedule"
          label="Horaires"
          placeholder="7 h 30 – 16 h"
          optional
          autocomplete="off"
          state={state}
        />
      </FieldPair>
      <FieldPair>
        <SelectField
          name="licence"
          label="Permis demandé"
          placeholder="Aucun"
          optional
          state={state}
          options={licences.map((value) => ({ value, label: `Permis ${value}` }))}
        />
        <SelectField name="level" label="Niveau demandé" placeholder="Aucun" optional state={state} options={levels} />
      </FieldPair>
      <CheckboxField
        name="ppeProvided"
        label="Les équipements de protection sont fournis"
        checked={!sent}
        state={state}
      />
      <TextArea
        name="requirements"
        label="Ce qu’il faut savoir faire"
        help="Le travail lui-même, jamais l’âge, la santé ni la situation d’une personne."
        optional
        rows={3}
        limit={1000}
        state={state}
      />
      <FieldPair>
        <TextField name="siteContact" label="Contact sur place" optional autocomplete="off" state={state} />
        <PhoneField name="sitePhone" label="Son téléphone" optional autocomplete="off" state={state} />
      </FieldPair>
    </div>
  );
}

/** Source: cadre national des certifications, décret 2019-14, levels 3 to 6 met on these posts. */
const levels = [
  { value: '1', label: '1, savoirs de base' },
  { value: '2', label: '2, socle de compétences' },
  { value: '3', label: '3, CAP ou BEP' },
  { value: '4', label: '4, baccalauréat' },
  { value: '5', label: '5, bac + 2' },
  { value: '6', label: '6, licence' },
];
