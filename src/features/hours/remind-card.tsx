/** A month the company still owes, or has to correct: who was reminded and when, the next reminder, or why nothing is expected. */
import { formatDay, parisDay } from '#domain/day.ts';
import { isOwed } from '#domain/declaration-sending.ts';
import { formatPhone } from '#domain/phone.ts';
import { nextReminderDay } from '#domain/reminder-pace.ts';
import type { PageRequest } from '#http/route.ts';
import { Form, TextField } from '#ui/form.tsx';
import { ActionButton, Card, DateText, Disclosure } from '#ui/parts.tsx';
import type { Owed } from './remind-queries.ts';
import type { ReviewedDeclaration } from './review-queries.ts';
import { canBeWrittenTo } from './sent-back.ts';

export function RemindCard({
  request,
  declaration,
  reminders,
  reach,
}: {
  request: PageRequest;
  declaration: ReviewedDeclaration;
  reminders: readonly Date[];
  reach: Owed | null;
}) {
  if (!isOwed(declaration.state)) return <></>;
  const neverSent = declaration.state === 'expected' || declaration.state === 'late';
  return (
    <Card title={neverSent ? 'Pas encore déclarée' : 'À corriger par l’entreprise'}>
      {neverSent && <p>{`Attendue le ${formatDay(declaration.dueOn)}.`}</p>}
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
      <NextReminder request={request} declaration={declaration} reach={reach} />
      {neverSent && <NotDue request={request} declaration={declaration} />}
    </Card>
  );
}

function NextReminder({
  request,
  declaration,
  reach,
}: {
  request: PageRequest;
  declaration: ReviewedDeclaration;
  reach: Owed | null;
}) {
  const { ctx } = request;
  if (reach === null || reach.recipient === '') {
    return <p>Personne à joindre n’est connu. Ajoutez un contact sur le lot.</p>;
  }
  if (!canBeWrittenTo(ctx, reach.recipient)) {
    return (
      <p>
        {'À appeler\u00A0: ce contact n’a qu’un téléphone, '}
        <a href={`tel:${reach.recipient}`}>{formatPhone(reach.recipient)}</a>.
      </p>
    );
  }
  const today = parisDay(ctx.now);
  const next = nextReminderDay(reach.lastAt, today);
  return (
    <>
      {next > today && <p class="soft">{`Le prochain rappel peut partir le ${formatDay(next)}.`}</p>}
      <ActionButton action={`/heures/${declaration.id}/relancer`} formKey={request.key()} icon="mail">
        Envoyer un rappel
      </ActionButton>
    </>
  );
}

function NotDue({ request, declaration }: { request: PageRequest; declaration: ReviewedDeclaration }) {
  const { form } = request;
  return (
    <Disclosure summary="Aucune heure attendue" open={form.values['motif'] !== undefined}>
      <Form
        action={`/heures/${declaration.id}/sans-objet`}
        formKey={request.key()}
        state={form}
        submit="Aucune heure attendue"
      >
        <TextField
          name="motif"
          label="Motif"
          help={`Par exemple «\u00A0chantier arrêté tout le mois\u00A0».`}
          state={form}
        />
      </Form>
    </Disclosure>
  );
}

/** Nothing was expected of this month; it may be expected again. */
export function NotDueCard({ request, declaration }: { request: PageRequest; declaration: ReviewedDeclaration }) {
  if (declaration.state !== 'not-due') return <></>;
  return (
    <Card title="Aucune heure attendue">
      <ActionButton action={`/heures/${declaration.id}/attendre`} formKey={request.key()} icon="undo-2">
        Attendre de nouveau ces heures
      </ActionButton>
    </Card>
  );
}
