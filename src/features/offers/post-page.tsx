/** One post as a prescriber reads it: the sheet, its answer in one press, and its own people to put forward. */
import { offerMachine } from '#domain/offer-state.ts';
import type { PageRequest, View } from '#http/route.ts';
import { Form, RadioCards, TextArea } from '#ui/form.tsx';
import { ActionButton, Alert, Card, DefinitionList, EmptyState, PageHeading, Status } from '#ui/parts.tsx';
import { sheetItems } from './offer-words.ts';
import { nearWords } from './posts-page.tsx';
import type { PostRow } from './posts-query.ts';
import { findPost } from './posts-query.ts';
import { listOwnPlaces, nearestOwn } from './near-people.ts';
import { listOwnPeople } from './own-people-query.ts';

export async function drawPost(request: PageRequest): Promise<View | null> {
  const { ctx, params, form } = request;
  const post = await findPost(ctx, params['id'] ?? '');
  if (post === null) return null;
  const open = post.state === 'open';
  const people = open ? await listOwnPeople(ctx, { offer: post.id, holder: post.facilitatorId }) : [];
  const near = nearWords(nearestOwn(post, await listOwnPlaces(ctx)));
  const body = (
    <>
      <PageHeading
        title={post.title}
        breadcrumb={[{ href: '/postes', label: 'Postes ouverts' }]}
        lead={`${post.company ?? ''}, diffusé par ${post.facilitator ?? ''}. ${near.charAt(0).toUpperCase()}${near.slice(1)}.`}
        status={<Status {...offerMachine[post.state]} />}
      />
      {form.values['answer'] !== undefined && form.errors.map(({ text }) => <Alert tone="problem">{text}</Alert>)}
      <div class="columns">
        <Card title="Le poste">
          <DefinitionList items={sheetItems(post)} />
        </Card>
        <AnswerCard request={request} post={post} />
      </div>
      {open && (
        <Card title="Proposer une personne déjà connue">
          {people.length === 0 ? (
            <EmptyState title="Personne à proposer ici.">
              Seules paraissent les personnes que votre équipe a orientées vers {post.facilitator ?? 'cette structure'}{' '}
              et qui ne sont pas déjà proposées sur ce poste.
            </EmptyState>
          ) : (
            <Form
              action={`/postes/${post.id}/proposer`}
              formKey={request.key()}
              submit="Proposer"
              submitIcon="send"
              blocked="l’envoi"
            >
              <RadioCards
                name="person"
                label="Personne"
                options={people.map(({ id, familyName, givenName, commune }) => ({
                  value: id,
                  label: `${familyName} ${givenName}`,
                  detail: commune,
                }))}
              />
              <TextArea
                name="presentation"
                label="En quelques mots pour l’entreprise"
                help="Ce qu’elle sait faire et quand elle peut commencer. Rien sur la santé, la famille ni la justice."
                optional
                rows={2}
                limit={400}
              />
            </Form>
          )}
        </Card>
      )}
    </>
  );
  return { title: 'Poste ouvert', body };
}

function AnswerCard({ request, post }: { request: PageRequest; post: PostRow }) {
  const said = {
    someone: 'Vous avez répondu que vous avez quelqu’un.',
    nobody: 'Vous avez répondu que vous n’avez personne.',
  };
  const answered = post.answer === 'someone' || post.answer === 'nobody' ? said[post.answer] : null;
  return (
    <Card title="Avez-vous quelqu’un ?">
      <p>{answered ?? 'Le facilitateur attend votre réponse, même pour dire non.'}</p>
      {post.state === 'open' && (
        <AnswerButtons request={request} action={`/postes/${post.id}/reponse`} answer={post.answer} />
      )}
    </Card>
  );
}

export function AnswerButtons({ request, action, answer }: { request: PageRequest; action: string; answer: string }) {
  return (
    <div class="row">
      {answer !== 'someone' && (
        <ActionButton
          action={action}
          formKey={request.key()}
          hidden={{ answer: 'someone' }}
          kind="primary"
          icon="check"
        >
          J’ai quelqu’un
        </ActionButton>
      )}
      {answer !== 'nobody' && (
        <ActionButton action={action} formKey={request.key()} hidden={{ answer: 'nobody' }} icon="x">
          Personne pour ce poste
        </ActionButton>
      )}
    </div>
  );
}
