/** Buttons: inside a form, as a link, or as a whole one-button form that asks before doing when asked to. */
import type { Child } from 'hono/jsx';
import { Icon } from '#ui/icons.tsx';
import type { IconName } from '#ui/icons.tsx';
import { Dialog, DialogButton } from './dialog.tsx';

export interface ButtonLook {
  kind?: 'plain' | 'primary' | 'quiet' | 'danger' | undefined;
  size?: 'normal' | 'small' | undefined;
  icon?: IconName | undefined;
  /** Heard after the label, when several buttons of a page carry the same one. */
  about?: string | undefined;
  children?: Child;
}

export interface ButtonProps extends ButtonLook {
  type?: 'submit' | 'button' | undefined;
  name?: string | undefined;
  value?: string | undefined;
  form?: string | undefined;
  formaction?: string | undefined;
  disabled?: boolean | undefined;
}

export function Button(props: ButtonProps) {
  const { type = 'submit', name, value, form, formaction, disabled } = props;
  return (
    <button {...{ type, name, value, form, formaction, disabled }} class={buttonClass(props)}>
      <Content {...props} />
    </button>
  );
}

export function ButtonLink(props: ButtonLook & { href: string; download?: boolean | undefined }) {
  return (
    <a class={buttonClass(props)} href={props.href} download={props.download ? '' : undefined}>
      <Content {...props} />
    </a>
  );
}

export interface ActionButtonProps extends ButtonLook {
  action: string;
  formKey: string;
  hidden?: Record<string, string> | undefined;
  confirm?: { title: string; text: Child; label: string } | undefined;
}

/** A dialog confirms; it opens as a popover where scripts are absent, so asking first never depends on them. */
export function ActionButton(props: ActionButtonProps) {
  const { action, formKey, hidden = {}, confirm } = props;
  const keys = Object.entries({ cle: formKey, ...hidden }).map(([name, value]) => (
    <input type="hidden" name={name} value={value} />
  ));
  if (confirm === undefined) {
    return (
      <form class="inline-form" method="post" action={action}>
        {keys}
        <Button {...props} />
      </form>
    );
  }
  const id = `confirmer-${action.replace(/[^\w]+/gu, '-')}-${formKey.replace(/[^\w]+/gu, '').slice(-8)}`;
  return (
    <>
      <DialogButton {...props} dialog={id} />
      <Dialog id={id} title={confirm.title}>
        <p>{confirm.text}</p>
        <form class="dialog-end" method="post" action={action}>
          {keys}
          <button type="button" class="button" popovertarget={id} popovertargetaction="hide" data-close={id} autofocus>
            Annuler
          </button>
          <button type="submit" class={props.kind === 'danger' ? 'button primary danger' : 'button primary'}>
            {confirm.label}
          </button>
        </form>
      </Dialog>
    </>
  );
}

export function buttonClass({ kind = 'plain', size }: ButtonLook): string {
  return ['button', kind === 'plain' ? '' : kind, size === 'small' ? 'small-button' : ''].filter(Boolean).join(' ');
}

function Content({ icon, about, children }: ButtonLook) {
  return (
    <>
      {icon && <Icon name={icon} />}
      <span>
        {children}
        {about && <span class="visually-hidden"> {about}</span>}
      </span>
    </>
  );
}
