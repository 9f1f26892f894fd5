/** Training before the hire: what, where, how long, and whether its hours could count by the rule of that day: nothing counts them yet. */
import { formatMinutes } from '#domain/minutes.ts';
import { trainingKinds } from '#domain/training-before-hire.ts';
import type { PageRequest } from '#http/route.ts';
import { DateField, FieldPair, Form, NumberField, SelectField, TextField } from '#ui/form.tsx';
import { ActionButton, Card, Disclosure, Period, Status } from '#ui/parts.tsx';
import type { TrainingRow } from './add-training.ts';
import type { PlacementRow } from './queries.ts';

export function TrainingCard({
  request,
  placement,
  trainings,
  writes,
}: {
  request: PageRequest;
  placement: PlacementRow;
  trainings: readonly TrainingRow[];
  writes: boolean;
}) {
  const possible = writes && !['rejected', 'withdrawn', 'no-show', 'suggested'].includes(placement.state);
  if (trainings.length === 0 && !possible) return <></>;
  const typed = request.form.values['organiser'] !== undefined;
  const state = typed ? request.form : { values: {}, errors: [] };
  return (
    <Card title="Formation avant l’embauche">
      {trainings.length === 0 && <p class="soft">Aucune formation n’est prévue.</p>}
      <ul>
        {trainings.map(({ id, kind, organiser, startsOn, endsOn, minutes, counted }) => (
          <li>
            {`${trainingKinds[kind]}, ${organiser}, ${formatMinutes(minutes)}, `}
            <Period from={startsOn} to={endsOn} />{' '}
            <Status
              tone={counted ? 'ok' : 'neutral'}
              label={counted ? 'Pourrait compter dans la clause' : 'Ne compte pas dans la clause'}
            />{' '}
            {writes && (
              <ActionButton
                action={`/formations/${id}/retirer`}
                formKey={request.key()}
                kind="quiet"
                size="small"
                about={`\u00A0: ${trainingKinds[kind]}, ${organiser}`}
              >
                Retirer
              </ActionButton>
            )}
          </li>
        ))}
      </ul>
      {possible && (
        <Disclosure summary="Ajouter une formation" open={typed}>
          <Form
            action={`/candidatures/${placement.id}/formation`}
            formKey={request.key()}
            state={state}
            submit="Ajouter la formation"
          >
            <SelectField
              name="kind"
              label="Formation"
              state={state}
              options={Object.entries(trainingKinds).map(([value, label]) => ({ value, label }))}
            />
            <TextField name="organiser" label="Organisme" autocomplete="off" state={state} />
            <FieldPair>
              <DateField name="startsOn" label="Premier jour" state={state} />
              <DateField name="endsOn" label="Dernier jour" state={state} />
            </FieldPair>
            <NumberField name="minutes" label="Durée en tout" unit="heures" decimal state={state} />
          </Form>
        </Disclosure>
      )}
    </Card>
  );
}
