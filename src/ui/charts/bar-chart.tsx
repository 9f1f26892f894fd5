/** Horizontal bars: a name, a bar, its number; the list is the data, so it needs no other table. */
import { frenchNumber } from '#ui/french.ts';

export interface BarChartProps {
  caption: string;
  bars: readonly { label: string; value: number; href?: string | undefined }[];
  unit?: string | undefined;
  /** What a full bar stands for; the longest bar unless said. */
  full?: number | undefined;
}

export function BarChart({ caption, bars, unit, full }: BarChartProps) {
  const whole = full ?? Math.max(1, ...bars.map(({ value }) => value));
  return (
    <ul class="bars" aria-label={caption}>
      {bars.map(({ label, value, href }) => (
        <li>
          <div class="bars-text">
            <span>{href === undefined ? label : <a href={href}>{label}</a>}</span>
            <b>
              {frenchNumber(value, 2)}
              {unit && `\u00A0${unit}`}
            </b>
          </div>
          <svg aria-hidden="true">
            <rect class="track" width="100%" height="100%" />
            <rect class="fill" width={`${Math.round((1000 * Math.min(value, whole)) / whole) / 10}%`} height="100%" />
          </svg>
        </li>
      ))}
    </ul>
  );
}
