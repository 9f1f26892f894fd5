/** What was just done, said at the top of the page and kept at /messages; a reversible deed can be undone here. */
import { Icon } from '#ui/icons.tsx';
import type { IconName } from '#ui/icons.tsx';

export interface MessageProps {
  text: string;
  tone: 'done' | 'info' | 'problem';
  undo?: { action: string; key: string; label?: string | undefined } | undefined;
}

const icons: Record<MessageProps['tone'], IconName> = {
  done: 'circle-check',
  info: 'info',
  problem: 'triangle-alert',
};

export function Message({ text, tone, undo }: MessageProps) {
  return (
    <section class={`message message-${tone}`} aria-label="Message">
      <p role="status" data-announce>
        <Icon name={icons[tone]} />
        <span>{text}</span>
      </p>
      {undo && (
        <form method="post" action={undo.action}>
          <input type="hidden" name="cle" value={undo.key} />
          <button type="submit" class="button small-button">
            <Icon name="undo-2" />
            {undo.label ?? 'Annuler'}
          </button>
        </form>
      )}
    </section>
  );
}
