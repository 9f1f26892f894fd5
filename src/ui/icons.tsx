/** Draws one icon of the house, always decorative: the text beside it says the same thing. */
import { raw } from 'hono/html';
import { iconPaths } from './icon-paths.ts';

export type IconName = keyof typeof iconPaths;

export function Icon({ name, class: extra }: { name: IconName; class?: string | undefined }) {
  return (
    <svg class={extra ? `icon ${extra}` : 'icon'} viewBox="0 0 24 24" aria-hidden="true" focusable="false">
      {raw(iconPaths[name])}
    </svg>
  );
}
