/** The ground of a chart: round steps on the left, quiet lines, labels below. Widths in %, so that text keeps its size. */
import type { Child } from 'hono/jsx';
import { frenchNumber } from '#ui/french.ts';
import type { Scale } from './scale.ts';

export const plotHeight = 248;
const room = { top: 8, bottom: 26 };

export function heightOf(value: number, { top }: Scale): number {
  return plotHeight - room.bottom - (Math.max(value, 0) / top) * (plotHeight - room.top - room.bottom);
}

export function rounded(value: number): number {
  return Math.round(value * 100) / 100;
}

export function Plot(props: { label: string; scale: Scale; labels: readonly string[]; children?: Child }) {
  const { label, scale, labels, children } = props;
  const slot = 100 / Math.max(labels.length, 1);
  return (
    <div class="plot">
      <svg class="axis" aria-hidden="true">
        {scale.steps.map((step) => (
          <text x="100%" y={rounded(heightOf(step, scale)) + 4} text-anchor="end">
            {frenchNumber(step, 2)}
          </text>
        ))}
      </svg>
      <svg role="img" aria-label={label}>
        {scale.steps.map((step) => (
          <line
            class="grid-line"
            x1="0"
            x2="100%"
            y1={rounded(heightOf(step, scale))}
            y2={rounded(heightOf(step, scale))}
          />
        ))}
        {children}
        {labels.map((text, index) => (
          <text
            class={(labels.length - 1 - index) % 2 === 1 ? 'every-other' : undefined}
            x={`${rounded((index + 0.5) * slot)}%`}
            y={plotHeight - 6}
            text-anchor="middle"
          >
            {text}
          </text>
        ))}
      </svg>
    </div>
  );
}
