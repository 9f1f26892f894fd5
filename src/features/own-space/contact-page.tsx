/** A person corrects her own address and telephone. */
import type { PageRequest, View } from '#http/route.ts';
import { EmailField, Form, PhoneField } from '#ui/form.tsx';
import { formatPhone } from '#domain/phone.ts';
import { ownPage, spacePath } from './frame.tsx';

export function drawOwnContact(request: PageRequest): Promise<View | null> {
  const title = 'Mon adresse et mon téléphone';
  return ownPage(request, { title, done: 'C’est enregistré.' }, async (me) => {
    const state = request.typed
      ? request.form
      : { values: { email: me.email, phone: me.phone === '' ? '' : formatPhone(me.phone) }, errors: [] };
    return (
      <>
        <p>Votre lien part à cette adresse. Sans adresse, votre code écrit sur papier suffit.</p>
        <Form
          action={spacePath(request, '/coordonnees')}
          formKey={request.key()}
          version={String(request.refusal === undefined ? (request.form.values['version'] ?? me.version) : me.version)}
          state={state}
          submit="Enregistrer"
          submitIcon="check"
        >
          <EmailField name="email" label="Adresse électronique" optional state={state} />
          <PhoneField name="phone" label="Téléphone" optional state={state} />
        </Form>
        <p class="soft">
          Nom, date de naissance ou commune à corriger ? Demandez-le dans{' '}
          <a href={spacePath(request, '/demandes')}>Mes droits</a>.
        </p>
      </>
    );
  });
}
