/** Something most people do not need, one press away; opened in print. */
import type { Child } from 'hono/jsx';

export function Disclosure(props: { summary: string; open?: boolean | undefined; children?: Child }) {
  return (
    <details class="disclosure" open={props.open}>
      <summary>{props.summary}</summary>
      {props.children}
    </details>
  );
}
