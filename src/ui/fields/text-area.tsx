/** A text of several lines, with the count of characters left when it has a limit. */
import { frenchNumber } from '#ui/french.ts';
import { Field, controlProps, shownValue } from './field.tsx';
import type { FieldProps } from './field.tsx';

export function TextArea(props: FieldProps & { rows?: number | undefined; limit?: number | undefined }) {
  const value = shownValue(props);
  const counter = `${props.name}-reste`;
  const described = props.limit === undefined ? [] : [counter];
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
    </Field>
  );
}
