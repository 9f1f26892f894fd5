/** Who reviews what, when the people of a declaration are followed by several structures: each her own lines, one total. */
import { formatMinutes, sumMinutes } from '#domain/minutes.ts';
import { structuresIn } from '#domain/shared-review.ts';
import { counted } from '#ui/french.ts';
import { Card, DefinitionList, Status } from '#ui/parts.tsx';
import type { StructureLines } from './shared-review-queries.ts';

export function SharedReviewCard({ lines, own }: { lines: readonly StructureLines[]; own: string | null }) {
  const structures = structuresIn(lines);
  const alone = structures.length === 1 && structures[0]?.structureId === own;
  if (structures.length === 0 || alone) return <></>;
  const total = sumMinutes(lines.map(({ minutes }) => minutes));
  return (
    <Card title="Contrôle partagé" aside={`${formatMinutes(total)} en tout`}>
      <p class="soft">
        Chaque structure décide des personnes qu’elle suit. L’état de la déclaration suit toutes les lignes.
      </p>
      <DefinitionList
        items={structures.map(({ structureId, waits }) => {
          const of = lines.filter((line) => line.structureId === structureId);
          const count = of.reduce((sum, line) => sum + line.lines, 0);
          const name = of[0]?.structure ?? 'Une autre structure';
          return {
            term: structureId === own ? `${name} (vous)` : name,
            value: (
              <>
                {`${counted(count, 'ligne')}, ${formatMinutes(sumMinutes(of.map(({ minutes }) => minutes)))} `}
                <Status tone={waits ? 'attention' : 'ok'} label={waits ? 'À décider' : decidedWords(of)} />
              </>
            ),
          };
        })}
      />
    </Card>
  );
}

function decidedWords(of: readonly StructureLines[]): string {
  const refused = of.filter(({ state }) => state === 'rejected').reduce((sum, { lines }) => sum + lines, 0);
  return refused === 0 ? 'Décidé' : `Décidé, ${counted(refused, 'ligne refusée', 'lignes refusées')}`;
}
