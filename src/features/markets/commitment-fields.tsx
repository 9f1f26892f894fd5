/** The questions about what a lot owes: hours first, the other forms one press away. */
import { commitmentKinds } from '#domain/commitment.ts';
import { waiverReasons } from '#domain/market-words.ts';
import { FieldPair, NumberField, SelectField, SiretField, TextArea, TextField } from '#ui/form.tsx';
import type { FormState } from '#ui/form.tsx';
import { Disclosure } from '#ui/parts.tsx';
import { optionsOf } from './market-fields.tsx';

export function CommitmentFields({ state }: { state: FormState }) {
  const kind = String(state.values['commitmentKind'] ?? 'fixed');
  const others = ['eurosPerHour', 'thresholdEuros', 'share', 'expected', 'waiverReason', 'waiverNote'];
  const open = !['fixed', 'training'].includes(kind) || state.errors.some(({ field }) => others.includes(field));
  return (
    <>
      <FieldPair>
        <SelectField
          name="commitmentKind"
          label="Engagement"
          placeholder={null}
          options={optionsOf(commitmentKinds)}
          state={state}
        />
        <NumberField
          name="hours"
          label="Heures"
          help="D’insertion ou de formation, par exemple 630."
          decimal
          unit="h"
          state={state}
        />
      </FieldPair>
      <Disclosure summary="Selon le montant facturé, part des heures, sans heures ou sans obligation" open={open}>
        <FieldPair>
          <NumberField
            name="eurosPerHour"
            label="Une heure par tranche facturée de"
            help="Par exemple 2 000."
            optional
            decimal
            unit="€"
            state={state}
          />
          <NumberField
            name="thresholdEuros"
            label="Au-delà de"
            help="Par exemple 2 700 000."
            optional
            decimal
            unit="€"
            state={state}
          />
        </FieldPair>
        <NumberField
          name="share"
          label="Part des heures travaillées"
          help="Par exemple 5."
          optional
          decimal
          unit="%"
          state={state}
        />
        <TextArea name="expected" label="Engagement sans heures" optional rows={3} limit={1000} state={state} />
        <SelectField
          name="waiverReason"
          label="Pourquoi aucune obligation"
          optional
          options={optionsOf(waiverReasons)}
          state={state}
        />
        <TextArea name="waiverNote" label="Motif en une phrase" optional rows={2} limit={1000} state={state} />
      </Disclosure>
    </>
  );
}

export function HolderFields({ state }: { state: FormState }) {
  return (
    <FieldPair>
      <SiretField
        name="holderSiret"
        label="SIRET du titulaire"
        help="Son nom vient de l’annuaire des entreprises."
        optional
        state={state}
      />
      <TextField
        name="holderName"
        label="Nom du titulaire"
        help="Seulement si l’annuaire ne répond pas."
        optional
        maxlength={160}
        autocomplete="off"
        state={state}
      />
    </FieldPair>
  );
}
