/** A month not declared yet: when it is due, who was reminded and when, and the next reminder. */
import { formatDay } from '#domain/day.ts';
import type { PageRequest } from '#http/route.ts';
import { ActionButton, Card, DateText } from '#ui/parts.tsx';
import type { ReviewedDeclaration } from './review-queries.ts';

export function RemindCard({
  request,
  declaration,
  reminders,
}: {
  request: PageRequest;
  declaration: ReviewedDeclaration;
  reminders: readonly Date[];
}) {
  return (
    <Card title="Pas encore déclarée">
      <p>{`Attendue le ${formatDay(declaration.dueOn)}.`}</p>
      {reminders.length === 0 ? (
        <p class="soft">Aucun rappel envoyé.</p>
      ) : (
        <ul>
          {reminders.map((at) => (
            <li>
              Rappel du <DateText date={at} />
            </li>
          ))}
        </ul>
      )}
      <ActionButton action={`/heures/${declaration.id}/relancer`} formKey={request.key()} icon="mail">
        Envoyer un rappel
      </ActionButton>
    </Card>
  );
}
