/** The hours an agreement moved, from which lot to which, month by month: sums alone. */
import { formatMinutes, sumMinutes } from '#domain/minutes.ts';
import { formatMonth } from '#domain/month.ts';
import { Card } from '#ui/parts.tsx';
import { Table } from '#ui/table.tsx';
import type { BoundLot, MovedHours } from './side-queries.ts';

export function HoursMoved({
  lots,
  moved,
  url,
}: {
  lots: readonly BoundLot[];
  moved: readonly MovedHours[];
  url: string;
}) {
  if (moved.length === 0) {
    return (
      <Card title="Heures réparties par cet accord">
        <p class="soft">Aucune encore. Elles se répartissent depuis les heures d’un lot, une fois validées.</p>
      </Card>
    );
  }
  const total = sumMinutes(moved.map(({ minutes }) => minutes));
  return (
    <section class="stack">
      <h2>{`Heures réparties par cet accord\u00A0: ${formatMinutes(total)}`}</h2>
      <Table
        id="heures"
        caption="Heures réparties par cet accord"
        rows={moved}
        rowId={({ month, fromLotId, toLotId }) => `${month}-${fromLotId.slice(0, 8)}-${toLotId.slice(0, 8)}`}
        url={url}
        summary="Ces heures comptent sur le lot qui les reçoit, et plus sur celui où elles sont faites."
        empty={<></>}
        columns={[
          { key: 'month', label: 'Mois', primary: true, cell: ({ month }) => formatMonth(month) },
          { key: 'from', label: 'Faites sur', cell: ({ fromLotId }) => <LotName lots={lots} id={fromLotId} /> },
          { key: 'to', label: 'Comptées sur', cell: ({ toLotId }) => <LotName lots={lots} id={toLotId} /> },
          { key: 'minutes', label: 'Heures', align: 'end', cell: ({ minutes }) => <b>{formatMinutes(minutes)}</b> },
        ]}
      />
    </section>
  );
}

function LotName({ lots, id }: { lots: readonly BoundLot[]; id: string }) {
  const lot = lots.find(({ lotId }) => lotId === id);
  if (lot === undefined) return <span class="soft">Un lot retiré depuis</span>;
  const { lotId, number, title, object, mine } = lot;
  return (
    <>
      {mine ? <a href={`/lots/${lotId}/heures`}>{`Lot ${number}, ${title}`}</a> : `Lot ${number}, ${title}`}
      <small>{object}</small>
    </>
  );
}
