/** What waits for somebody: one line each, its state, why it matters, and the one thing to do next. */
import { ButtonLink } from './button.tsx';
import { Status } from './status.tsx';
import type { StatusTone } from './status.tsx';

export interface WorkItem {
  tone: StatusTone;
  state: string;
  what: string;
  why: string;
  href: string;
  action: string;
}

export function WorkList({ items }: { items: readonly WorkItem[] }) {
  return (
    <ul class="work">
      {items.map(({ tone, state, what, why, href, action }) => (
        <li>
          <Status tone={tone} label={state} />
          <div class="work-text">
            <strong>{what}</strong>
            <span class="soft">{why}</span>
          </div>
          <ButtonLink href={href} size="small" about={`\u00A0: ${what}`}>
            {action}
          </ButtonLink>
        </li>
      ))}
    </ul>
  );
}
