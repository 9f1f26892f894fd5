/** A person's own hours, site by site and month by month. */
import { formatMinutes, sumMinutes } from '#domain/minutes.ts';
import { formatMonth } from '#domain/month.ts';
import type { PageRequest, View } from '#http/route.ts';
import { Card, EmptyState, Status } from '#ui/parts.tsx';
import type { Column } from '#ui/table.tsx';
import { Table } from '#ui/table.tsx';
import { ownPage } from './frame.tsx';
import type { OwnMonth } from './queries.ts';
import { listOwnMonths } from './queries.ts';

const states = {
  validated: { label: 'Validées', tone: 'ok' },
  pending: { label: 'En attente', tone: 'progress' },
  rejected: { label: 'Refusées', tone: 'problem' },
} as const;

const columns: Column<OwnMonth>[] = [
  { key: 'month', label: 'Mois', primary: true, cell: ({ month }) => formatMonth(month) },
  { key: 'hours', label: 'Heures', align: 'end', cell: ({ minutes }) => formatMinutes(minutes) },
  { key: 'company', label: 'Entreprise', cell: ({ company }) => company },
  { key: 'state', label: 'État', cell: ({ state }) => <Status {...states[state]} /> },
];

export function drawOwnHours(request: PageRequest): Promise<View | null> {
  return ownPage(request, { title: 'Mes heures' }, async (me) => {
    const months = await listOwnMonths(request.ctx, me.id);
    if (months.length === 0) {
      return (
        <Card>
          <EmptyState title="Aucune heure déclarée." icon="clock">
            Votre employeur les déclare chaque mois. Elles s’afficheront ici.
          </EmptyState>
        </Card>
      );
    }
    const markets = [...Map.groupBy(months, ({ market }) => market)];
    return (
      <>
        <p>
          Une erreur ? Dites-le à votre facilitateur, ou demandez une correction dans <b>Mes droits</b>.
        </p>
        {markets.map(([market, rows], index) => (
          <>
            <h2>{market === '' ? 'Chantier' : market}</h2>
            <Table
              caption={`Heures, ${market}`}
              id={`chantier-${index + 1}`}
              rows={rows}
              columns={columns}
              rowId={({ month, company, state }) => `${month}-${company.length}-${state}`}
              url={request.url}
              summary={`${formatMinutes(validated(rows))} validées`}
              empty={<></>}
            />
          </>
        ))}
      </>
    );
  });
}

function validated(rows: readonly OwnMonth[]): number {
  return sumMinutes(rows.filter(({ state }) => state === 'validated').map(({ minutes }) => minutes));
}
