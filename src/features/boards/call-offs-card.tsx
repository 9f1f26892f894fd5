/** The call-offs and purchase orders of a framework agreement, and the door to the next one. */
import { marketKinds } from '#domain/market-words.ts';
import { ButtonLink, DateText, EmptyState, Status } from '#ui/parts.tsx';
import { HoursBar } from '#ui/parts/hours-bar.tsx';
import { Table } from '#ui/table.tsx';
import type { CallOff } from './call-offs-queries.ts';
import { callOffsShown } from './call-offs-queries.ts';

export function CallOffsCard({
  rows,
  framework,
  url,
  writes,
}: {
  rows: readonly CallOff[];
  framework: string;
  url: string;
  writes: boolean;
}) {
  const add = writes && (
    <ButtonLink href={`/marches/nouveau?accord=${framework}`} size="small" icon="plus">
      Nouveau marché subséquent ou bon de commande
    </ButtonLink>
  );
  return (
    <section id="subsequents" class="stack">
      <h2>Marchés subséquents et bons de commande</h2>
      <Table
        id="les-subsequents"
        caption="Marchés subséquents et bons de commande de cet accord-cadre"
        rows={rows}
        rowId={({ id }) => id}
        url={url}
        {...(rows.length === callOffsShown && { summary: `Les ${callOffsShown} derniers.` })}
        columns={[
          {
            key: 'marche',
            label: 'Marché',
            primary: true,
            cell: ({ id, object, reference, kind }) => (
              <>
                <a href={`/marches/${id}`}>{object}</a>
                <small>{[marketKinds[kind], reference].filter(Boolean).join(' · ')}</small>
              </>
            ),
          },
          { key: 'titulaire', label: 'Titulaire', cell: ({ holders }) => holders.join(', ') },
          {
            key: 'echeance',
            label: 'Échéance',
            align: 'end',
            cell: ({ endsOn }) => (endsOn === null ? <span class="soft">À fixer</span> : <DateText date={endsOn} />),
          },
          {
            key: 'heures',
            label: 'Heures réalisées',
            cell: ({ standing, ...hours }) => <HoursBar {...hours} behind={standing.group === 'to-watch'} />,
          },
          {
            key: 'etat',
            label: 'État',
            cell: ({ standing }) => <Status tone={standing.tone} label={standing.label} />,
          },
        ]}
        empty={
          <EmptyState title="Aucun marché subséquent ni bon de commande encore." icon="file-text">
            Chacun porte ses propres lots et ses propres heures.
          </EmptyState>
        }
      />
      {add && <div class="row">{add}</div>}
    </section>
  );
}
