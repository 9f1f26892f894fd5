/** To whom a person is passed on for an obstacle, and the words for the team. */
import { formatPhone } from '#domain/phone.ts';
import { PhoneField, TextArea, TextField } from '#ui/form.tsx';
import type { FormState } from '#ui/form.tsx';
import type { ObstacleRow } from './obstacle-queries.ts';

export function ObstacleFields({ state, value }: { state: FormState; value?: ObstacleRow }) {
  return (
    <>
      <TextField
        name="specialist"
        label="Orientée vers"
        help="Un service ou une structure, par exemple « Plateforme mobilité »."
        optional
        autocomplete="off"
        value={value?.specialist}
        state={state}
      />
      <PhoneField
        name="specialistPhone"
        label="Téléphone du service"
        optional
        autocomplete="off"
        value={value === undefined || value.specialistPhone === '' ? '' : formatPhone(value.specialistPhone)}
        state={state}
      />
      <TextArea
        name="words"
        label="Note pour l’équipe d’accompagnement"
        help="Des faits utiles, jamais un diagnostic ni un jugement. Elle n’est jamais partagée."
        optional
        rows={2}
        limit={500}
        state={state}
      />
    </>
  );
}
