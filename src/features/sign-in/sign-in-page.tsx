/** The door: an address and a password, and the other ways in. */
import { localPath, withNext } from '#domain/local-path.ts';
import type { Moved, PageRequest, View } from '#http/route.ts';
import { EmailField, Form, PasswordField } from '#ui/form.tsx';
import { valueOf } from '#ui/form-state.ts';
import { ButtonLink, Disclosure } from '#ui/parts.tsx';

/** A person of the demonstration, whose password is public. */
export interface DemoDoor {
  email: string;
  name: string;
  label: string;
}

export interface Demonstration {
  accounts: readonly DemoDoor[];
  password: string;
}

export async function drawSignIn(request: PageRequest, demonstration: Demonstration): Promise<View | Moved> {
  const { ctx, form } = request;
  const next = nextOf(request);
  if ('session' in ctx.actor && form.errors.length === 0) return { to: next ?? '/' };
  const chosen = ctx.house.demo
    ? demonstration.accounts.find(({ email }) => email === request.query.get('compte'))
    : undefined;
  const body = (
    <>
      <h1>Connexion</h1>
      {ctx.house.proConnect !== null && <ProConnectEntry next={next} />}
      <Form
        blocked="la connexion"
        action="/connexion"
        formKey={request.key()}
        hidden={{ ...hiddenNext(next), ...(chosen && { password: demonstration.password }) }}
        state={form}
        submit="Se connecter"
      >
        <EmailField
          name="email"
          label="Adresse électronique"
          autocomplete="username"
          value={chosen?.email}
          state={form}
        />
        {chosen === undefined && <PasswordField name="password" label="Mot de passe" state={form} />}
      </Form>
      <p>
        <a href={withNext('/mot-de-passe/oublie', next)}>Mot de passe oublié</a>
      </p>
      <h2>Autres moyens de se connecter</h2>
      <ul>
        <li>
          <a href={withNext('/connexion/cle', next)}>Avec une clé d’accès</a>
        </li>
        <li>
          <a href={withNext('/connexion/lien', next)}>Avec un lien reçu par courriel</a>
        </li>
        <li>
          <a href="/invitation/aide">J’ai reçu une invitation</a>
        </li>
      </ul>
      {ctx.house.demo && <DemoDoors accounts={demonstration.accounts} next={next} />}
    </>
  );
  return { title: 'Connexion', body, width: 'narrow' };
}

/** Where she was going: from the address of the page, or from the form sent again. */
export function nextOf({ form, query }: PageRequest): string | null {
  return localPath(valueOf(form, 'suite') || query.get('suite'));
}

export function hiddenNext(next: string | null): Record<string, string> {
  return next === null ? {} : { suite: next };
}

export function ProConnectEntry({ next }: { next: string | null }) {
  return (
    <p>
      <ButtonLink kind="primary" icon="landmark" href={withNext('/connexion/proconnect', next)}>
        S’identifier avec ProConnect
      </ButtonLink>
    </p>
  );
}

function DemoDoors({ accounts, next }: { accounts: readonly DemoDoor[]; next: string | null }) {
  return (
    <Disclosure summary="Comptes de démonstration" open>
      <div class="stack">
        <p class="soft">Choisissez une personne : son adresse et son mot de passe se remplissent.</p>
        <ul>
          {accounts.map(({ email, name, label }) => (
            <li>
              <a href={doorOf(email, next)}>{name}</a>, {label}
            </li>
          ))}
        </ul>
      </div>
    </Disclosure>
  );
}

function doorOf(email: string, next: string | null): string {
  const query = new URLSearchParams({ compte: email, ...hiddenNext(next) });
  return `/connexion?${query.toString()}`;
}
