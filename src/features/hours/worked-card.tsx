/** On the receipt of a month: the hours everybody worked, told or still missing, when the lot asks for them. */
import { formatMinutes } from '#domain/minutes.ts';
import type { PageRequest } from '#http/route.ts';
import { Form } from '#ui/form.tsx';
import type { FormState } from '#ui/form.tsx';
import { Card, EntryField, EntryList } from '#ui/parts.tsx';
import { fieldHours } from './declare-prefill.ts';
import type { DeclaringDoor } from './declare-doors.ts';
import type { OpenedMonth } from './declare-open.ts';

export const workedWords = {
  title: 'Heures travaillées par tous',
  lines: ['Tous vos salariés et intérimaires sur ce lot, insertion comprise'],
} as const;

/** Below the people, never among them: it is not a part of their total. */
export function WorkedEntry({ state }: { state: FormState }) {
  return (
    <EntryList>
      <EntryField
        name="travail"
        title={workedWords.title}
        lines={workedWords.lines}
        unit="heures"
        optional
        state={state}
      />
    </EntryList>
  );
}

export function WorkedCard({
  request,
  door,
  opened,
}: {
  request: PageRequest;
  door: DeclaringDoor;
  opened: OpenedMonth;
}) {
  const { worked, month, declaration } = opened;
  const sealed = declaration?.state === 'locked' || declaration?.state === 'corrected';
  const typed = request.form.values['travail'] !== undefined;
  const value = worked === null ? '' : fieldHours(worked.minutes);
  const state = typed ? request.form : { values: { travail: value }, errors: [] };
  const said = worked === null ? 'à indiquer' : formatMinutes(worked.minutes);
  return (
    <Card title={workedWords.title} aside={said}>
      <p class="soft">
        Ce que demande ce lot, ou un programme, est une part de ces heures. Mettez 0 si le chantier était arrêté.
      </p>
      {sealed && door.kind !== 'facilitator' ? (
        <p class="soft">Ce mois est scellé. Pour une correction, appelez votre facilitateur.</p>
      ) : (
        <Form
          action={`${door.path}/travail`}
          formKey={request.key()}
          hidden={{ ...door.repeats, mois: month }}
          version={worked?.version ?? 0}
          state={state}
          submit={worked === null ? 'Indiquer' : 'Corriger'}
          blocked="l’envoi"
        >
          <WorkedEntry state={state} />
        </Form>
      )}
    </Card>
  );
}
