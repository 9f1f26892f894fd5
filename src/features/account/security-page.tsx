/** How one's account is guarded: proofs, keys, sessions and what happened lately. */
import { hasSecondFactor } from '#domain/second-factor.ts';
import { mustEnrolSecondFactor } from '#domain/session-policy.ts';
import { enter } from '#db/transaction.ts';
import { scopeOf } from '#http/context.ts';
import type { PageRequest, View } from '#http/route.ts';
import { Alert, ButtonLink, Card, DateText, PageHeading } from '#ui/parts.tsx';
import { AccountTabs } from './account-tabs.tsx';
import { deedLabel } from './deeds.ts';
import { PasskeysCard } from './passkeys-card.tsx';
import { CodesCard, IdentitiesCard, PasswordCard } from './proof-cards.tsx';
import { listPasskeys } from './queries.ts';
import type { Deed } from './security-queries.ts';
import { listDeeds, listSessions, readSecurityState } from './security-queries.ts';
import { SessionsCard } from './sessions-card.tsx';

export async function drawSecurity(request: PageRequest): Promise<View> {
  const { ctx } = request;
  // A refusal of the gate is drawn here too, and the gate may not read the journal.
  await enter(ctx.db, scopeOf(ctx.actor, 'app', ctx.now));
  const state = await readSecurityState(ctx);
  const passkeys = await listPasskeys(ctx);
  const guarded = hasSecondFactor({ codes: state.codesSince !== null, passkeys: passkeys.length });
  const obliged = mustEnrolSecondFactor(ctx.actor, ctx.house.demo);
  const current = 'session' in ctx.actor ? ctx.actor.session : '';
  const body = (
    <>
      <PageHeading title="Sécurité du compte" />
      <AccountTabs current="/compte/securite" />
      {request.form.errors.map(({ text }) => (
        <Alert tone="problem">{text}</Alert>
      ))}
      {(obliged || request.query.get('obligatoire') === '1') && <Obliged guarded={guarded} needed={obliged} />}
      <CodesCard state={state} guarded={guarded} request={request} />
      <PasskeysCard passkeys={passkeys} request={request} />
      <PasswordCard state={state} />
      {state.identities.length > 0 && <IdentitiesCard identities={state.identities} />}
      <SessionsCard sessions={await listSessions(ctx)} current={current} request={request} />
      <DeedsCard deeds={await listDeeds(ctx)} />
    </>
  );
  return { title: 'Sécurité du compte', body };
}

/** She may have a proof and have signed in without it: then only showing it is missing. */
function Obliged({ guarded, needed }: { guarded: boolean; needed: boolean }) {
  if (!needed) {
    return (
      <Alert tone="done">La double authentification est active. Vous pouvez administrer votre organisation.</Alert>
    );
  }
  if (guarded) {
    return (
      <Alert tone="attention" title="Il manque votre seconde preuve">
        <p>Vous êtes entré sans votre code ni votre clé d’accès. Utilisez l’un des deux pour administrer.</p>
        <p>
          <ButtonLink href="/connexion/confirmer?suite=%2F" kind="primary">
            Confirmer mon identité
          </ButtonLink>
        </p>
      </Alert>
    );
  }
  return (
    <Alert tone="attention" title="Ajoutez une seconde preuve pour administrer">
      <p>
        Vous administrez une organisation : vous pouvez inviter, suspendre et partager. Un mot de passe volé ne doit pas
        suffire à le faire à votre place.
      </p>
      <p>Choisissez ci-dessous une clé d’accès ou les codes d’une application. Il faut deux minutes, une seule fois.</p>
    </Alert>
  );
}

function DeedsCard({ deeds }: { deeds: readonly Deed[] }) {
  return (
    <Card title="Activité récente" aside="20 derniers événements">
      {deeds.length === 0 ? (
        <p>Rien à signaler pour le moment.</p>
      ) : (
        <ul>
          {deeds.map(({ action, at }) => (
            <li>
              {deedLabel(action)}, <DateText date={at} style="instant" />
            </li>
          ))}
        </ul>
      )}
      <p class="soft">
        Vous ne reconnaissez pas un de ces événements ?{' '}
        <a href="/compte/securite/mot-de-passe">Changez de mot de passe</a> : vos autres sessions seront fermées.
      </p>
    </Card>
  );
}
