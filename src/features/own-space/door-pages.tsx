/** The doors of an own space: a code and a birth date, a link sent again, and the same answer for everybody. */
import type { PageRequest, View } from '#http/route.ts';
import { DateField, Form, TextField } from '#ui/form.tsx';
import { Alert } from '#ui/parts.tsx';

const lostPath = '/mon-espace/nouveau-lien';

export async function drawEnter(request: PageRequest): Promise<View> {
  const body = (
    <>
      <h1>Mon espace</h1>
      {request.query.get('ferme') === '1' && !request.typed && (
        <Alert tone="done">Votre espace est fermé sur cet appareil.</Alert>
      )}
      <p>Vos heures, vos contrats, vos droits. Entrez avec le code de votre feuille.</p>
      <Form
        action="/mon-espace"
        formKey={request.key()}
        state={request.form}
        submit="Entrer"
        submitIcon="arrow-right"
        blocked="l’entrée"
      >
        <TextField
          name="code"
          label="Code de la feuille"
          help="Huit lettres ou chiffres, par exemple 7K3M-9QXD."
          autocomplete="off"
          size="middle"
          state={request.form}
        />
        <DateField name="naissance" label="Votre date de naissance" autocomplete="bday" state={request.form} />
      </Form>
      <p>
        Pas de code, ou un lien perdu ? <a href={lostPath}>Recevoir un lien par courriel</a>
      </p>
    </>
  );
  return { title: 'Mon espace', body, width: 'narrow' };
}

export async function drawRepairOwnLink(request: PageRequest): Promise<View> {
  if (wasSent(request)) return sentView();
  const body = (
    <>
      <h1>Recevoir un nouveau lien</h1>
      <Alert tone="attention">Ce lien n’ouvre plus votre espace : il a expiré, ou il n’est pas complet.</Alert>
      <p>Un nouveau lien part vers votre adresse connue. Rien n’est perdu.</p>
      <Form
        action={`${lostPath}/${encodeURIComponent(request.params['token'] ?? '')}`}
        formKey={request.key()}
        state={request.form}
        submit="Envoyer un nouveau lien"
        submitIcon="send"
        blocked="l’envoi"
      />
      <p>
        Il n’arrive pas ? <a href={lostPath}>Le demander autrement</a>, ou <a href="/mon-espace">entrer avec un code</a>
        .
      </p>
    </>
  );
  return { title: 'Recevoir un nouveau lien', body, width: 'narrow', status: 410 };
}

export async function drawAskOwnLink(request: PageRequest): Promise<View> {
  if (wasSent(request)) return sentView();
  const body = (
    <>
      <h1>Recevoir un lien</h1>
      <Form
        action={lostPath}
        formKey={request.key()}
        state={request.form}
        submit="Envoyer le lien"
        submitIcon="send"
        blocked="l’envoi"
      >
        <TextField
          name="contact"
          label="Votre adresse électronique ou votre téléphone"
          help="Le lien part vers l’adresse que votre facilitateur connaît."
          autocomplete="email"
          state={request.form}
        />
      </Form>
      <p>
        Vous avez une feuille ? <a href="/mon-espace">Entrer avec le code</a>
      </p>
    </>
  );
  return { title: 'Recevoir un lien', body, width: 'narrow' };
}

function wasSent({ query, typed }: PageRequest): boolean {
  return query.get('envoye') === '1' && !typed;
}

function sentView(): View {
  const body = (
    <>
      <h1>Regardez vos courriels</h1>
      <Alert tone="done">Si nous connaissons cette adresse ou ce numéro, un lien vient de partir.</Alert>
      <p>Rien dans dix minutes ? Regardez dans les indésirables, puis appelez votre facilitateur.</p>
      <p>
        <a href={lostPath}>Recommencer</a>
      </p>
    </>
  );
  return { title: 'Regardez vos courriels', body, width: 'narrow' };
}
