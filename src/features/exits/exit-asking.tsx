/** The question sent to the person, not twice in a week. */
import { formatShortDay } from '#domain/day.ts';
import { formatPhone } from '#domain/phone.ts';
import type { PageRequest } from '#http/route.ts';
import { ActionButton, Card } from '#ui/parts.tsx';
import { nextAsking } from './ask.ts';
import type { Contact, ExitRow } from './queries.ts';

export function ExitAsking(props: { request: PageRequest; exit: ExitRow; today: string; contact: Contact }) {
  const { request, exit, today, contact } = props;
  const open = nextAsking(exit, today);
  if (contact.email === '') {
    return (
      <Card title="À appeler">
        {contact.phone === '' ? (
          <p>
            Ni adresse électronique ni téléphone sur sa fiche.{' '}
            <a href={`/personnes/${exit.personId}/modifier`}>Les ajouter</a>
          </p>
        ) : (
          <p>
            Sans adresse électronique, la question se pose au téléphone :{' '}
            <a href={`tel:${contact.phone}`}>{formatPhone(contact.phone)}</a>. Notez sa réponse ci-dessous.
          </p>
        )}
      </Card>
    );
  }
  return (
    <Card title="Demander à la personne">
      <p>Une question, une réponse en un geste, sans compte. Elle part par courriel.</p>
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
