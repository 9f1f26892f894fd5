/** The interview: when, where, with whom, in an agenda; and the form that fixes or moves it. */
import { parisDay, parisTime } from '#domain/day.ts';
import type { PageRequest } from '#http/route.ts';
import { DateField, FieldPair, Form, NumberField, TextField } from '#ui/form.tsx';
import { ButtonLink, Card, DateText, DefinitionList, Disclosure } from '#ui/parts.tsx';
import type { InterviewRow } from './interview.ts';
import type { PlacementRow } from './queries.ts';

interface Props {
  request: PageRequest;
  placement: PlacementRow;
  interview: InterviewRow | null;
  writes: boolean;
}

export function InterviewCard({ request, placement, interview, writes }: Props) {
  const possible = ['proposed', 'silent', 'interview'].includes(placement.state);
  if (interview === null && !(writes && possible)) return <></>;
  return (
    <Card
      title="Entretien"
      actions={
        interview !== null && (
          <ButtonLink href={`/candidatures/${placement.id}/entretien.ics`} size="small" icon="calendar">
            Ajouter à mon agenda
          </ButtonLink>
        )
      }
    >
      {interview !== null && <InterviewFacts interview={interview} />}
      {writes && possible && (
        <Disclosure
          summary={interview === null ? 'Fixer la date de l’entretien' : 'Changer la date'}
          open={request.form.values['place'] !== undefined || (interview === null && placement.state === 'interview')}
        >
          <InterviewForm request={request} placement={placement} interview={interview} />
        </Disclosure>
      )}
    </Card>
  );
}

export function InterviewFacts({ interview }: { interview: InterviewRow }) {
  return (
    <DefinitionList
      items={[
        { term: 'Quand', value: <DateText date={interview.startsAt} style="instant" /> },
        { term: 'Durée', value: `${interview.minutes}\u00A0min` },
        { term: 'Où', value: interview.place },
        ...(interview.meets === '' ? [] : [{ term: 'Avec', value: interview.meets }]),
      ]}
    />
  );
}

function InterviewForm({ request, placement, interview }: Omit<Props, 'writes'>) {
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
