/** The open posts near the people a prescriber follows: the nearest first, with their trade, their days and its answer. */
import { formatShortDay } from '#domain/day.ts';
import type { Nearness } from '#domain/suggestion.ts';
import { romeLabel } from '#domain/rome.ts';
import type { PageRequest, View } from '#http/route.ts';
import { counted } from '#ui/french.ts';
import { EmptyState, PageHeading, Status } from '#ui/parts.tsx';
import type { Column } from '#ui/table.tsx';
import { Table } from '#ui/table.tsx';
import { contractWords, placeWords, whenWords } from './offer-words.ts';
import type { PostRow } from './posts-query.ts';
import { listPosts } from './posts-query.ts';
import { listOwnPlaces, nearerFirst, nearestOwn } from './near-people.ts';

type NearPost = PostRow & { nearest: ReturnType<typeof nearestOwn> };

export async function drawPosts(request: PageRequest): Promise<View> {
  const { ctx, url } = request;
  const places = await listOwnPlaces(ctx);
  const posts = (await listPosts(ctx))
    .map((post) => ({ ...post, nearest: nearestOwn(post, places) }))
    .sort((one, other) => nearerFirst(one.nearest, other.nearest));
  const body = (
    <>
      <PageHeading
        title="Postes ouverts près de mes personnes"
        lead="Les postes que les facilitateurs vous ont envoyés, les plus proches d’abord."
      />
      <Table
        caption="Postes ouverts"
        rows={posts}
        columns={columns}
        rowId={({ id }) => id}
        url={url}
        {...(posts.length > 0 && { summary: counted(posts.length, 'poste ouvert', 'postes ouverts') })}
        empty={
          <EmptyState title="Aucun poste ouvert pour l’instant." icon="briefcase">
            Dès qu’un facilitateur vous envoie un poste, il paraît ici et vous recevez un courriel.
          </EmptyState>
        }
      />
    </>
  );
  return { title: 'Postes ouverts', body };
}

const columns: Column<NearPost>[] = [
  {
    key: 'post',
    label: 'Poste',
    primary: true,
    cell: ({ id, title, romeCode, posts }) => (
      <>
        <a href={`/postes/${id}`}>{title}</a>
        <small>{`${romeLabel(romeCode)}, ${counted(posts, 'poste')}`}</small>
      </>
    ),
  },
  {
    key: 'place',
    label: 'Lieu',
    cell: (post) => (
      <>
        {placeWords(post)}
        <small>{nearWords(post.nearest)}</small>
      </>
    ),
  },
  {
    key: 'days',
    label: 'Dates',
    cell: (post) => (
      <>
        {whenWords(post)}
        <small>{contractWords(post)}</small>
      </>
    ),
  },
  { key: 'closing', label: 'Avant le', cell: ({ closesOn }) => formatShortDay(closesOn) },
  {
    key: 'answer',
    label: 'Ma réponse',
    cell: ({ answer, own }) => {
      if (own > 0) return <Status tone="ok" label={counted(own, 'personne proposée', 'personnes proposées')} />;
      if (answer === 'someone') return <Status tone="progress" label="J’ai quelqu’un" />;
      return answer === 'nobody' ? (
        <Status tone="neutral" label="Personne" />
      ) : (
        <Status tone="attention" label="À répondre" />
      );
    },
  },
];

const nearLabels: Record<Nearness, string> = {
  commune: 'même commune que',
  department: 'même département que',
  unknown: 'trajet à vérifier pour',
  elsewhere: 'autre département que',
};

export function nearWords(nearest: ReturnType<typeof nearestOwn>): string {
  if (nearest === null) return 'aucune personne suivie avec une commune';
  return `${nearLabels[nearest.near]} ${counted(nearest.people, 'personne')}`;
}
