/** The question sent to the person, not twice in a week. */
import { formatShortDay } from '#domain/day.ts';
import type { PageRequest } from '#http/route.ts';
import { ActionButton, Card } from '#ui/parts.tsx';
import { nextAsking } from './ask.ts';
import type { ExitRow } from './queries.ts';

export function ExitAsking({ request, exit, today }: { request: PageRequest; exit: ExitRow; today: string }) {
  const open = nextAsking(exit, today);
  return (
    <Card title="Demander à la personne">
      <p>Une question, une réponse en un geste, sans compte. Elle part par courriel, sinon par SMS.</p>
      {open > today ? (
        <p class="soft">{`La question est partie. Elle pourra repartir le ${formatShortDay(open)}.`}</p>
      ) : (
        <ActionButton action={`/sorties/${exit.id}/demander`} formKey={request.key()} icon="send">
          Envoyer la question
        </ActionButton>
      )}
    </Card>
  );
}
