/** One choice in a closed list short enough to be sent whole. */
import { Field, controlProps, shownValue } from './field.tsx';
import type { FieldProps } from './field.tsx';

export interface Option {
  value: string;
  label: string;
  detail?: string | undefined;
  group?: string | undefined;
}

export interface SelectProps extends FieldProps {
  options: readonly Option[];
  /** The first, empty line; null when there is none. */
  placeholder?: string | null | undefined;
}

export function SelectField(props: SelectProps) {
  const chosen = shownValue(props);
  const groups = Map.groupBy(props.options, (option) => option.group ?? '');
  return (
    <Field field={props}>
      <select {...controlProps(props)} class="input">
        {props.placeholder !== null && <option value="">{props.placeholder ?? 'Choisir'}</option>}
        {[...groups].map(([group, options]) =>
          group === '' ? (
            <Options options={options} chosen={chosen} />
          ) : (
            <optgroup label={group}>
              <Options options={options} chosen={chosen} />
            </optgroup>
          ),
        )}
      </select>
    </Field>
  );
}

function Options({ options, chosen }: { options: readonly Option[]; chosen: string }) {
  return (
    <>
      {options.map(({ value, label, detail }) => (
        <option value={value} selected={value === chosen}>
          {detail === undefined ? label : `${label} (${detail})`}
        </option>
      ))}
    </>
  );
}
