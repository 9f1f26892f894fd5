/** The one picture of progress: done, due, and a tick where it should be today. Drawn in SVG so that it prints. */
import { frenchNumber, frenchShare, sharePercent } from '#ui/french.ts';

export interface ProgressBarProps {
  done: number;
  due: number;
  /** How much should be done today, in the same unit. */
  expected?: number | undefined;
  unit?: string | undefined;
  tone?: 'brand' | 'attention' | undefined;
  /** How numbers are written; whole French numbers unless said (minutes shown as hours, euros…). */
  format?: ((value: number) => string) | undefined;
}

export function ProgressBar(props: ProgressBarProps) {
  const { done, due, expected, unit = 'h', tone = 'brand', format = frenchNumber } = props;
  const width = part(done, due);
  return (
    <div class="progress">
      <div class="progress-text">
        <b>{frenchShare(done, due)}</b>
        <span class="soft">{`${format(done)} / ${format(due)}\u00A0${unit}`}</span>
      </div>
      <div class="gauge">
        <svg class="gauge-bar" aria-hidden="true">
          <rect class="track" width="100%" height="100%" />
          <rect class={tone === 'brand' ? 'fill' : 'fill-attention'} width={`${width}%`} height="100%" />
        </svg>
        {expected !== undefined && <Tick at={part(expected, due)} />}
      </div>
      {expected !== undefined && (
        <span class="visually-hidden">{`${frenchShare(expected, due)} attendus à ce jour.`}</span>
      )}
    </div>
  );
}

function Tick({ at }: { at: number }) {
  const x = `${Math.min(Math.max(at, 0.5), 99.5)}%`;
  return (
    <svg class="gauge-tick" aria-hidden="true">
      <line class="tick-halo" x1={x} x2={x} y1="0" y2="100%" />
      <line class="tick-line" x1={x} x2={x} y1="0" y2="100%" />
    </svg>
  );
}

function part(value: number, due: number): number {
  const exact = due > 0 ? (100 * value) / due : sharePercent(value, due);
  return Math.round(Math.min(Math.max(exact, 0), 100) * 10) / 10;
}
