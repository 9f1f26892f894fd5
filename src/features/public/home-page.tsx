/** The first page: a presentation for whoever passes by, the day's work for whoever belongs here. */
import type { Member, SignedIn } from '#domain/actor.ts';
import { positions } from '#domain/position.ts';
import type { Context } from '#http/context.ts';
import type { PageRequest, View } from '#http/route.ts';
import { ButtonLink, Card, EmptyState, PageHeading, WorkList } from '#ui/parts.tsx';
import type { StatusTone, WorkItem } from '#ui/parts.tsx';
import { ClausesCard } from './clauses-card.tsx';
import { listClauses } from './clauses-queries.ts';
import { PostsCard } from './posts-card.tsx';
import { presentation } from './presentation-page.tsx';
import { listWaiting } from './today.ts';
import { countMemberships } from './today-queries.ts';
import { listOpenPosts } from './posts-queries.ts';
import type { Waiting } from './waiting.ts';

export async function drawHome({ ctx }: PageRequest): Promise<View> {
  if (ctx.actor.kind === 'member') return today(ctx, ctx.actor);
  if (ctx.actor.kind === 'signed-in') return withoutOrganisation(ctx, ctx.actor);
  return presentation();
}

const states: Record<Waiting['tone'], { tone: StatusTone; state: string }> = {
  problem: { tone: 'problem', state: 'Bloquant' },
  attention: { tone: 'attention', state: 'À faire' },
  progress: { tone: 'progress', state: 'À suivre' },
  neutral: { tone: 'neutral', state: 'En attente' },
};

async function today(ctx: Context, member: Member): Promise<View> {
  const waiting = await listWaiting(ctx, member);
  const kind = member.organisationKind;
  const clauses = kind === 'buyer' || kind === 'company' ? await listClauses(ctx) : null;
  const posts = kind === 'prescriber' ? await listOpenPosts(ctx) : null;
  const body = (
    <>
      <PageHeading title="Accueil" lead={`${positions[member.position].label}, ${member.organisationName}`} />
      {waiting.length === 0 ? (
        <EmptyState title="Rien n’attend votre action." icon="circle-check">
          Vous serez prévenu ici dès qu’une chose vous concerne.
        </EmptyState>
      ) : (
        <Card title="À faire" aside={String(waiting.length)}>
          <WorkList items={waiting.map(workItem)} />
        </Card>
      )}
      {clauses !== null && <ClausesCard {...clauses} ownPart={kind === 'company'} />}
      {posts !== null && <PostsCard posts={posts} />}
    </>
  );
  return { title: 'Accueil', body };
}

function workItem({ tone, what, why, href, action }: Waiting): WorkItem {
  return { ...states[tone], what: `${what}.`, why, href, action };
}

async function withoutOrganisation(ctx: Context, { name }: SignedIn): Promise<View> {
  const some = (await countMemberships(ctx)) > 0;
  const body = (
    <>
      <PageHeading title={`Bonjour ${name}`} />
      {some ? (
        <EmptyState
          title="Choisissez l’organisation pour laquelle vous travaillez."
          icon="building-2"
          actions={
            <ButtonLink href="/compte/organisation" kind="primary">
              Choisir mon organisation
            </ButtonLink>
          }
        >
          Vos droits dépendent de votre rôle dans chacune : vous travaillez dans une seule à la fois.
        </EmptyState>
      ) : (
        <EmptyState
          title="Votre compte n’ouvre encore aucune organisation."
          icon="building-2"
          actions={<ButtonLink href="/compte/organisation">Que faire ?</ButtonLink>}
        >
          Demandez une invitation à un administrateur de la vôtre, à l’adresse de votre compte.
        </EmptyState>
      )}
    </>
  );
  return { title: 'Accueil', body, width: 'form' };
}
