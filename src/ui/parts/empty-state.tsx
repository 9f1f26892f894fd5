/** Nothing here, and why: first use, no match, or no right; always with what to do next. */
import type { Child } from 'hono/jsx';
import { Icon } from '#ui/icons.tsx';
import type { IconName } from '#ui/icons.tsx';

export interface EmptyStateProps {
  title: string;
  icon?: IconName | undefined;
  actions?: Child;
  children?: Child;
}

export function EmptyState({ title, icon = 'inbox', actions, children }: EmptyStateProps) {
  return (
    <div class="empty">
      <Icon name={icon} />
      <h2>{title}</h2>
      {children !== undefined && <p>{children}</p>}
      {actions !== undefined && <div class="row">{actions}</div>}
    </div>
  );
}
