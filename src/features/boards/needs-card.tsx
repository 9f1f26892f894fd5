/** The posts asked for on a market and where their candidates stand, for those who may read them. */
import { formatShortDay } from '#domain/day.ts';
import { offerMachine } from '#domain/offer-state.ts';
import { counted } from '#ui/french.ts';
import { ButtonLink, EmptyState, Status } from '#ui/parts.tsx';
import { Table } from '#ui/table.tsx';
import type { NeedRow } from './needs-queries.ts';
import { needsShown } from './needs-queries.ts';

export function NeedsCard({ rows, url, lot }: { rows: readonly NeedRow[]; url: string; lot: string | null }) {
  return (
    <section id="besoins" class="stack">
      <h2>Besoins et candidatures</h2>
      <Table
        id="les-besoins"
        caption="Postes demandés sur ce marché"
        rows={rows}
        rowId={({ id }) => id}
        url={url}
        {...(rows.length === needsShown && {
          summary: (
            <>
              Les {needsShown} derniers postes. <a href="/besoins">Voir tous les besoins</a>
            </>
          ),
        })}
        columns={[
          {
            key: 'poste',
            label: 'Poste',
            primary: true,
            cell: ({ id, title, commune, startsOn }) => (
              <>
                <a href={`/besoins/${id}`}>{title}</a>
                <small>{`${commune}, à partir du ${formatShortDay(startsOn)}`}</small>
              </>
            ),
          },
          { key: 'entreprise', label: 'Entreprise', cell: ({ company }) => company },
          { key: 'postes', label: 'Postes pourvus', align: 'end', cell: ({ hired, posts }) => `${hired} / ${posts}` },
          {
            key: 'candidatures',
            label: 'Candidatures',
            cell: ({ waiting, silent }) => (
              <>
                {waiting === 0 ? (
                  <span class="soft">Aucune en attente</span>
                ) : (
                  counted(waiting, 'en attente', 'en attente')
                )}
                {silent > 0 && <small>{`dont ${silent} sans réponse`}</small>}
              </>
            ),
          },
          { key: 'etat', label: 'État', cell: ({ state }) => <Status {...offerMachine[state]} /> },
        ]}
        empty={
          <EmptyState
            title="Aucun poste n’est demandé sur ce marché."
            icon="briefcase"
            actions={
              lot !== null && (
                <ButtonLink href={`/besoins/nouveau?lot=${lot}`} icon="plus">
                  Demander des candidats
                </ButtonLink>
              )
            }
          >
            L’entreprise décrit le poste, le facilitateur le diffuse et présente des personnes.
          </EmptyState>
        }
      />
    </section>
  );
}
