/** Every criterion with its text, its date and the papers that show it, list by list. */
import { clauseCriteria } from '#domain/clause-criteria.ts';
import { formatShortDay } from '#domain/day.ts';
import type { Criterion } from '#domain/eligibility-criteria.ts';
import { proofKinds, validityWords } from '#domain/eligibility-proofs.ts';
import { geiqCriteria, iaeCriteria } from '#domain/iae-criteria.ts';
import { isProtected, situations } from '#domain/situations.ts';
import type { PageRequest, View } from '#http/route.ts';
import { PageHeading } from '#ui/parts.tsx';
import type { Column } from '#ui/table.tsx';
import { Table } from '#ui/table.tsx';

const certainties: Record<Criterion['certainty'], string> = {
  stated: '',
  seen: '',
  secondary: 'lu dans une source seconde',
  memory: 'à confirmer',
  'weak-memory': 'à confirmer',
  design: 'choix de Guichet',
};

export async function drawCatalogue({ url }: PageRequest): Promise<View> {
  const lists = [
    ['clause', 'Clause sociale : un critère suffit', clauseCriteria],
    [
      'iae-1',
      'Insertion par l’activité économique, niveau 1 : un critère suffit',
      iaeCriteria.filter(({ regime }) => regime === 'iae-1'),
    ],
    [
      'iae-2',
      'Niveau 2 : trois critères en EI, ACI et EITI, deux en AI et ETTI',
      iaeCriteria.filter(({ regime }) => regime === 'iae-2'),
    ],
    ['geiq', 'GEIQ : un critère suffit', geiqCriteria],
  ] as const;
  const body = (
    <>
      <PageHeading
        title="Critères d’éligibilité"
        breadcrumb={[{ href: '/tester-l-eligibilite', label: 'Tester l’éligibilité' }]}
        lead="Les listes suivies, leurs textes et les pièces demandées. Un marché peut les élargir ou les restreindre."
      />
      {lists.map(([id, title, criteria]) => (
        <section class="stack" id={id}>
          <h2>{title}</h2>
          <Table
            caption={title}
            id={`liste-${id}`}
            rows={criteria}
            columns={columns}
            rowId={({ code }) => code}
            url={url}
            empty=""
          />
        </section>
      ))}
    </>
  );
  return { title: 'Critères d’éligibilité', body };
}

const columns: Column<Criterion>[] = [
  { key: 'public', label: 'Public', primary: true, cell: ({ label }) => label },
  { key: 'pieces', label: 'Pièces', cell: papersOf },
  {
    key: 'texte',
    label: 'Texte',
    cell: ({ source, from, certainty }) => (
      <>
        {source}
        <small class="soft">
          {[`depuis le ${formatShortDay(from)}`, certainties[certainty]].filter(Boolean).join(', ')}
        </small>
      </>
    ),
  },
];

function papersOf({ situations: opening }: Criterion): string {
  const kinds = [...new Set(opening.flatMap((code) => situations[code].proofs))];
  const papers = kinds.map((kind) => [proofKinds[kind].label, validityWords(kind)].filter(Boolean).join(', '));
  const hidden = opening.some(isProtected) ? '. Seule la réponse est gardée' : '';
  return `${papers.join('\u00A0; ')}${hidden}`;
}
