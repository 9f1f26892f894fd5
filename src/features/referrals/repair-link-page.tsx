/** The page of a referent's link that opens nothing any more: one button, one answer for everybody. */
import type { PageRequest, View } from '#http/route.ts';
import { Form } from '#ui/form.tsx';
import { Alert } from '#ui/parts.tsx';

export async function drawRepairLink(request: PageRequest): Promise<View> {
  if (request.query.get('envoye') === '1' && !request.typed) {
    const sent = (
      <>
        <h1>Regardez vos courriels</h1>
        <Alert tone="done">Si ce lien était le vôtre, un nouveau vient de partir vers votre adresse.</Alert>
      </>
    );
    return { title: 'Regardez vos courriels', body: sent, width: 'narrow' };
  }
  const token = encodeURIComponent(request.params['token'] ?? '');
  const body = (
    <>
      <h1>Recevoir un nouveau lien</h1>
      <Alert tone="attention">Ce lien n’ouvre plus rien : il a expiré, ou il n’est pas complet.</Alert>
      <p>Un nouveau lien part vers l’adresse que la structure de facilitation connaît.</p>
      <Form
        action={`/suivi-candidats/nouveau-lien/${token}`}
        formKey={request.key()}
        state={request.form}
        submit="Envoyer un nouveau lien"
        submitIcon="send"
        blocked="l’envoi"
      />
    </>
  );
  return { title: 'Recevoir un nouveau lien', body, width: 'narrow', status: 410 };
}
