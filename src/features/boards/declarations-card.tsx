/** The declarations still open, then those of the last months: states and days, never a person. */
import type { Actor } from '#domain/actor.ts';
import { declarationMachine } from '#domain/declaration-state.ts';
import { formatMonth } from '#domain/month.ts';
import { DateText, EmptyState, Status } from '#ui/parts.tsx';
import { Table } from '#ui/table.tsx';
import { declarationDoor } from './doors.ts';
import type { DeclarationRow } from './market-page-queries.ts';

export function DeclarationsCard({ rows, actor, url }: { rows: readonly DeclarationRow[]; actor: Actor; url: string }) {
  return (
    <section id="declarations" class="stack">
      <h2>Déclarations</h2>
      <Table
        id="les-declarations"
        caption="Déclarations encore ouvertes, puis celles des derniers mois"
        rows={rows}
        rowId={({ id }) => id}
        url={url}
        columns={[
          { key: 'mois', label: 'Mois', primary: true, cell: (row) => <Month row={row} actor={actor} /> },
          { key: 'lot', label: 'Lot', cell: ({ lotNumber }) => `Lot ${lotNumber}` },
          { key: 'entreprise', label: 'Entreprise', cell: ({ company }) => company },
          { key: 'attendue', label: 'Attendue le', cell: ({ dueOn }) => <DateText date={dueOn} /> },
          {
            key: 'recue',
            label: 'Reçue le',
            cell: ({ submittedAt }) => (submittedAt === null ? '' : <DateText date={submittedAt} />),
          },
          {
            key: 'etat',
            label: 'État',
            cell: ({ state }) => (
              <Status tone={declarationMachine[state].tone} label={declarationMachine[state].label} />
            ),
          },
        ]}
        empty={
          <EmptyState title="Aucune déclaration encore." icon="clock">
            La première est attendue à la fin du premier mois d’exécution.
          </EmptyState>
        }
      />
    </section>
  );
}

/** Whoever declares or checks opens it; the others read its state here. */
function Month({ row, actor }: { row: DeclarationRow; actor: Actor }) {
  const name = formatMonth(row.month);
  const written = `${name.charAt(0).toUpperCase()}${name.slice(1)}`;
  const door = declarationDoor(actor, row);
  return door === undefined ? <>{written}</> : <a href={door}>{written}</a>;
}
