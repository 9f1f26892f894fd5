/** Where one is signed in now, and the closing of a session left somewhere. */
import type { PageRequest } from '#http/route.ts';
import { ActionButton, Card, DateText, Status } from '#ui/parts.tsx';
import type { SessionRow } from './security-queries.ts';

const methods: Record<SessionRow['method'], string> = {
  password: 'mot de passe',
  passkey: 'clé d’accès',
  proconnect: 'ProConnect',
  link: 'lien reçu par courriel',
};

export function SessionsCard({
  sessions,
  current,
  request,
}: {
  sessions: readonly SessionRow[];
  current: string;
  request: PageRequest;
}) {
  const others = sessions.some(({ id }) => id !== current);
  return (
    <Card
      title="Sessions ouvertes"
      actions={
        others && (
          <ActionButton
            action="/compte/securite/sessions/fermer-les-autres"
            formKey={request.key()}
            confirm={{
              title: 'Fermer les autres sessions ?',
              text: 'Il faudra s’y connecter de nouveau. Celle-ci reste ouverte.',
              label: 'Fermer les autres',
            }}
          >
            Fermer toutes les autres
          </ActionButton>
        )
      }
    >
      <ul>
        {sessions.map((session) => (
          <li>
            <Session session={session} current={session.id === current} request={request} />
          </li>
        ))}
      </ul>
    </Card>
  );
}

function Session({
  session,
  current,
  request,
}: {
  session: SessionRow;
  current: boolean;
  request: PageRequest;
}) {
  const { id, device, method, secondFactor, createdAt, seenAt } = session;
  const name = device === '' ? 'Appareil inconnu' : device;
  return (
    <div class="row">
      <span>
        <strong>{name}</strong>, ouverte le <DateText date={createdAt} style="instant" /> par{' '}
        {methods[method]}
        {secondFactor && ' avec double authentification'}, vue le <DateText date={seenAt} style="instant" />
      </span>
      {current ? (
        <Status tone="ok" label="Cette session" />
      ) : (
        <ActionButton
          action={`/compte/securite/sessions/${id}/fermer`}
          formKey={request.key()}
          size="small"
          about={name}
        >
          Fermer
        </ActionButton>
      )}
    </div>
  );
}
