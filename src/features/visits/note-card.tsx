/** The note of a visit on the desk, and those already there. */
import { randomUUID } from 'node:crypto';
import { formatShortDay, parisDay } from '#domain/day.ts';
import { visitOutcomes, visitSignals } from '#domain/visit-state.ts';
import type { PageRequest } from '#http/route.ts';
import { DateField, Form, RadioCards, TextArea } from '#ui/form.tsx';
import type { FormState } from '#ui/form.tsx';
import { Card, Disclosure, Timeline } from '#ui/parts.tsx';
import type { NoteRow } from './note-queries.ts';
import type { VisitRow } from './queries.ts';

export function NoteCard(props: {
  request: PageRequest;
  visit: VisitRow;
  next: { dueOn: string } | null;
  typed: boolean;
}) {
  const { request, visit, next, typed } = props;
  const { id, state } = visit;
  const form: FormState = typed ? request.form : { values: {}, errors: [] };
  const today = parisDay(request.ctx.now);
  const noted = state === 'done' || state === 'absent';
  return (
    <Disclosure summary={noted ? 'Corriger la note' : 'Noter la visite'} open={typed || !noted}>
      <Form
        action={`/visites/${id}/noter`}
        formKey={request.key()}
        version={String((typed ? form.values['version'] : undefined) ?? visit.version)}
        hidden={{ note: String(form.values['note'] ?? randomUUID()), nextWas: next?.dueOn ?? '', retour: 'fiche' }}
        state={form}
        submit="Enregistrer la note"
        submitIcon="check"
      >
        <RadioCards
          name="outcome"
          label="La visite"
          value="done"
          state={form}
          options={Object.entries(visitOutcomes).map(([value, label]) => ({ value, label }))}
        />
        <RadioCards
          name="signal"
          label="Le travail"
          value={visit.signal ?? 'well'}
          state={form}
          options={Object.entries(visitSignals).map(([value, { label }]) => ({ value, label }))}
        />
        <TextArea
          name="words"
          label="Note"
          help="Le travail seulement, jamais la santé ni la vie privée. Lue par votre équipe."
          optional
          rows={3}
          limit={500}
          state={form}
        />
        <DateField name="notedOn" label="Jour de la visite" value={today} max={today} state={form} />
        <DateField
          name="nextOn"
          label="Prochaine visite"
          help="Ou le nouveau jour, si celle-ci est reportée."
          optional
          value={next?.dueOn}
          state={form}
        />
      </Form>
    </Disclosure>
  );
}

export function NotesCard({ notes }: { notes: readonly NoteRow[] }) {
  return (
    <Card title="Notes">
      <Timeline
        items={notes.map((note) => ({
          at: note.receivedAt,
          who: note.author ?? 'Un programme',
          what: summaryOf(note),
          ...(note.words !== '' && { detail: <p>{note.words}</p> }),
        }))}
      />
    </Card>
  );
}

/** "Faite le 05/01/2026, tout va bien", then whether it counts. */
export function summaryOf({ outcome, signal, notedOn, nextOn, standing }: NoteRow): string {
  const what =
    outcome === 'moved'
      ? `Reportée${nextOn === null ? '' : ` au ${formatShortDay(nextOn)}`}`
      : `${visitOutcomes[outcome]}, le ${formatShortDay(notedOn)}`;
  const how = signal === null ? '' : `, ${visitSignals[signal].label.toLowerCase()}`;
  const end = { kept: '', waiting: ' (à départager)', 'set-aside': ' (écartée)' }[standing];
  return `${what}${how}${end}`;
}
