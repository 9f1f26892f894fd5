/** One figure per line for a thumb: who, two quiet lines, the field with its unit, and under them what deserves a look. */
import type { Child } from 'hono/jsx';
import { Icon } from '#ui/icons.tsx';
import type { FieldProps } from './field.tsx';
import { controlProps, fieldError, shownValue } from './field.tsx';

export interface EntryFieldProps extends Omit<FieldProps, 'label'> {
  title: string;
  lines?: readonly string[] | undefined;
  unit: string;
  /** What deserves a look before sending. */
  notes?: readonly string[] | undefined;
  children?: Child;
}

export function EntryField(props: EntryFieldProps) {
  const { name, title, lines = [], unit, notes = [] } = props;
  const field = { ...props, label: title };
  const error = fieldError(field);
  const described = [
    ...(lines.length > 0 ? [`${name}-lignes`] : []),
    `${name}-unite`,
    ...(notes.length > 0 ? [`${name}-notes`] : []),
  ];
  return (
    <div class={error === undefined ? 'entry' : 'entry wrong'}>
      <div>
        <label for={name}>
          <strong>{title}</strong>
        </label>
        {lines.length > 0 && (
          <div id={`${name}-lignes`}>
            {lines.map((line) => (
              <small>{line}</small>
            ))}
          </div>
        )}
      </div>
      <div class="with-unit">
        <input
          {...controlProps(field, described)}
          type="text"
          class="input numeric"
          inputmode="decimal"
          autocomplete="off"
          value={shownValue(field)}
        />
        <span class="soft" id={`${name}-unite`}>
          {unit}
        </span>
      </div>
      <div class="entry-more">
        {error !== undefined && (
          <p class="error" id={`${name}-erreur`}>
            <Icon name="triangle-alert" />
            <span>
              <span class="visually-hidden">Erreur : </span>
              {error}
            </span>
          </p>
        )}
        {notes.length > 0 && (
          <div id={`${name}-notes`}>
            {notes.map((note) => (
              <p class="entry-note">
                <Icon name="triangle-alert" />
                <span>{note}</span>
              </p>
            ))}
          </div>
        )}
        {props.children}
      </div>
    </div>
  );
}
