/** Where one is signed in now, and the closing of a session left somewhere. */
import type { PageRequest } from '#http/route.ts';
import { ActionButton, Card, DateText, Status } from '#ui/parts.tsx';
import type { Column } from '#ui/table.tsx';
import { Table } from '#ui/table.tsx';
import type { SessionRow } from './security-queries.ts';

const methods: Record<SessionRow['method'], string> = {
  password: 'Mot de passe',
  passkey: 'Clé d’accès',
  proconnect: 'ProConnect',
  link: 'Lien reçu par courriel',
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
    <Card title="Sessions ouvertes" actions={others && <CloseOthers request={request} />}>
      <Table
        id="sessions"
        caption="Sessions ouvertes"
        rows={sessions}
        columns={columnsFor(request, current)}
        rowId={({ id }) => id}
        url={request.url}
        empty={<></>}
      />
    </Card>
  );
}

function columnsFor(request: PageRequest, current: string): Column<SessionRow>[] {
  return [
    { key: 'device', label: 'Appareil', primary: true, cell: nameOf },
    { key: 'method', label: 'Connexion', cell: methodOf },
    {
      key: 'opened',
      label: 'Ouverte',
      cell: ({ createdAt }) => <DateText date={createdAt} style="instant" />,
    },
    { key: 'seen', label: 'Vue', cell: ({ seenAt }) => <DateText date={seenAt} style="instant" /> },
    {
      key: 'close',
      label: 'Action',
      actions: true,
      cell: (session) =>
        session.id === current ? (
          <Status tone="ok" label="Cette session" />
        ) : (
          <Close session={session} request={request} />
        ),
    },
  ];
}

function nameOf({ device }: SessionRow): string {
  return device === '' ? 'Appareil inconnu' : device;
}

/** A passkey is both proofs at once. */
function methodOf({ method, secondFactor }: SessionRow): string {
  return secondFactor && method !== 'passkey' ? `${methods[method]} et seconde preuve` : methods[method];
}

function Close({ session, request }: { session: SessionRow; request: PageRequest }) {
  return (
    <ActionButton
      action={`/compte/securite/sessions/${session.id}/fermer`}
      formKey={request.key()}
      size="small"
      about={`la session ${nameOf(session)}`}
    >
      Fermer
    </ActionButton>
  );
}

function CloseOthers({ request }: { request: PageRequest }) {
  return (
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
  );
}
