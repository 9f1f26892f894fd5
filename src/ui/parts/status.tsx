/** The state of a thing: an icon, a word and a colour, any one of which is enough. */
import { Icon } from '#ui/icons.tsx';
import type { IconName } from '#ui/icons.tsx';

export type StatusTone = 'ok' | 'progress' | 'attention' | 'problem' | 'neutral';

const icons: Record<StatusTone, IconName> = {
  ok: 'check',
  progress: 'contrast',
  attention: 'triangle-alert',
  problem: 'ban',
  neutral: 'circle-dashed',
};

export function Status(props: { tone: StatusTone; label: string; icon?: IconName | undefined }) {
  return (
    <span class={`status status-${props.tone}`}>
      <Icon name={props.icon ?? icons[props.tone]} />
      {props.label}
    </span>
  );
}
