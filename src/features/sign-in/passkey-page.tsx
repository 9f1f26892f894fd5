/** Signing in with a passkey alone. */
import { withNext } from '#domain/local-path.ts';
import type { Moved, PageRequest, View } from '#http/route.ts';
import { Form } from '#ui/form.tsx';
import { PasskeyButton } from '#ui/parts.tsx';
import { preparePasskeyProof } from './passkey-proof.ts';
import { hiddenNext, nextOf } from './sign-in-page.tsx';

export async function drawPasskeySignIn(request: PageRequest): Promise<View | Moved> {
  const { ctx, form } = request;
  const next = nextOf(request);
  if ('session' in ctx.actor && form.errors.length === 0) return { to: next ?? '/' };
  const options = await preparePasskeyProof(ctx, { use: 'sign-in', account: null });
  const body = (
    <>
      <h1>Connexion avec une clé d’accès</h1>
      <p>Votre appareil vous demandera votre empreinte, votre visage ou votre code.</p>
      <Form
        blocked="la connexion"
        action="/connexion/cle"
        formKey={request.key()}
        hidden={hiddenNext(next)}
        state={form}
      >
        <PasskeyButton kind="get" field="passkey" options={options} />
      </Form>
      <p>
        <a href={withNext('/connexion', next)}>Se connecter autrement</a>
      </p>
    </>
  );
  return { title: 'Connexion avec une clé d’accès', body, width: 'narrow' };
}
