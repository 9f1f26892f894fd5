/** What was done, cumulated, against what should have been: a full line and dashes. Later months have no done value. */
import { frenchNumber } from '#ui/french.ts';
import { DataTable } from './data-table.tsx';
import { Plot, heightOf, rounded } from './plot.tsx';
import { roundScale } from './scale.ts';
import type { Scale } from './scale.ts';

export interface LineChartProps {
  caption: string;
  unit: string;
  points: readonly { label: string; longLabel?: string | undefined; done: number | null; expected: number }[];
}

export function LineChart({ caption, unit, points }: LineChartProps) {
  const scale = roundScale(Math.max(...points.flatMap(({ done, expected }) => [done ?? 0, expected])));
  const done = points.map((point) => point.done);
  return (
    <figure class="chart">
      <Plot label={lineAlternative({ caption, unit, points })} scale={scale} labels={points.map(({ label }) => label)}>
        <Line class="line-expected" values={points.map(({ expected }) => expected)} scale={scale} />
        <Line class="line-done" values={done} scale={scale} />
        {done.map((value, index) =>
          value === null ? null : (
            <circle class="point" r="3.5" cx={place(index, points.length)} cy={rounded(heightOf(value, scale))} />
          ),
        )}
      </Plot>
      <figcaption class="chart-note">Trait plein : réalisé. Pointillé : attendu.</figcaption>
      <DataTable
        caption={caption}
        columns={['Période', `Réalisé (${unit})`, `Attendu (${unit})`]}
        rows={points.map((point) => [
          point.longLabel ?? point.label,
          point.done === null ? 'À venir' : frenchNumber(point.done, 2),
          frenchNumber(point.expected, 2),
        ])}
      />
    </figure>
  );
}

function Line(props: { class: string; values: readonly (number | null)[]; scale: Scale }) {
  const { values, scale } = props;
  return (
    <>
      {values.slice(1).map((to, index) => {
        const from = values[index];
        if (to === null || from === null || from === undefined) return null;
        return (
          <line
            class={props.class}
            x1={place(index, values.length)}
            x2={place(index + 1, values.length)}
            y1={rounded(heightOf(from, scale))}
            y2={rounded(heightOf(to, scale))}
          />
        );
      })}
    </>
  );
}

function place(index: number, count: number): string {
  return `${rounded((100 * (index + 0.5)) / count)}%`;
}

export function lineAlternative({ caption, unit, points }: LineChartProps): string {
  const last = points.findLast(({ done }) => done !== null);
  if (!last || last.done === null) return `${caption}\u00A0: rien de réalisé encore.`;
  const gap = last.done - last.expected;
  const side = gap < 0 ? 'de retard' : 'd’avance';
  return `${caption}. En ${last.longLabel ?? last.label}\u00A0: ${frenchNumber(last.done, 2)} ${unit} réalisées pour ${frenchNumber(last.expected, 2)} attendues, ${frenchNumber(Math.abs(gap), 2)} ${gap === 0 ? 'd’écart' : side}.`;
}
