/** A dialog: modal where scripts run, a popover where they do not, closed by Escape in both. */
import type { Child } from 'hono/jsx';
import { Icon } from '#ui/icons.tsx';
import type { IconName } from '#ui/icons.tsx';

export interface DialogButtonProps {
  dialog: string;
  kind?: 'plain' | 'primary' | 'quiet' | 'danger' | undefined;
  size?: 'normal' | 'small' | undefined;
  icon?: IconName | undefined;
  about?: string | undefined;
  children?: Child;
}

export function DialogButton({ dialog, kind = 'plain', size, icon, about, children }: DialogButtonProps) {
  const look = ['button', kind === 'plain' ? '' : kind, size === 'small' ? 'small-button' : ''].filter(Boolean);
  return (
    <button type="button" class={look.join(' ')} popovertarget={dialog} data-dialog={dialog} aria-haspopup="dialog">
      {icon && <Icon name={icon} />}
      <span>
        {children}
        {about && <span class="visually-hidden"> {about}</span>}
      </span>
    </button>
  );
}

export function Dialog({ id, title, children }: { id: string; title: string; children?: Child }) {
  return (
    <dialog class="dialog" id={id} popover="auto" aria-labelledby={`${id}-titre`}>
      <h2 id={`${id}-titre`}>{title}</h2>
      {children}
    </dialog>
  );
}
