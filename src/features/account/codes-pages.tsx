/** The set-up of an authenticator application, and the sheet of recovery codes shown once. */
import { encode } from 'uqr';
import type { Moved, PageRequest, View } from '#http/route.ts';
import { newOneTimeSecret, oneTimeAddress, openOneTimeSecret, sealOneTimeSecret } from '#services/one-time-codes.ts';
import { CodeField, Form } from '#ui/form.tsx';
import { Alert, ButtonLink, Icon, PageHeading, QrCode } from '#ui/parts.tsx';
import { securityTrail } from './account-tabs.tsx';
import { confirmFirst, mustConfirmFirst } from './confirmation.ts';
import { findProfile, mine, readFactors } from './queries.ts';

export async function drawCodesForm(request: PageRequest): Promise<View | Moved> {
  const { ctx, form } = request;
  const factors = await readFactors(ctx);
  if (factors.codes && !request.typed) return { to: '/compte/securite' };
  if (mustConfirmFirst(ctx, factors)) return confirmFirst('/compte/securite/codes');
  const account = mine(ctx);
  const { email } = await findProfile(ctx);
  const sent = typeof form.values['graine'] === 'string' ? form.values['graine'] : '';
  const secret = openOneTimeSecret(ctx.house.sealer, { account, sealed: sent }) ?? newOneTimeSecret();
  const { data } = encode(oneTimeAddress({ secret, label: email }));
  const title = 'Configurer une application';
  const body = (
    <>
      <PageHeading title={title} breadcrumb={securityTrail} />
      <Form
        action="/compte/securite/codes"
        formKey={request.key()}
        hidden={{ graine: sealOneTimeSecret(ctx.house.sealer, { account, secret }) }}
        state={form}
        submit="Activer"
        cancel={{ href: '/compte/securite', label: 'Annuler' }}
      >
        <p>1. Ouvrez sur votre téléphone une application de codes : Aegis, FreeOTP, celle de votre organisation…</p>
        <p>2. Visez ce dessin, ou saisissez la clé qui le suit.</p>
        <QrCode modules={data} label="Code QR de configuration. La clé écrite dessous dit la même chose." />
        <div class="secret">
          <code>{secret.replaceAll(/(.{4})(?=.)/gu, '$1 ')}</code>
        </div>
        <CodeField
          name="code"
          label="3. Code affiché par l’application"
          help="Six chiffres, par exemple 123 456."
          state={form}
        />
      </Form>
    </>
  );
  return { title, body, width: 'form' };
}

/** Answers the sending itself: no other page ever shows these codes. */
export function recoveryCodesView(codes: readonly string[]): View {
  const title = 'Vos codes de secours';
  const body = (
    <>
      <PageHeading title={title} />
      <Alert tone="attention" title="Notez ces dix codes maintenant">
        <p>
          Ils ne seront plus affichés. Chacun ouvre votre compte une fois si votre téléphone manque. Gardez-les imprimés
          ou dans un gestionnaire de mots de passe.
        </p>
      </Alert>
      <ol>
        {codes.map((code) => (
          <li>
            <code>{code}</code>
          </li>
        ))}
      </ol>
      <div class="row">
        <button type="button" class="button" data-copy={codes.join('\n')} hidden>
          <Icon name="copy" />
          Copier les codes
        </button>
        <span class="soft" role="status" data-copy-status></span>
        <ButtonLink href="/compte/securite" kind="primary">
          J’ai noté mes codes
        </ButtonLink>
      </div>
    </>
  );
  return { title, body, width: 'form' };
}
