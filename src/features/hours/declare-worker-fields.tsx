/** Somebody who is not on the list yet: typed with the month, sent with it. */
import { contractTypes, offeredContractTypes } from '#domain/contract-types.ts';
import type { FormState } from '#ui/form.tsx';
import { DateField, NumberField, SelectField, TextField } from '#ui/form.tsx';
import { Disclosure } from '#ui/parts.tsx';
import { newLine } from './input.ts';

const fields = ['prenom', 'nom', 'naissance', 'contrat', 'debut', `heures-${newLine}`];

export function NewWorkerFields({ state, nobody }: { state: FormState; nobody: boolean }) {
  const open =
    nobody ||
    fields.some((field) => (state.values[field] ?? '') !== '' || state.errors.some((error) => error.field === field));
  const types = offeredContractTypes().map((type) => ({ value: type, label: contractTypes[type].label }));
  return (
    <Disclosure summary="Ajouter une personne" open={open}>
      <div class="stack">
        <p class="soft">
          Votre facilitateur vérifie d’abord si elle peut compter. D’ici là, ses heures sont listées et comptent pour
          zéro.
        </p>
        <TextField name="prenom" label="Prénom" autocomplete="off" state={state} />
        <TextField name="nom" label="Nom de famille" autocomplete="off" state={state} />
        <DateField name="naissance" label="Date de naissance" autocomplete="off" state={state} />
        <SelectField name="contrat" label="Type de contrat" options={types} state={state} />
        <DateField name="debut" label="Début du contrat" autocomplete="off" state={state} />
        <NumberField name={`heures-${newLine}`} label="Heures du mois" unit="heures" decimal state={state} />
      </div>
    </Disclosure>
  );
}
