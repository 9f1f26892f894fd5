/** A post opened by the link of a letter, without account: the sheet, and the answer in one tap. */
import { formatPhone } from '#domain/phone.ts';
import type { PageRequest, View } from '#http/route.ts';
import { Alert, Card, DefinitionList, PageHeading } from '#ui/parts.tsx';
import { placeWords, sheetItems } from './offer-words.ts';
import { AnswerButtons } from './post-page.tsx';
import type { PostRow } from './posts-query.ts';
import { findPostOfNeed } from './posts-query.ts';

export async function drawNeed(request: PageRequest): Promise<View | null> {
  const { ctx, params, query, form } = request;
  const subject = ctx.actor.kind === 'link' ? ctx.actor.subject : null;
  const post = subject === null ? null : await findPostOfNeed(ctx, subject);
  if (post === null) return null;
  const open = post.state === 'open';
  const told = query.get('fait') === 'oui' && post.answer !== '';
  const path = `/besoin/${encodeURIComponent(params['token'] ?? '')}`;
  const body = (
    <>
      <PageHeading title={post.title} lead={`${placeWords(post)}, ${post.company ?? ''}`} />
      {form.errors.map(({ text }) => (
        <Alert tone="problem">{text}</Alert>
      ))}
      {told && <Alert tone="done">{thanks(post)}</Alert>}
      {!open && <Alert tone="info">Ce poste n’est plus ouvert. Merci, vous n’avez rien à faire.</Alert>}
      {open && (
        <Card title={post.answer === '' ? 'Avez-vous quelqu’un ?' : 'Changer ma réponse'}>
          <AnswerButtons request={request} action={path} answer={post.answer} />
        </Card>
      )}
      {open && post.answer === 'someone' && (
        <p>
          {'Pour proposer une personne par son nom\u00A0: '}
          <a href={`/postes/${post.id}`}>ouvrez le poste dans votre compte</a>. Aucun nom ne passe par ce lien.
        </p>
      )}
      <Card title="Le poste">
        <DefinitionList items={sheetItems(post)} />
      </Card>
      <Whom post={post} contact={await contactOf(request, post.facilitatorId)} />
    </>
  );
  return { title: 'Un poste est ouvert', body, width: 'form' };
}

function thanks({ answer, facilitator }: PostRow): string {
  return answer === 'someone'
    ? `Merci. ${facilitator ?? 'Le facilitateur'} sait que vous avez quelqu’un.`
    : `Merci. ${facilitator ?? 'Le facilitateur'} sait que vous n’avez personne pour ce poste.`;
}

async function contactOf({ ctx }: PageRequest, facilitator: string) {
  const row = await ctx.db
    .selectFrom('organisation')
    .select(['name', 'phone', 'email'])
    .where('id', '=', facilitator)
    .executeTakeFirst();
  return row ?? null;
}

function Whom({ post, contact }: { post: PostRow; contact: Awaited<ReturnType<typeof contactOf>> }) {
  if (contact === null) return <></>;
  return (
    <p class="soft">
      {`Une question\u00A0? ${contact.name}`}
      {contact.phone !== '' && (
        <>
          {', '}
          <a href={`tel:${contact.phone}`}>{formatPhone(contact.phone)}</a>
        </>
      )}
      {contact.email !== '' && (
        <>
          {', '}
          <a href={`mailto:${contact.email}`}>{contact.email}</a>
        </>
      )}
      {`. Référence du poste\u00A0: ${post.id.slice(0, 8)}.`}
    </p>
  );
}
