/** The search as a page, for whoever has no script or prefers a list; and its results as JSON for the palette. */
import type { PageRequest, View } from '#http/route.ts';
import { counted } from '#ui/french.ts';
import { Form, TextField } from '#ui/form.tsx';
import { Card, EmptyState, PageHeading } from '#ui/parts.tsx';
import type { SearchResult } from './search-result.ts';
import { readQuery, search } from './search.ts';

export async function drawSearch(request: PageRequest): Promise<View> {
  const query = readQuery(request.query.get('q'));
  const results = await search(request.ctx, query);
  const groups = Map.groupBy(results, ({ group }) => group);
  const body = (
    <>
      <PageHeading title="Rechercher" />
      <Form action="/recherche" method="get" submit="Rechercher" submitIcon="search">
        <TextField
          name="q"
          label="Marché, personne, entreprise, contact ou page"
          help="Deux lettres au moins, sans souci des accents. Exemple : tanneurs, ou 2025-0001."
          value={query}
          type="search"
          autocomplete="off"
          optional
        />
      </Form>
      <p role="status">{counted(results.length, 'résultat')}</p>
      {results.length === 0 && (
        <EmptyState
          title={`Rien ne correspond à « ${query} ».`}
          icon="search"
          actions={<a href="/recherche">Effacer la recherche</a>}
        >
          Essayez un mot plus court, ou sans abréviation.
        </EmptyState>
      )}
      {[...groups].map(([group, found]) => (
        <Group title={group} results={found} />
      ))}
    </>
  );
  return { title: 'Rechercher', body, width: 'form' };
}

export async function answerSearch(request: PageRequest): Promise<Response> {
  const results = await search(request.ctx, readQuery(request.query.get('q')));
  return Response.json({ results });
}

function Group({ title, results }: { title: string; results: readonly SearchResult[] }) {
  return (
    <Card title={title}>
      <ul>
        {results.map(({ label, detail, href }) => (
          <li>
            <a href={href}>{label}</a>
            {detail !== undefined && detail !== '' && <span class="soft"> {detail}</span>}
          </li>
        ))}
      </ul>
    </Card>
  );
}
