/** The form that fixes or moves an interview. */
import { parisDay, parisTime } from '#domain/day.ts';
import { DateField, FieldPair, Form, NumberField, TextField } from '#ui/form.tsx';
import type { PageRequest } from '#http/route.ts';
import type { InterviewRow } from './interview-file.ts';
import type { PlacementRow } from './queries.ts';

export interface InterviewShown {
  request: PageRequest;
  placement: PlacementRow;
  interview: InterviewRow | null;
}

export function InterviewForm({ request, placement, interview }: InterviewShown) {
  const typed = request.form.values['place'] !== undefined;
  const stored =
    interview === null
      ? { meets: placement.siteContact }
      : {
          day: parisDay(interview.startsAt),
          time: parisTime(interview.startsAt),
          minutes: String(interview.minutes),
          place: interview.place,
          meets: interview.meets,
        };
  const state = typed ? request.form : { values: stored, errors: [] };
  return (
    <Form
      action={`/candidatures/${placement.id}/entretien`}
      formKey={request.key()}
      state={state}
      submit="Enregistrer l’entretien"
    >
      <FieldPair>
        <DateField name="day" label="Jour" state={state} />
        <TextField name="time" label="Heure" placeholder="14:30" size="short" autocomplete="off" state={state} />
      </FieldPair>
      <NumberField name="minutes" label="Durée" unit="minutes" value="30" state={state} />
      <TextField name="place" label="Lieu" autocomplete="off" state={state} />
      <TextField name="meets" label="Avec qui" optional autocomplete="off" state={state} />
    </Form>
  );
}
