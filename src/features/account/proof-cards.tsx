/** The cards of what proves who one is: codes of an application, password, professional identities. */
import type { PageRequest } from '#http/route.ts';
import { ActionButton, ButtonLink, Card, DateText, Status } from '#ui/parts.tsx';
import { counted } from '#ui/french.ts';
import type { SecurityState } from './security-queries.ts';

/** Below this, one bad week with a lost telephone may use them up. */
const fewCodes = 4;

export function CodesCard({
  state,
  guarded,
  request,
}: {
  state: SecurityState;
  guarded: boolean;
  request: PageRequest;
}) {
  const { codesSince, recoveryCodesLeft } = state;
  const on = codesSince !== null;
  const actions = (
    <>
      {!on && (
        <ButtonLink href="/compte/securite/codes" kind={guarded ? 'plain' : 'primary'}>
          Configurer une application
        </ButtonLink>
      )}
      {guarded && (
        <ActionButton
          action="/compte/securite/codes-de-secours"
          formKey={request.key()}
          confirm={{
            title: 'Créer de nouveaux codes de secours ?',
            text: 'Les anciens codes cesseront de fonctionner.',
            label: 'Créer dix codes',
          }}
        >
          Nouveaux codes de secours
        </ActionButton>
      )}
      {on && <RemoveCodes request={request} />}
    </>
  );
  return (
    <Card
      title="Codes d’une application"
      aside={<Status tone={on ? 'ok' : 'neutral'} label={on ? 'Actifs' : 'Non configurés'} />}
      actions={actions}
    >
      <p>Une application de votre téléphone affiche un code à six chiffres, à saisir après votre mot de passe.</p>
      {codesSince !== null && (
        <p class="soft">
          Actifs depuis le <DateText date={codesSince} style="long" />.
        </p>
      )}
      {guarded && <RecoveryLeft left={recoveryCodesLeft} />}
    </Card>
  );
}

function RemoveCodes({ request }: { request: PageRequest }) {
  return (
    <ActionButton
      action="/compte/securite/codes/retirer"
      formKey={request.key()}
      kind="danger"
      confirm={{
        title: 'Désactiver les codes de l’application ?',
        text: 'Sans clé d’accès, votre mot de passe suffira pour entrer.',
        label: 'Désactiver',
      }}
    >
      Désactiver
    </ActionButton>
  );
}

function RecoveryLeft({ left }: { left: number }) {
  const few = left < fewCodes;
  return (
    <p>
      <Status
        tone={few ? 'attention' : 'ok'}
        label={counted(left, 'code de secours disponible', 'codes de secours disponibles')}
      />
      {few && ' Créez-en de nouveaux et gardez-les hors de votre téléphone.'}
    </p>
  );
}

export function PasswordCard({ state: { passwordChangedAt } }: { state: SecurityState }) {
  return (
    <Card
      title="Mot de passe"
      actions={<ButtonLink href="/compte/securite/mot-de-passe">Changer de mot de passe</ButtonLink>}
    >
      {passwordChangedAt === null ? (
        <p>Aucun changement enregistré.</p>
      ) : (
        <p>
          Changé le <DateText date={passwordChangedAt} style="long" />. Rien n’oblige à le changer s’il est long et à
          vous seul.
        </p>
      )}
    </Card>
  );
}

export function IdentitiesCard({ identities }: { identities: SecurityState['identities'] }) {
  return (
    <Card title="Identités professionnelles">
      <ul>
        {identities.map(({ issuer, createdAt, lastUsedAt }) => (
          <li>
            ProConnect ({hostOf(issuer)}), rattachée le <DateText date={createdAt} style="long" />
            {lastUsedAt !== null && (
              <>
                , utilisée le <DateText date={lastUsedAt} style="long" />
              </>
            )}
          </li>
        ))}
      </ul>
    </Card>
  );
}

function hostOf(issuer: string): string {
  return URL.canParse(issuer) ? new URL(issuer).hostname : issuer;
}
