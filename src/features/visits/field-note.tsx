/** The short form of a note: two taps, a few words if need be, the next day already there. */
import type { Day } from '#domain/day.ts';
import { visitOutcomes, visitSignals } from '#domain/visit-state.ts';
import { Icon } from '#ui/icons.tsx';
import type { FieldVisit } from './field-queries.ts';

export function FieldNote(props: { visit: FieldVisit; formKey: string; noteKey: string; today: Day }) {
  const { visit, formKey, noteKey, today } = props;
  const { id, version, nextOn } = visit;
  const hidden = {
    cle: formKey,
    version: String(version),
    note: noteKey,
    notedOn: today,
    nextWas: nextOn ?? '',
    retour: 'terrain',
  };
  return (
    <form
      class="form"
      method="post"
      action={`/visites/${id}/noter`}
      data-visit-note={`${visit.givenName} ${visit.initial}.`}
      novalidate
    >
      {Object.entries(hidden).map(([name, value]) => (
        <input type="hidden" name={name} value={value} />
      ))}
      <Choice
        id={id}
        name="outcome"
        legend="La visite"
        chosen="done"
        options={Object.entries(visitOutcomes).map(([value, label]) => ({ value, label }))}
      />
      <Choice
        id={id}
        name="signal"
        legend="Le travail"
        chosen="well"
        options={Object.entries(visitSignals).map(([value, { label }]) => ({ value, label }))}
      />
      <div class="field">
        <label class="label" for={`words-${id}`}>
          Note <span class="soft">(facultatif)</span>
        </label>
        <p class="help" id={`words-aide-${id}`}>
          Le travail seulement, jamais la santé ni la vie privée. Lue par votre équipe.
        </p>
        <textarea
          class="input"
          id={`words-${id}`}
          name="words"
          rows={2}
          maxlength={500}
          aria-describedby={`words-aide-${id}`}
        ></textarea>
      </div>
      <div class="field">
        <label class="label" for={`nextOn-${id}`}>
          Prochaine visite <span class="soft">(nouveau jour si elle est reportée)</span>
        </label>
        <input class="input short" type="date" id={`nextOn-${id}`} name="nextOn" value={nextOn ?? ''} min={today} />
      </div>
      <div class="form-end">
        <button type="submit" class="button primary">
          <Icon name="check" />
          Enregistrer la note
        </button>
      </div>
    </form>
  );
}

interface ChoiceProps {
  id: string;
  name: string;
  legend: string;
  chosen: string;
  options: readonly { value: string; label: string }[];
}

function Choice({ id, name, legend, chosen, options }: ChoiceProps) {
  return (
    <fieldset class="field">
      <legend class="label">{legend}</legend>
      <div class="choices side-by-side">
        {options.map(({ value, label }) => (
          <label class="choice">
            <input type="radio" id={`${name}-${value}-${id}`} name={name} value={value} checked={value === chosen} />
            <span class="choice-text">{label}</span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}
