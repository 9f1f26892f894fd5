/** The fields of an agreement: which lots, why, from when to when, and the paper the company signed. */
import type { FormState } from '#ui/form.tsx';
import { CheckboxGroup, DateField, FieldPair, FileField, TextField } from '#ui/form.tsx';
import type { CandidateLot } from './candidate-queries.ts';
import type { OpenedAgreement } from './open-agreement.ts';

export const accepted = '.pdf,.jpg,.jpeg,.png,.webp,.docx,.odt';

export function TermFields({
  lots,
  state,
  isCompany,
}: {
  lots: readonly CandidateLot[];
  state: FormState;
  isCompany: boolean;
}) {
  return (
    <>
      <CheckboxGroup
        name="lots"
        label="Lots réunis"
        help="Deux au moins. Chaque acheteur concerné devra signer."
        state={state}
        options={lots.map(({ lotId, number, title, object, buyer }) => ({
          value: lotId,
          label: `Lot ${number}, ${title}`,
          detail: `${object}, pour ${buyer}`,
        }))}
      />
      <TextField
        name="reason"
        label="Motif"
        help="Par exemple Un seul parcours sur deux chantiers."
        maxlength={300}
        autocomplete="off"
        state={state}
      />
      <FieldPair>
        <DateField name="fromDay" label="Premier jour" state={state} />
        <DateField name="untilDay" label="Dernier jour" state={state} />
      </FieldPair>
      <DateField
        name="companySignedOn"
        label={isCompany ? 'Signé par vous le' : 'Signé par l’entreprise le'}
        help={
          isCompany
            ? 'Aujourd’hui si vous laissez vide.'
            : 'Laissez vide si elle n’a pas encore signé\u00A0: elle pourra le faire ici.'
        }
        optional
        state={state}
      />
    </>
  );
}

export function PaperField({ state }: { state: FormState }) {
  return (
    <FileField
      name="file"
      label="Accord signé"
      help={'10\u00A0Mo au plus\u00A0: PDF, image, Word ou OpenDocument. Vous pourrez le joindre plus tard.'}
      accept={accepted}
      optional
      state={state}
    />
  );
}

export function valuesOf({ agreement, lots, signatures }: OpenedAgreement) {
  const signed = signatures.find(({ capacity }) => capacity === 'company')?.signedOn ?? '';
  const { reason, fromDay, untilDay } = agreement;
  return { lots: lots.map(({ lotId }) => lotId), reason, fromDay, untilDay, companySignedOn: signed };
}
