/** The first account of a prescriber: one address, while nobody works there yet. */
import type { PageRequest } from '#http/route.ts';
import { EmailField, Form } from '#ui/form.tsx';
import { Alert, Card } from '#ui/parts.tsx';
import type { AccountStanding } from './invite.ts';

export function InviteCard({
  request,
  path,
  standing,
}: {
  request: PageRequest;
  path: string;
  standing: AccountStanding;
}) {
  const { values } = request.form;
  const typed = request.typed && values['email'] !== undefined && values['name'] === undefined;
  const state = typed ? request.form : { values: {}, errors: [] };
  if (standing !== 'none') {
    return (
      <>
        {state.errors.map(({ text }) => (
          <Alert tone="problem">{text}</Alert>
        ))}
        {standing === 'waiting' && (
          <Card title="Premier compte">
            <p>Une invitation attend une réponse. Elle dure sept jours.</p>
          </Card>
        )}
      </>
    );
  }
  return (
    <Card title="Inviter le premier compte">
      <p class="soft">
        Personne n’a encore de compte chez ce prescripteur. La personne invitée propose ses candidats ici, et invite ses
        collègues.
      </p>
      <Form
        action={`${path}/inviter`}
        formKey={request.key()}
        state={state}
        submit="Inviter"
        submitIcon="send"
        blocked="l’envoi"
      >
        <EmailField name="email" label="Adresse électronique" autocomplete="off" state={state} />
      </Form>
    </Card>
  );
}
