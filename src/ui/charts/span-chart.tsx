/** Spans through time, one lane each, with the days between them, today and what comes next; the table under it says the same. */
import { addDays, addMonths, daysBetween, formatShortDay } from '#domain/day.ts';
import { firstDayOf, lastDayOf, monthNames, monthOf, monthsFrom } from '#domain/month.ts';
import { counted } from '#ui/french.ts';
import { DataTable } from './data-table.tsx';
import { rounded } from './plot.tsx';

export interface SpanLane {
  label: string;
  detail: string;
  from: string;
  /** null: without term. */
  until: string | null;
  over: boolean;
  /** What is proposed afterwards. */
  next?: string | undefined;
  /** Further cells of its row in the table. */
  cells: readonly string[];
}

export interface SpanChartProps {
  caption: string;
  today: string;
  lanes: readonly SpanLane[];
  gaps: readonly { from: string; until: string; days: number }[];
  columns: readonly string[];
}

const head = 26;
const laneHeight = 58;
const foot = 22;

export function SpanChart(props: SpanChartProps) {
  const { caption, today, lanes, gaps, columns } = props;
  const scale = scaleOf(props);
  const height = head + lanes.length * laneHeight + foot;
  return (
    <figure class="chart">
      <svg class="spans" role="img" aria-label={spanAlternative(props)} height={height}>
        {scale.ticks.map(({ day, text }) => (
          <>
            <line class="grid-line" x1={scale.at(day)} x2={scale.at(day)} y1={head - 6} y2={height - foot} />
            <text x={scale.at(day)} y={head - 12} dx="3">
              {text}
            </text>
          </>
        ))}
        {gaps.map(({ from, until, days }) => (
          <>
            <rect
              class="span-gap"
              x={scale.at(from)}
              width={scale.width(from, until)}
              y={head - 6}
              height={height - foot - head + 6}
            />
            <text class="span-gap-text" x={scale.at(from)} y={height - 6}>
              {`${days}\u00A0j`}
            </text>
          </>
        ))}
        {lanes.map((lane, place) => (
          <Lane lane={lane} top={head + place * laneHeight} scale={scale} />
        ))}
        <line class="span-today" x1={scale.at(today)} x2={scale.at(today)} y1={head - 6} y2={height - foot} />
      </svg>
      <figcaption class="chart-note">
        La ligne verticale marque aujourd’hui ; les bandes, les jours sans contrat ; le pointillé, la suite proposée.
      </figcaption>
      <DataTable
        caption={caption}
        columns={['Entreprise', 'Marché', 'Début', 'Fin', ...columns, 'Suite proposée']}
        rows={lanes.map(({ label, detail, from, until, cells, next }) => [
          label,
          detail,
          formatShortDay(from),
          until === null ? 'sans terme' : formatShortDay(until),
          ...cells,
          next ?? '',
        ])}
      />
    </figure>
  );
}

function Lane({ lane, top, scale }: { lane: SpanLane; top: number; scale: TimeScale }) {
  const { label, detail, from, until, over, next } = lane;
  const end = until ?? scale.last;
  return (
    <>
      <text class="span-label" x="0" y={top + 14}>
        {shortened(label, 34)}
      </text>
      <text x="0" y={top + 30}>
        {shortened(detail, 46)}
      </text>
      <rect
        class={over ? 'span-over' : 'span'}
        x={scale.at(from)}
        width={scale.width(from, end)}
        y={top + 37}
        height="11"
        rx="3"
      />
      {next !== undefined && until !== null && (
        <rect class="span-next" x={scale.at(addDays(until, 1))} width="6%" y={top + 37.5} height="10" rx="3" />
      )}
    </>
  );
}

interface TimeScale {
  last: string;
  at(day: string): string;
  width(from: string, until: string): string;
  ticks: { day: string; text: string }[];
}

/** Whole months, from the first start to two months after the last end or today. */
function scaleOf({ lanes, today }: SpanChartProps): TimeScale {
  const starts = lanes.map(({ from }) => from);
  const ends = lanes.map(({ until }) => until ?? today);
  const first = firstDayOf(monthOf([...starts, today].toSorted()[0] ?? today));
  const last = lastDayOf(monthOf(addMonths([...ends, today].toSorted().at(-1) ?? today, 1)));
  const whole = daysBetween(first, last) + 1;
  const percent = (days: number) => `${rounded((100 * Math.max(0, Math.min(days, whole))) / whole)}%`;
  const months = monthsFrom(monthOf(first), monthOf(last));
  const every = Math.max(1, Math.ceil(months.length / 5));
  return {
    last,
    at: (day) => percent(daysBetween(first, day)),
    width: (from, until) => percent(daysBetween(from, until) + 1),
    ticks: months
      .filter((_, place) => place % every === 0)
      .map((month) => ({
        day: firstDayOf(month),
        text: `${shortMonth(Number(month.slice(5)))} ${month.slice(2, 4)}`,
      })),
  };
}

function shortMonth(place: number): string {
  const name = monthNames[place - 1] ?? '';
  return name.length > 4 ? `${name.slice(0, 4).replace(/[aeiouûé]$/u, '')}.` : name;
}

function shortened(text: string, most: number): string {
  return text.length > most ? `${text.slice(0, most - 1).trimEnd()}…` : text;
}

/** How many, from when to when, and how long in between. */
export function spanAlternative({ caption, lanes, gaps }: SpanChartProps): string {
  const [first] = lanes;
  if (first === undefined) return `${caption}\u00A0: aucune donnée.`;
  const away = gaps.reduce((sum, { days }) => sum + days, 0);
  return [
    `${caption}\u00A0: ${counted(lanes.length, 'contrat')}, le premier le ${formatShortDay(first.from)}.`,
    gaps.length === 0
      ? 'Aucune interruption.'
      : `${counted(gaps.length, 'interruption')}, ${counted(away, 'jour')} sans contrat.`,
    ...lanes.map(
      ({ label, from, until }) =>
        `${label}, du ${formatShortDay(from)} ${until === null ? 'sans terme' : `au ${formatShortDay(until)}`}.`,
    ),
  ].join(' ');
}
