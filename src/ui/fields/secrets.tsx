/** What is typed and never shown again: passwords (visible on demand) and six-digit codes. Values are never sent back. */
import { Icon } from '#ui/icons.tsx';
import { Field, controlProps } from './field.tsx';
import type { FieldProps } from './field.tsx';

export function PasswordField(props: FieldProps & { kind?: 'current' | 'new' | undefined }) {
  const autocomplete = props.kind === 'new' ? 'new-password' : 'current-password';
  return (
    <Field field={props}>
      <div class="with-button">
        <input {...controlProps({ autocomplete, ...props })} class="input" type="password" />
        <button type="button" class="button" data-show={props.name} aria-pressed="false" hidden>
          <Icon name="eye" />
          <span>
            Montrer<span class="visually-hidden"> le mot de passe</span>
          </span>
        </button>
      </div>
    </Field>
  );
}

export function CodeField(props: FieldProps & { length?: number | undefined }) {
  return (
    <Field field={props}>
      <input
        {...controlProps({ autocomplete: 'one-time-code', ...props })}
        class="input code-input"
        type="text"
        inputmode="numeric"
        maxlength={(props.length ?? 6) + 4}
      />
    </Field>
  );
}
