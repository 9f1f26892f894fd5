/** All the clauses of a buyer or a company at a glance: late, to watch, on time, with where each should be today. */
import type { FullTime } from '#domain/counting-rules.ts';
import { counted } from '#ui/french.ts';
import { HoursBar } from '#ui/parts/hours-bar.tsx';
import { DateText, EmptyState, Status } from '#ui/parts.tsx';
import type { Column } from '#ui/table.tsx';
import { Table } from '#ui/table.tsx';
import type { Clause } from './clauses-queries.ts';

/** More would no longer be read at a glance: the list of markets has them all. */
const mostShown = 60;

export function ClausesCard({
  clauses,
  fullTime,
  ownPart,
}: {
  clauses: readonly Clause[];
  fullTime: FullTime;
  ownPart: boolean;
}) {
  const shown = clauses.slice(0, mostShown);
  return (
    <section class="stack">
      <h2>{ownPart ? 'Ce que vous devez' : 'Vos clauses'}</h2>
      <Table
        id="clauses"
        caption="Clauses en cours"
        rows={shown}
        columns={columnsFor(fullTime)}
        rowId={({ id }) => id}
        url="/"
        {...(clauses.length > 0 && { summary: <Summary clauses={clauses} /> })}
        empty={
          <EmptyState title="Aucune clause en cours." icon="circle-check">
            Vos marchés notifiés ou en cours paraîtront ici, avec leur avancement.
          </EmptyState>
        }
      />
      {clauses.length > mostShown && (
        <p>
          <a href="/marches?vue=en-cours">Voir tous les marchés</a>
        </p>
      )}
    </section>
  );
}

function Summary({ clauses }: { clauses: readonly Clause[] }) {
  const late = clauses.filter(({ standing }) => standing.tone === 'problem').length;
  const watched = clauses.filter(({ standing }) => standing.tone === 'attention').length;
  return (
    <>
      <strong>{counted(clauses.length, 'marché')}</strong>
      {` · ${late} en retard, ${watched} à surveiller. Le trait vertical indique l’avancement attendu à ce jour.`}
    </>
  );
}

function columnsFor(fullTime: FullTime): Column<Clause>[] {
  return [
    {
      key: 'marche',
      label: 'Marché',
      primary: true,
      cell: ({ id, object, reference }) => (
        <>
          <a href={`/marches/${id}`}>{object}</a>
          {reference !== '' && <small>{reference}</small>}
        </>
      ),
    },
    {
      key: 'echeance',
      label: 'Échéance',
      align: 'end',
      cell: ({ endsOn }) => (endsOn === null ? <span class="soft">À fixer</span> : <DateText date={endsOn} />),
    },
    {
      key: 'heures',
      label: 'Heures réalisées',
      cell: ({ standing, ...hours }) => (
        <HoursBar {...hours} behind={standing.group === 'to-watch'} fullTime={fullTime} />
      ),
    },
    {
      key: 'etat',
      label: 'État',
      cell: ({ standing }) => <Status tone={standing.tone} label={standing.label} />,
    },
  ];
}
