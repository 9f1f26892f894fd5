/** Something to know or to do, in the flow of the page. */
import type { Child } from 'hono/jsx';
import { Icon } from '#ui/icons.tsx';
import type { IconName } from '#ui/icons.tsx';

export interface AlertProps {
  tone?: 'info' | 'attention' | 'problem' | 'done' | undefined;
  title?: string | undefined;
  children?: Child;
}

const icons: Record<NonNullable<AlertProps['tone']>, IconName> = {
  info: 'info',
  attention: 'triangle-alert',
  problem: 'circle-alert',
  done: 'circle-check',
};

export function Alert({ tone = 'info', title, children }: AlertProps) {
  return (
    <div class={`alert alert-${tone}`}>
      <Icon name={icons[tone]} />
      <div>
        {title !== undefined && <h2>{title}</h2>}
        {children}
      </div>
    </div>
  );
}
