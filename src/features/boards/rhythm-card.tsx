/** Hours month by month against an even pace, with the same figures in a table. */
import type { Day } from '#domain/day.ts';
import type { Month } from '#domain/month.ts';
import { addToMonth, formatMonth, monthOf, monthsFrom } from '#domain/month.ts';
import { ColumnChart } from '#ui/charts.tsx';
import { Card, EmptyState } from '#ui/parts.tsx';
import { wholeHours } from '#ui/hours-words.ts';

const monthsShown = 12;

const shortNames = 'janv. févr. mars avr. mai juin juil. août sept. oct. nov. déc.'.split(' ');

export interface RhythmProps {
  title: string;
  months: readonly { month: Month; done: number }[];
  /** Minutes a month should bring; 0 draws no line. */
  target: number;
  today: Day;
}

export function RhythmCard({ title, months, target, today }: RhythmProps) {
  const columns = lastMonths(months, today);
  return (
    <Card title={title} aside={target > 0 ? `Objectif mensuel\u00A0: ${wholeHours(target)}\u00A0h` : undefined}>
      <div id="rythme">
        {columns.length === 0 ? (
          <EmptyState title="Aucune heure validée encore." icon="clock">
            Les heures paraissent ici dès qu’elles sont validées, au mois où elles ont été travaillées.
          </EmptyState>
        ) : (
          <ColumnChart
            caption={title}
            unit="heures"
            columns={columns}
            target={target > 0 ? Math.floor(target / 60) : undefined}
          />
        )}
      </div>
    </Card>
  );
}

/** Up to the last twelve, months without hours included, from the first that had some. */
function lastMonths(months: RhythmProps['months'], today: Day) {
  const done = new Map(months.filter((row) => row.done !== 0).map((row) => [row.month, row.done]));
  const known = [...done.keys()].sort();
  const [first, last = ''] = [known[0], known.at(-1)];
  if (first === undefined) return [];
  const until = last > monthOf(today) ? last : monthOf(today);
  const oldest = addToMonth(until, 1 - monthsShown);
  return monthsFrom(first > oldest ? first : oldest, until).map((month) => ({
    label: shortName(month),
    longLabel: formatMonth(month),
    value: Math.floor((done.get(month) ?? 0) / 60),
  }));
}

function shortName(month: Month): string {
  return shortNames[Number(month.slice(5)) - 1] ?? '';
}
