/** One figure that matters, its name above, its measure below, and the rows behind it one click away. */
import type { Child } from 'hono/jsx';

export interface KeyFigureProps {
  label: string;
  value: string;
  detail?: Child;
  href?: string | undefined;
}

export function KeyFigures({ children }: { children?: Child }) {
  return <div class="figures">{children}</div>;
}

export function KeyFigure({ label, value, detail, href }: KeyFigureProps) {
  return (
    <div class="figure">
      <span class="figure-label">{href === undefined ? label : <a href={href}>{label}</a>}</span>
      <strong class="figure-value">{value}</strong>
      {detail !== undefined && <span class="figure-detail">{detail}</span>}
    </div>
  );
}
