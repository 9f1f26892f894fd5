/** One file, or several, with what is accepted said before the choice. */
import { Field, controlProps } from './field.tsx';
import type { FieldProps } from './field.tsx';

export function FileField(props: FieldProps & { accept?: string | undefined; multiple?: boolean | undefined }) {
  const { readonly: _readonly, ...control } = controlProps(props);
  return (
    <Field field={props}>
      <input {...control} class="input" type="file" accept={props.accept} multiple={props.multiple} />
    </Field>
  );
}
