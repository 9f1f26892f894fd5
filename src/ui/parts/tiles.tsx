/** Large places to go, one thumb each: an icon, a name, one quiet line. */
import { Icon } from '#ui/icons.tsx';
import type { IconName } from '#ui/icons.tsx';

export interface Tile {
  href: string;
  icon: IconName;
  label: string;
  detail?: string;
}

export function Tiles({ tiles, label }: { tiles: readonly Tile[]; label: string }) {
  return (
    <nav aria-label={label}>
      <ul class="tiles">
        {tiles.map(({ href, icon, label: name, detail }) => (
          <li>
            <a href={href}>
              <Icon name={icon} />
              <span>
                <strong>{name}</strong>
                {detail !== undefined && <small>{detail}</small>}
              </span>
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
