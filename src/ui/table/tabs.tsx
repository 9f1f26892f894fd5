/** Saved views of a list, one link each; a page of links, not the tabs of an application. */
import { frenchNumber } from '#ui/french.ts';

export interface TabItem {
  href: string;
  label: string;
  current?: boolean | undefined;
  count?: number | undefined;
}

export function Tabs({ label, items }: { label: string; items: readonly TabItem[] }) {
  return (
    <nav class="tabs" id="onglets" aria-label={label} data-swap>
      {items.map((item) => (
        <a href={item.href} aria-current={item.current ? 'page' : undefined}>
          {item.label}
          {item.count !== undefined && <span class="count">{frenchNumber(item.count)}</span>}
        </a>
      ))}
    </nav>
  );
}
