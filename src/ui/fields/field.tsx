/** What all fields share: label, help, error above the control, and how they are tied together. */
import type { Child } from 'hono/jsx';
import type { FormState } from '#ui/form-state.ts';
import { errorOf } from '#ui/form-state.ts';
import { Icon } from '#ui/icons.tsx';

export interface FieldProps {
  name: string;
  label: string;
  help?: Child;
  state?: FormState | undefined;
  optional?: boolean | undefined;
  /** A filter narrows a list: nothing is asked, so nothing says whether it must be filled. */
  filter?: boolean | undefined;
  autocomplete?: string | undefined;
  /** What to show when the form was not sent yet. */
  value?: string | undefined;
  readonly?: boolean | undefined;
  disabled?: boolean | undefined;
  /** The label is heard but not seen, for a field alone in a table cell. */
  hideLabel?: boolean | undefined;
}

export const emptyState: FormState = { values: {}, errors: [] };

export function Field({ field, children }: { field: FieldProps; children?: Child }) {
  const error = fieldError(field);
  return (
    <div class={error === undefined ? 'field' : 'field wrong'}>
      <label class={field.hideLabel ? 'visually-hidden' : 'label'} for={field.name}>
        <LabelText {...field} />
      </label>
      <HelpAndError {...field} />
      {children}
    </div>
  );
}

export function LabelText({ label, optional }: FieldProps) {
  return (
    <>
      {label}
      {optional && <span class="soft"> (facultatif)</span>}
    </>
  );
}

export function HelpAndError(field: FieldProps) {
  const error = fieldError(field);
  return (
    <>
      {field.help !== undefined && (
        <div class="help" id={`${field.name}-aide`}>
          {field.help}
        </div>
      )}
      {error !== undefined && (
        <p class="error" id={`${field.name}-erreur`}>
          <Icon name="triangle-alert" />
          <span>
            <span class="visually-hidden">Erreur : </span>
            {error}
          </span>
        </p>
      )}
    </>
  );
}

/** The attributes every control carries: its id is its name, what describes it, whether it is wrong. */
export function controlProps(field: FieldProps, described: readonly string[] = []) {
  const wrong = fieldError(field) !== undefined;
  const by = [
    ...(field.help === undefined ? [] : [`${field.name}-aide`]),
    ...(wrong ? [`${field.name}-erreur`] : []),
    ...described,
  ];
  return {
    id: field.name,
    name: field.name,
    'aria-describedby': by.length > 0 ? by.join(' ') : undefined,
    'aria-invalid': wrong ? ('true' as const) : undefined,
    'aria-required': field.optional || field.filter ? undefined : ('true' as const),
    autocomplete: field.autocomplete,
    readonly: field.readonly,
    disabled: field.disabled,
  };
}

/** What was typed wins over what was stored. */
export function shownValue({ state, name, value }: FieldProps): string {
  const typed = state?.values[name];
  return (Array.isArray(typed) ? typed[0] : typed) ?? value ?? '';
}

export function fieldError({ state, name }: FieldProps): string | undefined {
  return state && errorOf(state, name);
}
