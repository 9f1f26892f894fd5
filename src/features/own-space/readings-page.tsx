/** Who read my file, in plain words. */
import { readings } from '#domain/audit-subjects.ts';
import { positions } from '#domain/position.ts';
import type { PageRequest, View } from '#http/route.ts';
import { Card, EmptyState, Timeline } from '#ui/parts.tsx';
import { ownPage } from './frame.tsx';
import type { OwnReading } from './reading-queries.ts';
import { listOwnReadings } from './reading-queries.ts';

export function drawOwnReadings(request: PageRequest): Promise<View | null> {
  return ownPage(request, { title: 'Qui a lu ma fiche' }, async (me) => {
    const read = await listOwnReadings(request.ctx, me.id);
    return (
      <>
        <p>
          Chaque ouverture de votre fiche est notée. Vous voyez l’organisation et le métier de la personne. Une lecture
          vous surprend ? Parlez-en à votre facilitateur.
        </p>
        <Card>
          {read.length === 0 ? (
            <EmptyState title="Personne n’a ouvert votre fiche." icon="eye" />
          ) : (
            <Timeline items={read.map((one) => ({ at: one.at, who: whoRead(one), what: whatRead(one) }))} />
          )}
        </Card>
      </>
    );
  });
}

function whoRead({ organisation, position }: OwnReading): string {
  const office = position === null ? '' : ` (${positions[position].label})`;
  return `${organisation === '' ? 'Une organisation' : organisation}${office}`;
}

function whatRead({ action }: OwnReading): string {
  return `Un agent ${readings[action] ?? 'a lu vos données'}.`;
}
