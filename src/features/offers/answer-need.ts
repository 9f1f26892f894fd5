/** A prescriber says whether it has somebody for a post: by account, or by the link it received. */
import type { Result } from '#domain/result.ts';
import { done, refuse } from '#domain/result.ts';
import { record } from '#db/audit.ts';
import type { Context } from '#http/context.ts';
import type { NeedAnswer } from './input.ts';
import type { PostRow } from './posts-query.ts';
import { answerRow } from './answer-query.ts';
import { findPost, findPostOfNeed } from './posts-query.ts';

export async function answerPost(
  ctx: Context,
  { id, ...answer }: NeedAnswer & { id: string },
): Promise<Result<{ id: string; answer: NeedAnswer['answer'] }>> {
  return answerOn(ctx, await findPost(ctx, id), answer);
}

export async function answerByLink(
  ctx: Context,
  { answer, people }: NeedAnswer,
): Promise<Result<{ id: string; answer: NeedAnswer['answer'] }>> {
  const subject = ctx.actor.kind === 'link' ? ctx.actor.subject : null;
  return answerOn(ctx, subject === null ? null : await findPostOfNeed(ctx, subject), { answer, people });
}

/** An answer may be changed as long as the post is open. */
async function answerOn(
  ctx: Context,
  post: PostRow | null,
  { answer, people }: NeedAnswer,
): Promise<Result<{ id: string; answer: NeedAnswer['answer'] }>> {
  if (post === null) return refuse('not-found');
  if (post.state !== 'open') return refuse('offer-not-open');
  const count = answer === 'someone' ? people : null;
  await answerRow(ctx, { need: post.need, version: post.needVersion, answer, people: count });
  await record(ctx, {
    action: 'need.answered',
    subjectType: 'offer-recipient',
    subjectId: post.need,
    before: { answer: post.answer, people: post.people },
    after: { answer, people: count },
  });
  return done({ id: post.id, answer });
}
