/** The first start: the account that opens the instance. */
import type { PageRequest, View } from '#http/route.ts';
import { EmailField, Form, PasswordField, TextField } from '#ui/form.tsx';
import { Alert } from '#ui/parts.tsx';
import { passwordHelp } from './mailed-link-pages.tsx';
import { isSetUpOpen } from './set-up.ts';

export async function drawSetUp(request: PageRequest): Promise<View> {
  const token = request.params['token'] ?? '';
  if (!(await isSetUpOpen(request.ctx, token))) return closed;
  const { form } = request;
  const body = (
    <>
      <h1>Première mise en route</h1>
      <p>
        Créez le compte de l’équipe technique. Il ouvre les organisations et invite leur première administration ; il ne
        lit aucune donnée métier.
      </p>
      <Form
        blocked="la création du compte"
        action={`/premier-demarrage/${encodeURIComponent(token)}`}
        formKey={request.key()}
        state={form}
        submit="Ouvrir l’instance"
      >
        <TextField name="name" label="Prénom et nom" autocomplete="name" state={form} maxlength={120} />
        <EmailField name="email" label="Adresse électronique" help="Exemple : prenom.nom@exemple.fr" state={form} />
        <PasswordField kind="new" name="password" label="Mot de passe" help={passwordHelp} state={form} />
        <PasswordField kind="new" name="passwordAgain" label="Le même, une seconde fois" state={form} />
      </Form>
    </>
  );
  return { title: 'Première mise en route', body, width: 'narrow' };
}

const closed: View = {
  title: 'Lien inutilisable',
  body: (
    <>
      <h1>Lien inutilisable</h1>
      <Alert tone="attention">
        Ce lien a expiré, a déjà servi, ou l’instance est déjà ouverte. Au besoin, redémarrez le service : il affiche un
        nouveau lien tant que personne n’a de compte.
      </Alert>
      <p>
        <a href="/connexion">Se connecter</a>
      </p>
    </>
  ),
  width: 'narrow',
  status: 410,
};
