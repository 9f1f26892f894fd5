/** A text of several lines, with the count of characters left when it has a limit; its warnings may be overruled by one box. */
import { findSensitiveWords } from '#domain/free-text.ts';
import { frenchNumber } from '#ui/french.ts';
import { Field, controlProps, fieldError, shownValue } from './field.tsx';
import type { FieldProps } from './field.tsx';

export function TextArea(props: FieldProps & { rows?: number | undefined; limit?: number | undefined }) {
  const value = shownValue(props);
  const counter = `${props.name}-reste`;
  const described = props.limit === undefined ? [] : [counter];
  const warned = fieldError(props) !== undefined && findSensitiveWords(value).length > 0;
  return (
    <Field field={props}>
      <textarea {...controlProps(props, described)} class="input" rows={props.rows ?? 4} data-limit={props.limit}>
        {`\n${value}`}
      </textarea>
      {props.limit !== undefined && (
        <p class="counter" id={counter}>
          {`${frenchNumber([...value].length)} / ${frenchNumber(props.limit)} caractères`}
        </p>
      )}
      {warned && (
        <label class="tick">
          <input type="checkbox" name="texte-confirme" value="oui" />
          <span>
            Ce texte est nécessaire, je le garde
            <small>Votre choix est noté au journal, sans le texte.</small>
          </span>
        </label>
      )}
    </Field>
  );
}
