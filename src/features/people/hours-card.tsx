/** Hours by month: each opens the declaration it comes from. */
import type { FullTime } from '#domain/counting-rules.ts';
import { equivalentsOf } from '#domain/equivalents.ts';
import { formatHundredths } from '#domain/french-number.ts';
import { formatMinutes, sumMinutes } from '#domain/minutes.ts';
import { formatMonth } from '#domain/month.ts';
import { EmptyState, Status } from '#ui/parts.tsx';
import type { Column } from '#ui/table.tsx';
import { Table } from '#ui/table.tsx';
import type { PersonMonth } from './person-hours.ts';
import { hourStates } from './person-hours.ts';

const columns: Column<PersonMonth>[] = [
  {
    key: 'month',
    label: 'Mois',
    primary: true,
    cell: ({ month, declarationId }) => <a href={`/heures/${declarationId}`}>{formatMonth(month)}</a>,
  },
  { key: 'declared', label: 'Déclarées', align: 'end', cell: ({ minutes }) => formatMinutes(minutes) },
  {
    key: 'training',
    label: 'dont formation',
    align: 'end',
    cell: ({ trainingMinutes }) => formatMinutes(trainingMinutes),
  },
  {
    key: 'counted',
    label: 'Comptées',
    align: 'end',
    cell: ({ countedMinutes }) => formatMinutes(countedMinutes),
  },
  { key: 'state', label: 'État', cell: ({ state }) => <Status {...hourStates[state]} /> },
];

export function HoursCard(props: { months: readonly PersonMonth[]; fullTime: FullTime; url: string }) {
  const { months, fullTime, url } = props;
  const counted = sumMinutes(months.map(({ countedMinutes }) => countedMinutes));
  const { days, fullTimeMonths } = equivalentsOf(counted, fullTime);
  const whole = `${formatMinutes(counted)} comptées, soit ${formatHundredths(days)}\u00A0jours ou ${formatHundredths(fullTimeMonths)}\u00A0mois à temps plein`;
  return (
    <>
      <h2>Heures par mois</h2>
      <Table
        caption="Heures par mois"
        id="heures"
        rows={months}
        columns={columns}
        rowId={({ contractId, month }) => `${contractId}-${month}`}
        url={url}
        summary={months.length > 0 ? whole : undefined}
        empty={<EmptyState title="Aucune heure déclarée." />}
      />
    </>
  );
}
