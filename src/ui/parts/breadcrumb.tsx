/** The way back up: the pages above this one, nearest last. The page itself is its title, just below. */
import { Icon } from '#ui/icons.tsx';

export function Breadcrumb({ items }: { items: readonly { href: string; label: string }[] }) {
  return (
    <nav class="breadcrumb" aria-label="Fil d’Ariane">
      <ol class="crumbs">
        {items.map(({ href, label }, index) => (
          <li>
            {index > 0 && <Icon name="chevron-right" />}
            <a href={href}>{label}</a>
          </li>
        ))}
      </ol>
    </nav>
  );
}
