/** What a referent without an account reads by her link: her own candidates; and how to get another link when it died. */
import type { PageRequest, View } from '#http/route.ts';
import { Form } from '#ui/form.tsx';
import { Alert, Card, EmptyState, Status } from '#ui/parts.tsx';
import { listCandidatesOf } from './own-queries.ts';
import { newsWords, shownName, stateWords, turnWords } from './words.ts';

export async function drawByLink(request: PageRequest): Promise<View | null> {
  const { actor } = request.ctx;
  if (actor.kind !== 'link' || actor.subject === null) return null;
  const candidates = await listCandidatesOf(request.ctx, actor.subject);
  const body = (
    <>
      <div>
        <h1>Ce que deviennent vos candidats</h1>
        <p class="soft">Ce lien n’est que pour vous : ne le transférez pas.</p>
      </div>
      {candidates.length === 0 ? (
        <EmptyState title="Aucun candidat n’est suivi par ce lien." />
      ) : (
        candidates.map((one) => (
          <Card title={shownName(one)} aside={<Status {...stateWords(one)} />}>
            <p>{newsWords(one)}.</p>
            <p class="soft">
              {turnWords(one, { prescriber: true })}. {one.structure}.
            </p>
          </Card>
        ))
      )}
    </>
  );
  return { title: 'Vos candidats', body, width: 'narrow' };
}

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
