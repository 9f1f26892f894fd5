/** The second step of a sign-in: the code of the moment, a recovery code, or a passkey. */
import type { Moved, PageRequest, View } from '#http/route.ts';
import { CodeField, Form, TextField } from '#ui/form.tsx';
import type { FormState } from '#ui/form.tsx';
import { Alert, ButtonLink, Disclosure, PasskeyButton } from '#ui/parts.tsx';
import { preparePasskeyProof } from './passkey-proof.ts';
import { readFactors } from './proof-queries.ts';
import { findStep } from './step.ts';

export async function drawSecondStep(request: PageRequest): Promise<View | Moved> {
  const { ctx, form } = request;
  const step = await findStep(ctx);
  if (step === null) return request.refusal === undefined ? { to: '/connexion' } : stepEnded;
  const { codes, passkeys } = await readFactors(ctx, step.account.id);
  const options =
    passkeys > 0 ? await preparePasskeyProof(ctx, { use: 'second-step', account: step.account.id }) : null;
  const recovery = form.errors.some(({ field }) => field === 'recoveryCode');
  const body = (
    <>
      <h1>Vérification en deux étapes</h1>
      {form.errors.some(({ field }) => field === '') && <Alert tone="problem">{form.errors[0]?.text}</Alert>}
      {codes && (
        <Form
          blocked="la connexion"
          action="/connexion/code"
          formKey={request.key()}
          state={about(form, 'code')}
          submit="Continuer"
        >
          <CodeField
            name="code"
            label="Code à six chiffres"
            help="Ouvrez votre application d’authentification et saisissez le code affiché."
            state={about(form, 'code')}
          />
        </Form>
      )}
      {options !== null && (
        <Form blocked="la connexion" action="/connexion/code/cle" formKey={request.key()}>
          <PasskeyButton kind="get" field="passkey" options={options} />
        </Form>
      )}
      <Disclosure summary="Utiliser un code de secours" open={recovery}>
        <Form
          blocked="la connexion"
          action="/connexion/code/secours"
          formKey={request.key()}
          state={about(form, 'recoveryCode')}
          submit="Continuer avec ce code"
        >
          <TextField
            name="recoveryCode"
            label="Code de secours"
            help="Un des codes gardés lors de l’activation, par exemple 7K3M-9QXD. Chacun sert une fois."
            autocomplete="off"
            size="middle"
            state={about(form, 'recoveryCode')}
          />
        </Form>
      </Disclosure>
      <Disclosure summary="J’ai perdu mon téléphone ou ma clé d’accès">
        <p>
          Un code de secours suffit pour entrer. Si vous n’en avez plus, appelez un administrateur de votre organisation
          {'\u00A0'}: il demande de réinitialiser votre double authentification, un second l’accepte, puis vous en
          configurez une nouvelle.
        </p>
        <p>
          Si personne n’y peut en décider, écrivez à l’exploitation de l’instance{'\u00A0'}:{' '}
          <a href="/aide#joindre">comment la joindre</a>.
        </p>
      </Disclosure>
      <p>
        <a href="/connexion">Recommencer avec un autre compte</a>
      </p>
    </>
  );
  return { title: 'Vérification en deux étapes', body, width: 'narrow' };
}

const stepEnded: View = {
  title: 'Connexion à recommencer',
  body: (
    <>
      <h1>Connexion à recommencer</h1>
      <Alert tone="attention">Cette connexion a trop attendu. Recommencez-la depuis le début.</Alert>
      <p>
        <ButtonLink kind="primary" href="/connexion">
          Se connecter
        </ButtonLink>
      </p>
    </>
  ),
  width: 'narrow',
};

/** Each form of the page shows its own errors. */
function about({ values, errors }: FormState, name: string): FormState {
  return { values, errors: errors.filter(({ field }) => field === name) };
}
