/** The form of a tripartite report. */
import { presences, reportPresences } from '#domain/work-evaluation.ts';
import { CheckboxGroup, DateField, Form, TextArea } from '#ui/form.tsx';
import type { FormState } from '#ui/form.tsx';
import type { ReportRow } from './report-queries.ts';

interface ReportFormProps {
  action: string;
  formKey: string;
  state: FormState;
  today: string;
  version?: string | undefined;
  cancel?: string | undefined;
}

export function ReportForm({ action, formKey, state, today, version, cancel }: ReportFormProps) {
  return (
    <Form
      action={action}
      formKey={formKey}
      version={version}
      state={state}
      submit="Enregistrer le bilan"
      submitIcon="check"
      cancel={cancel === undefined ? undefined : { href: cancel, label: 'Annuler' }}
    >
      <DateField name="heldOn" label="Jour du bilan" value={today} state={state} />
      <CheckboxGroup
        name="present"
        label="Présents"
        values={['person', 'company', 'facilitator']}
        state={state}
        options={presences.map((value) => ({ value, label: reportPresences[value] }))}
      />
      <TextArea
        name="said"
        label="Le travail"
        help="Ce qui va, ce qui reste à apprendre. Jamais la santé ni la vie privée : tout le monde lit ce bilan."
        rows={4}
        limit={2000}
        state={state}
      />
      <TextArea name="agreed" label="Ce qui est convenu" optional rows={3} limit={1000} state={state} />
      <DateField name="nextOn" label="Prochain bilan" optional state={state} />
    </Form>
  );
}

export function valuesOf({ heldOn, present, said, agreed, nextOn }: ReportRow): FormState['values'] {
  return { heldOn, present, said, agreed, nextOn: nextOn ?? '' };
}
