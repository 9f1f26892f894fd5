/** The history of an object: who did what, when, why, and how to undo it. */
import type { Child } from 'hono/jsx';
import { DateText } from './date-text.tsx';

export interface TimelineItem {
  at: Date | string;
  who: string;
  what: Child;
  why?: string | undefined;
  detail?: Child;
  undo?: Child;
}

export function Timeline({ items }: { items: readonly TimelineItem[] }) {
  return (
    <ol class="timeline">
      {items.map(({ at, who, what, why, detail, undo }) => (
        <li>
          <p>{what}</p>
          <p class="timeline-meta">
            {who}, <DateText date={at} style="instant" />
            {why && `. Motif\u00A0: ${why}`}
          </p>
          {detail}
          {undo}
        </li>
      ))}
    </ol>
  );
}
