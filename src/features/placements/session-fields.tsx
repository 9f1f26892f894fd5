/** The fields of a collective information session. */
import { parisDay, parisTime } from '#domain/day.ts';
import { DateField, FieldPair, NumberField, TextField } from '#ui/form.tsx';
import type { FormState } from '#ui/form.tsx';
import type { SessionRow } from './session-queries.ts';

export function SessionFields({ state }: { state: FormState }) {
  return (
    <>
      <TextField name="title" label="Titre" autocomplete="off" maxlength={120} state={state} />
      <FieldPair>
        <DateField name="day" label="Jour" state={state} />
        <TextField name="time" label="Heure" placeholder="14:30" size="short" autocomplete="off" state={state} />
      </FieldPair>
      <TextField name="place" label="Lieu" autocomplete="off" maxlength={200} state={state} />
      <FieldPair>
        <NumberField name="minutes" label="Durée" unit="minutes" value="60" state={state} />
        <NumberField name="places" label="Places" help="Laissez vide si rien ne les limite." optional state={state} />
      </FieldPair>
    </>
  );
}

export function valuesOf({ title, place, startsAt, minutes, places }: SessionRow): FormState['values'] {
  return {
    title,
    place,
    day: parisDay(startsAt),
    time: parisTime(startsAt),
    minutes: String(minutes),
    places: places === null ? '' : String(places),
  };
}
