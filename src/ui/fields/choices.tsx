/** Choices one sees all at once: cards for one among few, boxes for several, one box for yes or no. */
import type { Child } from 'hono/jsx';
import { valuesOf } from '#ui/form-state.ts';
import { HelpAndError, LabelText, controlProps, fieldError, shownValue } from './field.tsx';
import type { FieldProps } from './field.tsx';
import type { Option } from './select.tsx';

export function RadioCards(props: FieldProps & { options: readonly Option[] }) {
  const chosen = shownValue(props);
  return (
    <Group field={props}>
      <div class="choices">
        {props.options.map((option, index) => (
          <label class="choice">
            <input
              type="radio"
              id={index === 0 ? props.name : `${props.name}-${option.value}`}
              name={props.name}
              value={option.value}
              checked={option.value === chosen}
              disabled={props.disabled}
            />
            <ChoiceText {...option} />
          </label>
        ))}
      </div>
    </Group>
  );
}

export function CheckboxGroup(
  props: FieldProps & { options: readonly Option[]; values?: readonly string[] | undefined },
) {
  const sent = props.state && props.state.values[props.name] !== undefined;
  const chosen = sent && props.state ? valuesOf(props.state, props.name) : (props.values ?? []);
  return (
    <Group field={props}>
      <div class="ticks">
        {props.options.map((option, index) => (
          <label class="tick">
            <input
              type="checkbox"
              id={index === 0 ? props.name : `${props.name}-${option.value}`}
              name={props.name}
              value={option.value}
              checked={chosen.includes(option.value)}
              disabled={props.disabled}
            />
            <ChoiceText {...option} />
          </label>
        ))}
      </div>
    </Group>
  );
}

/** One box. The value sent is "oui"; a box must not be ticked to say no. */
export function CheckboxField(props: FieldProps & { checked?: boolean | undefined; detail?: string | undefined }) {
  const { autocomplete: _autocomplete, readonly: _readonly, ...control } = controlProps(props);
  const ticked = props.state?.values[props.name] === undefined ? props.checked === true : shownValue(props) !== '';
  return (
    <div class={fieldError(props) === undefined ? 'field' : 'field wrong'}>
      <HelpAndError {...props} />
      <label class="tick">
        <input {...control} aria-required={undefined} type="checkbox" value="oui" checked={ticked} />
        <span>
          {props.label}
          {props.detail && <small>{props.detail}</small>}
        </span>
      </label>
    </div>
  );
}

function Group({ field, children }: { field: FieldProps; children?: Child }) {
  const { 'aria-describedby': describedBy } = controlProps(field);
  return (
    <fieldset class={fieldError(field) === undefined ? 'field' : 'field wrong'} aria-describedby={describedBy}>
      <legend class={field.hideLabel ? 'visually-hidden' : 'label'}>
        <LabelText {...field} />
      </legend>
      <HelpAndError {...field} />
      {children}
    </fieldset>
  );
}

function ChoiceText({ label, detail }: Option) {
  return (
    <span class="choice-text">
      {label}
      {detail && <small>{detail}</small>}
    </span>
  );
}
