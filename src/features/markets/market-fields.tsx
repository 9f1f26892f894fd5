/** The questions about a market, in the order they are asked; what is rarely needed is one press away. */
import { clauseVehicles, generalConditions, keysOf, marketKinds } from '#domain/market-words.ts';
import {
  CheckboxField,
  Combobox,
  DateField,
  FieldPair,
  FormSection,
  NumberField,
  SelectField,
  TextField,
} from '#ui/form.tsx';
import type { FormState } from '#ui/form.tsx';
import { Disclosure } from '#ui/parts.tsx';
import type { Matches } from './matches.ts';
import { listSource } from './matches.ts';

export interface MarketFieldsProps {
  state: FormState;
  matches: Matches;
  /** Names of the framework agreement and the operation already chosen. */
  chosen?: { parent?: string; operation?: string };
}

export function ObjectFields({ state }: { state: FormState }) {
  return (
    <>
      <TextField
        name="object"
        label="Objet du marché"
        help="Par exemple Rénovation du groupe scolaire des Tanneurs."
        maxlength={300}
        state={state}
      />
      <FieldPair>
        <TextField name="reference" label="Référence" optional maxlength={60} autocomplete="off" state={state} />
        <SelectField
          name="vehicle"
          label="Ce qui porte la clause"
          placeholder={null}
          options={optionsOf(clauseVehicles)}
          state={state}
        />
      </FieldPair>
    </>
  );
}

export function PlaceAndDays({ state }: { state: FormState }) {
  return (
    <FormSection title="Lieu et calendrier">
      <FieldPair>
        <TextField name="place" label="Lieu d’exécution" optional maxlength={120} state={state} />
        <TextField
          name="departmentCode"
          label="Département"
          help="Par exemple 93 ou 2A."
          optional
          size="short"
          maxlength={3}
          autocomplete="off"
          state={state}
        />
      </FieldPair>
      <FieldPair>
        <DateField name="notifiedOn" label="Notification" optional state={state} />
        <DateField name="startsOn" label="Début d’exécution" optional state={state} />
      </FieldPair>
      <DateField name="endsOn" label="Fin prévue" optional state={state} />
    </FormSection>
  );
}

export function RareFields({ state, matches, chosen = {} }: MarketFieldsProps) {
  const rare = ['kind', 'parentId', 'operationId', 'boughtFor', 'communeCode', 'consultationOn', 'cpv', 'ccag'];
  const open =
    state.errors.some(({ field }) => rare.includes(field)) || rare.includes(String(state.values['chercher'] ?? ''));
  const kind = state.values['kind'] ?? 'market';
  return (
    <Disclosure
      summary="Type, CPV, CCAG, opération, accord-cadre, achat pour une commune"
      open={open || kind !== 'market'}
    >
      <SelectField name="kind" label="Type" placeholder={null} options={optionsOf(marketKinds)} state={state} />
      <Combobox
        name="parentId"
        label="Accord-cadre exécuté"
        help="Pour un marché subséquent ou un bon de commande."
        optional
        source={listSource('parentId')}
        text={chosen.parent}
        matches={matches['parentId']}
        state={state}
      />
      <Combobox
        name="operationId"
        label="Opération"
        optional
        source={listSource('operationId')}
        text={chosen.operation}
        matches={matches['operationId']}
        state={state}
      />
      <TextField
        name="boughtFor"
        label="Acheté pour"
        help="La commune membre, quand l’achat est mutualisé."
        optional
        maxlength={120}
        state={state}
      />
      <FieldPair>
        <NumberField
          name="cpv"
          label="Code CPV"
          help="Huit chiffres, par exemple 45112500-9."
          optional
          size="middle"
          state={state}
        />
        <NumberField
          name="communeCode"
          label="Code INSEE de la commune"
          help="Par exemple 93064."
          optional
          inputmode="text"
          state={state}
        />
      </FieldPair>
      <FieldPair>
        <SelectField
          name="ccag"
          label="CCAG"
          placeholder={null}
          optional
          options={optionsOf(generalConditions)}
          state={state}
        />
        <DateField name="consultationOn" label="Lancement de la consultation" optional state={state} />
      </FieldPair>
      <CheckboxField name="derogatesCcag" label="La clause déroge au CCAG" state={state} />
    </Disclosure>
  );
}

export function optionsOf<Key extends string>(list: Readonly<Record<Key, string>>) {
  return keysOf(list).map((value) => ({ value, label: list[value] }));
}
