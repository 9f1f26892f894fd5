/** Who buys: chosen among those known, or named by SIRET; the register gives the name, a hand may. */
import { Combobox, FieldPair, FormSection, SiretField, TextField } from '#ui/form.tsx';
import type { FormState } from '#ui/form.tsx';
import type { Matches } from './matches.ts';
import { listSource } from './matches.ts';

export function BuyerFields({
  state,
  matches,
  text,
}: {
  state: FormState;
  matches: Matches;
  text: string | undefined;
}) {
  return (
    <FormSection title="Acheteur">
      <Combobox
        name="buyerId"
        label="Acheteur déjà connu"
        help="Les acheteurs de vos marchés et de vos liens d’échange."
        optional
        source={listSource('buyerId')}
        text={text}
        matches={matches['buyerId']}
        state={state}
      />
      <FieldPair>
        <SiretField
          name="buyerSiret"
          label="Ou son numéro SIRET"
          help="Son nom vient de l’annuaire des entreprises."
          optional
          state={state}
        />
        <TextField
          name="buyerName"
          label="Nom de l’acheteur"
          help="Seulement si l’annuaire ne répond pas."
          optional
          maxlength={160}
          autocomplete="off"
          state={state}
        />
      </FieldPair>
    </FormSection>
  );
}
