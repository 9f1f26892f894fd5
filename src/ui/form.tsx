/** A form: what is wrong first, the fields, the hidden key that makes sending twice harmless, the buttons. */
import { raw } from 'hono/html';
import type { Child } from 'hono/jsx';
import { ErrorSummary } from '#ui/fields/error-summary.tsx';
import type { FieldError, FormState } from './form-state.ts';
import type { IconName } from './icons.tsx';
import { Icon } from './icons.tsx';

export { CheckboxField, CheckboxGroup, RadioCards } from '#ui/fields/choices.tsx';
export { CodeField, PasswordField } from '#ui/fields/secrets.tsx';
export { Combobox } from '#ui/fields/combobox.tsx';
export { ErrorSummary } from '#ui/fields/error-summary.tsx';
export { FieldPair, FormSection } from '#ui/fields/arrangement.tsx';
export { FileField } from '#ui/fields/file.tsx';
export { SelectField } from '#ui/fields/select.tsx';
export { TextArea } from '#ui/fields/text-area.tsx';
export { DateField, EmailField, MonthField, NumberField, PhoneField, SiretField, TextField } from '#ui/fields/text.tsx';
import { drawn } from './drawn.ts';
export type { FieldProps } from '#ui/fields/field.tsx';
export type { Option } from '#ui/fields/select.tsx';
export type { FieldError, FormState };

export interface FormProps {
  action: string;
  /** The key of this sending; absent for a search sent by GET. */
  formKey?: string | undefined;
  method?: 'post' | 'get' | undefined;
  multipart?: boolean | undefined;
  /** The version of the object being edited, to notice that someone else wrote meanwhile. */
  version?: number | string | undefined;
  hidden?: Record<string, string> | undefined;
  state?: FormState | undefined;
  submit?: string | undefined;
  submitIcon?: IconName | undefined;
  danger?: boolean | undefined;
  /** What an error prevents, said in the summary: «l’enregistrement» unless told otherwise. */
  blocked?: string | undefined;
  cancel?: { href: string; label: string } | undefined;
  /** Other buttons of the form, after the main one. */
  more?: Child;
  /** Keeps a draft on this machine under this name; never for personal data. */
  draft?: string | undefined;
  id?: string | undefined;
  children?: Child;
}

export function Form(props: FormProps) {
  const errors = props.state?.errors ?? [];
  const body = drawn(<>{props.children}</>);
  return (
    <>
      {errors.length > 0 && <ErrorSummary errors={inFieldOrder(errors, body)} page={body} blocked={props.blocked} />}
      <form
        id={props.id}
        class="form"
        action={props.action}
        method={props.method ?? 'post'}
        enctype={props.multipart ? 'multipart/form-data' : undefined}
        data-draft={props.draft}
        novalidate
      >
        {props.formKey !== undefined && <input type="hidden" name="cle" value={props.formKey} />}
        {props.version !== undefined && <input type="hidden" name="version" value={String(props.version)} />}
        {Object.entries(props.hidden ?? {}).map(([name, value]) => (
          <input type="hidden" name={name} value={value} />
        ))}
        {raw(body)}
        <FormEnd {...props} />
      </form>
    </>
  );
}

function FormEnd({ submit, submitIcon, danger, cancel, more, draft }: FormProps) {
  if (submit === undefined && cancel === undefined && more === undefined) return <></>;
  return (
    <div class="form-end">
      {submit !== undefined && (
        <button type="submit" class={danger ? 'button primary danger' : 'button primary'}>
          {submitIcon && <Icon name={submitIcon} />}
          {submit}
        </button>
      )}
      {more}
      {cancel && (
        <a class="button quiet" href={cancel.href}>
          {cancel.label}
        </a>
      )}
      {draft !== undefined && <span class="draft-note" role="status" data-draft-note></span>}
    </div>
  );
}

/** A schema reports errors in its own order; people read from top to bottom. Errors of no field come first. */
export function inFieldOrder(errors: readonly FieldError[], body: string): FieldError[] {
  const place = ({ field }: FieldError) => body.indexOf(`id="${field}"`);
  return [...errors].sort((a, b) => place(a) - place(b));
}
