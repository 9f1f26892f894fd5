/** The papers of the market that the reader may open. */
import { ButtonLink, Card, DateText, EmptyState } from '#ui/parts.tsx';
import type { DocumentRow } from './market-page-queries.ts';

const kinds: Readonly<Record<string, string>> = {
  tender: 'Consultation',
  award: 'Attribution',
  subcontracting: 'Sous-traitance',
  amendment: 'Avenant',
  proof: 'Justificatif',
  letter: 'Courrier',
  other: 'Autre document',
};

export function DocumentsCard({
  rows,
  marketId,
  writes,
}: {
  rows: readonly DocumentRow[];
  marketId: string;
  writes: boolean;
}) {
  const add = writes && (
    <ButtonLink href={`/marches/${marketId}/documents`} size="small" icon="plus">
      Ajouter un document
    </ButtonLink>
  );
  return (
    <Card title="Documents" actions={rows.length > 0 && add ? add : undefined}>
      {rows.length === 0 ? (
        <EmptyState title="Aucun document encore." icon="file-text" actions={add || undefined} />
      ) : (
        <ul class="stack">
          {rows.map(({ id, kind, name, createdAt, versions }) => (
            <li>
              <a href={`/documents/${id}`}>{name}</a>{' '}
              <span class="soft">
                {kinds[kind] ?? kind}, <DateText date={createdAt} />
                {versions > 1 && `, version ${versions}`}
              </span>
            </li>
          ))}
        </ul>
      )}
    </Card>
  );
}
