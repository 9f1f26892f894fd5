/** The side navigation: a column on a desk, a popover on a phone, the same links in both. */
import type { Child } from 'hono/jsx';
import { frenchNumber } from '#ui/french.ts';
import { Icon } from '#ui/icons.tsx';
import type { IconName } from '#ui/icons.tsx';

export interface NavigationItem {
  href: string;
  label: string;
  icon: IconName;
  count?: number | undefined;
  /** What the count counts, for those who hear the page: "à traiter" unless said. */
  countLabel?: string | undefined;
  group?: string | undefined;
}

export interface SavedView {
  href: string;
  label: string;
}

export function SideNavigation(props: {
  items: readonly NavigationItem[];
  savedViews: readonly SavedView[];
  path: string;
}) {
  const current = currentHref(props.items, props.path);
  const groups = Map.groupBy(props.items, (item) => item.group ?? '');
  return (
    <nav class="side" id="navigation" popover="auto" aria-label="Navigation principale">
      {[...groups].map(([group, items]) => (
        <Group title={group}>
          {items.map((item) => (
            <Entry item={item} current={item.href === current} />
          ))}
        </Group>
      ))}
      {props.savedViews.length > 0 && (
        <Group title="Mes vues">
          {props.savedViews.map((view) => (
            <li>
              <a href={view.href}>{view.label}</a>
            </li>
          ))}
          <li>
            <a href="/vues" class="soft">
              Gérer mes vues
            </a>
          </li>
        </Group>
      )}
    </nav>
  );
}

function Group({ title, children }: { title: string; children?: Child }) {
  return (
    <>
      {title && <h2>{title}</h2>}
      <ul class="side-list">{children}</ul>
    </>
  );
}

function Entry({ item, current }: { item: NavigationItem; current: boolean }) {
  return (
    <li>
      <a href={item.href} aria-current={current ? 'page' : undefined}>
        <Icon name={item.icon} />
        {item.label}
        {item.count !== undefined && item.count > 0 && (
          <span class="count">
            {frenchNumber(item.count)}
            <span class="visually-hidden"> {item.countLabel ?? 'à traiter'}</span>
          </span>
        )}
      </a>
    </li>
  );
}

/** The deepest item above this path: /marches/12 lights "Marchés", and "/" only itself. */
export function currentHref(items: readonly NavigationItem[], path: string): string | undefined {
  const above = items.filter(({ href }) => path === href || (href !== '/' && path.startsWith(`${href}/`)));
  return above.sort((a, b) => b.href.length - a.href.length)[0]?.href;
}
