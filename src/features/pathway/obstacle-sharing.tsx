/** Who reads one obstacle besides the team, and the button that changes it. */
import { obstacleKinds } from '#domain/obstacles.ts';
import type { PageRequest } from '#http/route.ts';
import { ActionButton } from '#ui/parts.tsx';
import type { ObstacleRow } from './obstacle-queries.ts';

interface SharingProps {
  request: PageRequest;
  obstacle: ObstacleRow;
  prescriber: string | null;
}

export function ObstacleSharing(props: SharingProps) {
  const { request, obstacle, prescriber } = props;
  const { id, shared, signalled, kind } = obstacle;
  if (signalled) return <p class="soft">Le prescripteur qui l’a signalé le voit, sans vos notes.</p>;
  if (prescriber === null) return <p class="soft">Partagé avec personne.</p>;
  return (
    <div class="row">
      <span class="soft">{shared ? `Partagé avec ${prescriber}, sans vos notes.` : `Partagé avec personne.`}</span>
      <ActionButton
        action={`/freins/${id}/${shared ? 'ne-plus-partager' : 'partager'}`}
        formKey={request.key()}
        size="small"
        icon="share-2"
        about={`\u00A0: ${obstacleKinds[kind].label}`}
      >
        {shared ? 'Ne plus partager' : `Partager avec ${prescriber}`}
      </ActionButton>
    </div>
  );
}
