/** Confirming who one is before a page that could do harm. */
import { accountOf } from '#domain/actor.ts';
import { sessionPolicy } from '#domain/session-policy.ts';
import type { PageRequest, View } from '#http/route.ts';
import { CodeField, Form, PasswordField } from '#ui/form.tsx';
import type { FormState } from '#ui/form.tsx';
import { Alert, PasskeyButton } from '#ui/parts.tsx';
import { preparePasskeyProof } from './passkey-proof.ts';
import { hasIdentity, readFactors } from './proof-queries.ts';
import { findAccount } from './queries.ts';
import { ProConnectEntry, hiddenNext, nextOf } from './sign-in-page.tsx';

export async function drawConfirm(request: PageRequest): Promise<View | null> {
  const { ctx, form } = request;
  const account = await findAccount(ctx, accountOf(ctx.actor));
  if (account === null) return null;
  const next = nextOf(request);
  const hidden = hiddenNext(next);
  const { codes, passkeys } = await readFactors(ctx, account.id);
  const options = passkeys > 0 ? await preparePasskeyProof(ctx, { use: 'confirmation', account: account.id }) : null;
  const professional = ctx.house.proConnect !== null && (await hasIdentity(ctx, account.id));
  const none = account.passwordHash === null && !codes && options === null && !professional;
  const body = (
    <>
      <h1>Confirmez votre identité</h1>
      <p>{`La page suivante touche à la sécurité. La confirmation vaut ${sessionPolicy.strongMinutes}\u00A0minutes.`}</p>
      {form.errors.some(({ field }) => field === '') && <Alert tone="problem">{form.errors[0]?.text}</Alert>}
      {account.passwordHash !== null && (
        <Form
          blocked="la connexion"
          action="/connexion/confirmer"
          formKey={request.key()}
          hidden={hidden}
          state={about(form, 'password')}
          submit="Confirmer"
          cancel={{ href: '/', label: 'Annuler' }}
        >
          <PasswordField name="password" label="Mot de passe" state={about(form, 'password')} />
        </Form>
      )}
      {codes && (
        <Form
          blocked="la connexion"
          action="/connexion/confirmer/code"
          formKey={request.key()}
          hidden={hidden}
          state={about(form, 'code')}
          submit="Confirmer avec ce code"
        >
          <CodeField name="code" label="Ou le code à six chiffres de votre application" state={about(form, 'code')} />
        </Form>
      )}
      {options !== null && (
        <Form blocked="la connexion" action="/connexion/confirmer/cle" formKey={request.key()} hidden={hidden}>
          <PasskeyButton kind="get" field="passkey" options={options} label="Confirmer avec une clé d’accès" />
        </Form>
      )}
      {professional && <ProConnectEntry next={next} />}
      {none && <NoMeans />}
    </>
  );
  return { title: 'Confirmez votre identité', body, width: 'narrow' };
}

function NoMeans() {
  return (
    <Alert tone="attention">
      Votre compte n’a pas encore de mot de passe. <a href="/mot-de-passe/oublie">Choisissez-en un</a>, puis revenez.
    </Alert>
  );
}

function about({ values, errors }: FormState, name: string): FormState {
  return { values, errors: errors.filter(({ field }) => field === name) };
}
