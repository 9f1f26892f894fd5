/** The pages of a link that opens nothing any more: one button, or one field, and one answer for everybody. */
import type { PageRequest, View } from '#http/route.ts';
import { Form, TextField } from '#ui/form.tsx';
import { Alert } from '#ui/parts.tsx';

const title = 'Recevoir un nouveau lien';

export async function drawRepair(request: PageRequest): Promise<View> {
  if (wasSent(request)) return sentView();
  const token = request.params['token'] ?? '';
  const body = (
    <>
      <h1>{title}</h1>
      <Alert tone="attention">Ce lien n’ouvre plus la déclaration : il a expiré, ou il n’est pas complet.</Alert>
      <p>Un nouveau lien part vers l’adresse du contact que votre facilitateur connaît. Rien n’est perdu.</p>
      <Form
        action={`/declarer/nouveau-lien/${encodeURIComponent(token)}`}
        formKey={request.key()}
        state={request.form}
        submit="Envoyer un nouveau lien"
        submitIcon="send"
        blocked="l’envoi"
      />
      <p>
        Il n’arrive pas ? <a href="/declarer/nouveau-lien">Retrouver mon lien autrement</a>
      </p>
    </>
  );
  return { title, body, width: 'narrow', status: 410 };
}

export async function drawAsk(request: PageRequest): Promise<View> {
  if (wasSent(request)) return sentView();
  const body = (
    <>
      <h1>{title}</h1>
      <Form
        action="/declarer/nouveau-lien"
        formKey={request.key()}
        state={request.form}
        submit="Envoyer un nouveau lien"
        submitIcon="send"
        blocked="l’envoi"
      >
        <TextField
          name="contact"
          label="Adresse électronique, téléphone ou numéro du marché"
          help="Ceux du contact de l’entreprise, par exemple prenom.nom@exemple.fr. Le lien part vers l’adresse déjà connue."
          autocomplete="email"
          state={request.form}
        />
      </Form>
    </>
  );
  return { title, body, width: 'narrow' };
}

function wasSent({ query, typed }: PageRequest): boolean {
  return query.get('envoye') === '1' && !typed;
}

function sentView(): View {
  const body = (
    <>
      <h1>Regardez vos courriels</h1>
      <Alert tone="done">
        Si un contact nous est connu à ce titre, un nouveau lien vient de partir vers son adresse.
      </Alert>
      <p>Rien dans dix minutes ? Regardez dans les indésirables, puis appelez votre facilitateur.</p>
      <p>
        <a href="/declarer/nouveau-lien">Recommencer</a>
      </p>
    </>
  );
  return { title: 'Regardez vos courriels', body, width: 'narrow' };
}
