/** The open posts near a prescriber's people, on its first page: nothing to press to see them. */
import { formatShortDay } from '#domain/day.ts';
import { romeLabel } from '#domain/rome.ts';
import { counted } from '#ui/french.ts';
import { EmptyState, Status } from '#ui/parts.tsx';
import type { Column } from '#ui/table.tsx';
import { Table } from '#ui/table.tsx';
import type { OpenPost } from './posts-queries.ts';

export function PostsCard({ posts }: { posts: readonly OpenPost[] }) {
  return (
    <section class="stack">
      <h2>Postes ouverts près de mes personnes</h2>
      <Table
        id="postes"
        caption="Postes ouverts"
        rows={posts}
        columns={columns}
        rowId={({ id }) => id}
        url="/"
        empty={
          <EmptyState title="Aucun poste ouvert pour l’instant." icon="briefcase">
            Dès qu’un facilitateur vous envoie un poste, il paraît ici.
          </EmptyState>
        }
      />
      {posts.length > 0 && (
        <p>
          <a href="/postes">Voir tous les postes</a>
        </p>
      )}
    </section>
  );
}

const columns: Column<OpenPost>[] = [
  {
    key: 'post',
    label: 'Poste',
    primary: true,
    cell: ({ id, title, romeCode }) => (
      <>
        <a href={`/postes/${id}`}>{title}</a>
        <small>{romeLabel(romeCode)}</small>
      </>
    ),
  },
  {
    key: 'place',
    label: 'Lieu',
    cell: ({ commune, departmentCode, near }) => (
      <>
        {departmentCode === '' ? commune : `${commune} (${departmentCode})`}
        {near > 0 && <small>{counted(near, 'de vos personnes y habite', 'de vos personnes y habitent')}</small>}
      </>
    ),
  },
  { key: 'start', label: 'Début', cell: ({ startsOn }) => formatShortDay(startsOn) },
  { key: 'closing', label: 'Proposer avant le', cell: ({ closesOn }) => formatShortDay(closesOn) },
  {
    key: 'answer',
    label: 'Ma réponse',
    cell: ({ answer }) => {
      if (answer === 'someone') return <Status tone="ok" label="J’ai quelqu’un" />;
      return answer === 'nobody' ? (
        <Status tone="neutral" label="Personne" />
      ) : (
        <Status tone="attention" label="À répondre" />
      );
    },
  },
];
