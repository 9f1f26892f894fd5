/** The post a candidate is chosen for, as the structure that finds candidates reads it. */
import { organisationOf } from '#domain/actor.ts';
import type { WantedPost } from '#domain/suggestion.ts';
import type { Context } from '#http/context.ts';

export interface Post extends WantedPost {
  id: string;
  title: string;
  state: string;
  companyId: string;
  facilitatorId: string;
  lotId: string;
  marketId: string;
  company: string | null;
}

export async function findPost({ db }: Context, id: string): Promise<Post | null> {
  const row = await db
    .selectFrom('jobOffer as o')
    .leftJoin('organisation as company', 'company.id', 'o.companyId')
    .select(['o.id', 'o.title', 'o.state', 'o.companyId', 'o.facilitatorId', 'o.lotId', 'o.marketId', 'o.romeCode'])
    .select(['o.commune', 'o.communeCode', 'o.departmentCode', 'o.startsOn', 'o.endsOn', 'o.licence', 'o.level'])
    .select('company.name as company')
    .where('o.id', '=', id)
    .executeTakeFirst();
  return row ?? null;
}

/** Only of the structure's own posts: those where it chooses. */
export async function findChosenPost(ctx: Context, id: string): Promise<Post | null> {
  const post = await findPost(ctx, id);
  return post !== null && post.facilitatorId === organisationOf(ctx.actor) ? post : null;
}
