/** The forms to add a passkey and to name one. */
import type { Moved, PageRequest, View } from '#http/route.ts';
import { Form, TextField } from '#ui/form.tsx';
import { PageHeading, PasskeyButton } from '#ui/parts.tsx';
import { securityTrail } from './account-tabs.tsx';
import { confirmFirst, mustConfirmFirst } from './confirmation.ts';
import { preparePasskey } from './passkeys.ts';
import { findPasskey, readFactors } from './queries.ts';

const nameHelp = 'Pour la reconnaître, par exemple « Ordinateur du bureau ».';

export async function drawNewPasskey(request: PageRequest): Promise<View | Moved> {
  const { ctx, form } = request;
  if (mustConfirmFirst(ctx, await readFactors(ctx))) return confirmFirst('/compte/securite/cles/nouvelle');
  const title = 'Ajouter une clé d’accès';
  const body = (
    <>
      <PageHeading
        title={title}
        breadcrumb={securityTrail}
        lead="Donnez un nom à la clé, puis suivez ce que demande votre appareil."
      />
      <Form
        action="/compte/securite/cles/nouvelle"
        formKey={request.key()}
        state={form}
        cancel={{ href: '/compte/securite', label: 'Annuler' }}
      >
        <TextField
          name="name"
          label="Nom de la clé"
          help={nameHelp}
          state={form}
          value="Cet appareil"
          maxlength={60}
          autocomplete="off"
        />
        <PasskeyButton kind="create" field="credential" options={await preparePasskey(ctx)} label="Ajouter cette clé" />
      </Form>
    </>
  );
  return { title, body, width: 'form' };
}

export async function drawPasskeyName(request: PageRequest): Promise<View | null> {
  const passkey = await findPasskey(request.ctx, request.params['id'] ?? '');
  if (passkey === null) return null;
  const title = 'Renommer une clé d’accès';
  const body = (
    <>
      <PageHeading title={title} breadcrumb={securityTrail} />
      <Form
        action={`/compte/securite/cles/${passkey.id}`}
        formKey={request.key()}
        state={request.form}
        submit="Renommer"
        cancel={{ href: '/compte/securite', label: 'Annuler' }}
      >
        <TextField
          name="name"
          label="Nom de la clé"
          help={nameHelp}
          state={request.form}
          value={passkey.name}
          maxlength={60}
          autocomplete="off"
        />
      </Form>
    </>
  );
  return { title, body, width: 'form' };
}
