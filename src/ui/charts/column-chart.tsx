/** Columns through time, with the target as dashes; columns under it are paler, and the text says so. */
import { counted, frenchNumber } from '#ui/french.ts';
import { DataTable } from './data-table.tsx';
import { Plot, heightOf, plotHeight, rounded } from './plot.tsx';
import { roundScale } from './scale.ts';

export interface ColumnChartProps {
  caption: string;
  unit: string;
  columns: readonly { label: string; longLabel?: string | undefined; value: number }[];
  target?: number | undefined;
}

export function ColumnChart({ caption, unit, columns, target }: ColumnChartProps) {
  const scale = roundScale(Math.max(target ?? 0, ...columns.map(({ value }) => value)));
  const slot = 100 / Math.max(columns.length, 1);
  return (
    <figure class="chart">
      <Plot
        label={columnAlternative({ caption, unit, columns, target })}
        scale={scale}
        labels={columns.map(({ label }) => label)}
      >
        {columns.map(({ value }, index) => {
          const y = rounded(heightOf(value, scale));
          return (
            <rect
              class={target !== undefined && value < target ? 'column-under' : 'column'}
              x={`${rounded((index + 0.18) * slot)}%`}
              width={`${rounded(0.64 * slot)}%`}
              y={y}
              height={rounded(plotHeight - 26 - y)}
              rx="3"
            />
          );
        })}
        {target !== undefined && (
          <line
            class="target"
            x1="0"
            x2="100%"
            y1={rounded(heightOf(target, scale))}
            y2={rounded(heightOf(target, scale))}
          />
        )}
      </Plot>
      {target !== undefined && (
        <figcaption class="chart-note">
          Le pointillé marque l’objectif ; les colonnes atténuées sont sous l’objectif.
        </figcaption>
      )}
      <DataTable
        caption={caption}
        columns={['Période', unit, ...(target === undefined ? [] : ['Objectif'])]}
        rows={columns.map(({ label, longLabel, value }) => [
          longLabel ?? label,
          frenchNumber(value, 2),
          ...(target === undefined ? [] : [frenchNumber(target, 2)]),
        ])}
      />
    </figure>
  );
}

/** Computed from what is drawn: how many, the highest, the lowest, and how many reach the target. */
export function columnAlternative({ caption, unit, columns, target }: ColumnChartProps): string {
  const ranked = [...columns].sort((a, b) => b.value - a.value);
  const [highest, lowest] = [ranked[0], ranked.at(-1)];
  if (!highest || !lowest) return `${caption}\u00A0: aucune donnée.`;
  const say = (column: (typeof columns)[number]) =>
    `${column.longLabel ?? column.label} (${frenchNumber(column.value, 2)} ${unit})`;
  const reached = target === undefined ? 0 : columns.filter(({ value }) => value >= target).length;
  return [
    `${caption}, ${counted(columns.length, 'période')}.`,
    `Le plus haut\u00A0: ${say(highest)}. Le plus bas\u00A0: ${say(lowest)}.`,
    ...(target === undefined
      ? []
      : [`Objectif de ${frenchNumber(target, 2)} ${unit} atteint ${frenchNumber(reached)} fois.`]),
  ].join(' ');
}
