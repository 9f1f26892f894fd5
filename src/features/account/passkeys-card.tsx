/** One's passkeys: what they are, when they served, and their removal. */
import type { PageRequest } from '#http/route.ts';
import { ActionButton, ButtonLink, Card, DateText, Status } from '#ui/parts.tsx';
import type { PasskeyRow } from './queries.ts';

export function PasskeysCard({ passkeys, request }: { passkeys: readonly PasskeyRow[]; request: PageRequest }) {
  const some = passkeys.length > 0;
  return (
    <Card
      title="Clés d’accès"
      aside={<Status tone={some ? 'ok' : 'neutral'} label={some ? 'Actives' : 'Aucune'} />}
      actions={
        <ButtonLink href="/compte/securite/cles/nouvelle" kind={some ? 'plain' : 'primary'} icon="plus">
          Ajouter une clé d’accès
        </ButtonLink>
      }
    >
      <p>Vous entrez avec votre empreinte, votre visage ou le code de votre appareil, sans mot de passe.</p>
      {some && (
        <ul>
          {passkeys.map((passkey) => (
            <li id={`cle-${passkey.id}`}>
              <Passkey passkey={passkey} request={request} />
            </li>
          ))}
        </ul>
      )}
    </Card>
  );
}

function Passkey({ passkey, request }: { passkey: PasskeyRow; request: PageRequest }) {
  const { id, name, createdAt, lastUsedAt } = passkey;
  return (
    <div class="row">
      <span>
        <strong>{name}</strong>, ajoutée le <DateText date={createdAt} />
        {lastUsedAt === null ? (
          ', jamais utilisée'
        ) : (
          <>
            , utilisée le <DateText date={lastUsedAt} />
          </>
        )}
      </span>
      <ButtonLink href={`/compte/securite/cles/${id}`} size="small" about={name}>
        Renommer
      </ButtonLink>
      <ActionButton
        action={`/compte/securite/cles/${id}/retirer`}
        formKey={request.key()}
        size="small"
        kind="danger"
        about={name}
        confirm={{
          title: `Retirer « ${name} » ?`,
          text: 'Cette clé n’ouvrira plus votre compte. Vous pourrez l’ajouter de nouveau.',
          label: 'Retirer la clé',
        }}
      >
        Retirer
      </ActionButton>
    </div>
  );
}
