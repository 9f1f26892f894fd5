/** One thing to fill per line, made for a thumb: who, two quiet lines, and the field; then the total and the button. */
import type { Child } from 'hono/jsx';

export function EntryList({ children }: { children?: Child }) {
  return <div class="entries">{children}</div>;
}

export function Entry({ title, lines = [], children }: { title: string; lines?: readonly string[]; children?: Child }) {
  return (
    <div class="entry">
      <div>
        <strong>{title}</strong>
        {lines.map((line) => (
          <small>{line}</small>
        ))}
      </div>
      {children}
    </div>
  );
}

/** Stays at the bottom of the screen while one fills the page; `adds` is the form whose hours it adds up as they are typed. */
export function StickyEnd({
  label,
  total,
  adds,
  children,
}: {
  label?: string;
  total?: string;
  adds?: string | undefined;
  children?: Child;
}) {
  return (
    <div class="sticky-end">
      {total !== undefined && (
        <p class="total">
          {label ?? 'Total'} <output data-adds={adds}>{total}</output>
        </p>
      )}
      {children}
    </div>
  );
}
