/** A white sheet with its title, a quiet remark on the right, and what it holds. */
import type { Child } from 'hono/jsx';

export interface CardProps {
  title?: string | undefined;
  /** 2 unless the card stands inside a titled part. */
  level?: 2 | 3 | undefined;
  aside?: Child;
  actions?: Child;
  children?: Child;
}

export function Card({ title, level = 2, aside, actions, children }: CardProps) {
  const Heading = level === 2 ? 'h2' : 'h3';
  return (
    <section class="card">
      {(title !== undefined || aside !== undefined) && (
        <div class="card-head">
          {title !== undefined && <Heading>{title}</Heading>}
          {aside !== undefined && <span class="soft">{aside}</span>}
        </div>
      )}
      <div class="card-body">{children}</div>
      {actions !== undefined && <div class="card-end">{actions}</div>}
    </section>
  );
}
