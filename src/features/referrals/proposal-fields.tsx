/** The one short form of a candidate, the same for a new person, a correction and a line to fix. */
import { claimCriteria, claimCodes } from '#domain/referral-claims.ts';
import { frequentTrades, romeLabel } from '#domain/rome.ts';
import type { FormState } from '#ui/form.tsx';
import {
  CheckboxField,
  CheckboxGroup,
  DateField,
  EmailField,
  FieldPair,
  PhoneField,
  SelectField,
  TextField,
} from '#ui/form.tsx';
import type { Structure } from './structure-queries.ts';

export function CandidateFields({ state }: { state: FormState }) {
  const wished = String(state.values['wishCode'] ?? '');
  const known = frequentTrades.some(({ value }) => value === wished) || wished === '';
  const trades = known ? frequentTrades : [{ value: wished, label: romeLabel(wished) }, ...frequentTrades];
  return (
    <>
      <FieldPair>
        <TextField name="familyName" label="Nom" autocomplete="off" state={state} />
        <TextField name="givenName" label="Prénom" autocomplete="off" state={state} />
      </FieldPair>
      <FieldPair>
        <DateField name="birthDate" label="Date de naissance" optional state={state} />
        <TextField name="commune" label="Commune" optional autocomplete="off" state={state} />
      </FieldPair>
      <FieldPair>
        <PhoneField name="phone" label="Téléphone" optional autocomplete="off" state={state} />
        <EmailField name="email" label="Adresse électronique" optional autocomplete="off" state={state} />
      </FieldPair>
      <CheckboxGroup
        name="claims"
        label="Critères que vous avez vérifiés"
        help="Ni santé, ni justice : pour ces situations, le dernier choix suffit, le reste se dit de vive voix."
        options={claimCodes.map((value) => ({ value, label: claimCriteria[value] }))}
        state={state}
      />
      <FieldPair>
        <SelectField
          name="wishCode"
          label="Métier souhaité"
          optional
          placeholder="À voir avec la personne"
          options={trades}
          state={state}
        />
        <DateField name="availableFrom" label="Disponible à partir du" optional state={state} />
      </FieldPair>
    </>
  );
}

/** One structure needs no choice. */
export function StructureField({ structures, state }: { structures: readonly Structure[]; state: FormState }) {
  const [first] = structures;
  if (structures.length === 1 && first !== undefined) {
    return (
      <p class="soft">
        <input type="hidden" name="holderId" value={first.id} />À {first.name}
        {first.city !== '' && `, ${first.city}`}
      </p>
    );
  }
  return (
    <SelectField
      name="holderId"
      label="Structure de facilitation"
      help="Celle du lieu de travail recherché. La plus proche de vous vient en premier."
      placeholder={null}
      options={structures.map(({ id, name, city }) => ({
        value: id,
        label: name,
        ...(city !== '' && { detail: city }),
      }))}
      state={state}
    />
  );
}

export function InformedField({ state }: { state: FormState }) {
  return (
    <CheckboxField
      name="informed"
      label="La personne sait que je la propose"
      detail="Elle sait à qui, pourquoi, et comment exercer ses droits (page Données personnelles)."
      state={state}
    />
  );
}
