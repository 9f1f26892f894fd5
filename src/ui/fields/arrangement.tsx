/** How fields stand together: two on a line, or a titled part of a long form. */
import type { Child } from 'hono/jsx';

export function FieldPair({ children }: { children?: Child }) {
  return <div class="field-pair">{children}</div>;
}

export function FormSection({ title, help, children }: { title: string; help?: Child; children?: Child }) {
  return (
    <fieldset class="section">
      <legend>{title}</legend>
      {help !== undefined && <div class="help">{help}</div>}
      {children}
    </fieldset>
  );
}
