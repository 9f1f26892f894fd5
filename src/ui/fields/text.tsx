/** Fields of one line: text, address, number, day, month, telephone, company number. */
import { Field, controlProps, shownValue } from './field.tsx';
import type { FieldProps } from './field.tsx';

export interface TextFieldProps extends FieldProps {
  size?: 'short' | 'middle' | undefined;
  inputmode?: 'text' | 'numeric' | 'decimal' | 'email' | 'tel' | 'url' | 'search' | undefined;
  placeholder?: string | undefined;
  maxlength?: number | undefined;
  /** Free text with hints: nothing forces one of them. */
  hints?: readonly string[] | undefined;
}

export function TextField(props: TextFieldProps & { type?: string | undefined }) {
  const list = props.hints ? `${props.name}-suggestions` : undefined;
  return (
    <Field field={props}>
      <input {...inputProps(props)} list={list} />
      {props.hints && (
        <datalist id={list}>
          {props.hints.map((hint) => (
            <option value={hint}></option>
          ))}
        </datalist>
      )}
    </Field>
  );
}

export function EmailField(props: TextFieldProps) {
  return <TextField autocomplete="email" {...props} type="email" inputmode="email" />;
}

export function PhoneField(props: TextFieldProps) {
  return <TextField autocomplete="tel" size="middle" {...props} type="tel" inputmode="tel" />;
}

/** Text with a numeric keyboard, never type=number: a comma, a space or a wheel must not change what is typed. */
export function NumberField(props: TextFieldProps & { unit?: string | undefined; decimal?: boolean | undefined }) {
  const sized: TextFieldProps = { size: 'short', inputmode: props.decimal ? 'decimal' : 'numeric', ...props };
  if (props.unit === undefined) return <TextField autocomplete="off" {...sized} />;
  return (
    <Field field={props}>
      <div class="with-unit">
        <input {...inputProps({ autocomplete: 'off', ...sized }, [`${props.name}-unite`])} />
        <span class="soft" id={`${props.name}-unite`}>
          {props.unit}
        </span>
      </div>
    </Field>
  );
}

export function DateField(props: FieldProps & { min?: string | undefined; max?: string | undefined }) {
  return (
    <Field field={props}>
      <input {...inputProps({ ...props, size: 'short', type: 'date' })} min={props.min} max={props.max} />
    </Field>
  );
}

/** A month as 2026-11: where the browser has no month picker it stays a text field with its example. */
export function MonthField(props: FieldProps & { min?: string | undefined; max?: string | undefined }) {
  return (
    <Field field={props}>
      <input
        {...inputProps({ ...props, size: 'short', type: 'month', placeholder: 'AAAA-MM' })}
        min={props.min}
        max={props.max}
      />
    </Field>
  );
}

export function SiretField(props: TextFieldProps) {
  return (
    <TextField
      autocomplete="off"
      help={'14 chiffres, par exemple 123 456 789 00012.'}
      {...props}
      size="middle"
      inputmode="numeric"
    />
  );
}

function inputProps(props: TextFieldProps & { type?: string | undefined }, described: readonly string[] = []) {
  const numeric = props.inputmode === 'numeric' || props.inputmode === 'decimal' ? 'numeric' : '';
  return {
    ...controlProps(props, described),
    type: props.type ?? 'text',
    class: ['input', props.size ?? '', numeric].filter(Boolean).join(' '),
    value: shownValue(props),
    inputmode: props.inputmode,
    placeholder: props.placeholder,
    maxlength: props.maxlength,
  };
}
