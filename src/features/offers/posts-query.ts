/** The open posts a prescriber was told of, and its answer. */
import { sql } from 'kysely';
import { organisationOf } from '#domain/actor.ts';
import { parisDay } from '#domain/day.ts';
import type { Context } from '#http/context.ts';
import type { OfferRow } from './queries.ts';
import { offers } from './queries.ts';

export type PostRow = OfferRow & {
  need: string;
  answer: string;
  people: number | null;
  needVersion: number;
  /** The prescriber's own people already put forward on it. */
  own: number;
};

function told(ctx: Context) {
  const own = organisationOf(ctx.actor) ?? '';
  return offers(ctx)
    .innerJoin('offerRecipient as r', (join) => join.onRef('r.offerId', '=', 'o.id').on('r.organisationId', '=', own))
    .select(['r.id as need', 'r.answer', 'r.people', 'r.version as needVersion'])
    .select(
      sql<number>`(select count(*) from placement mine where mine.offer_id = o.id and mine.proposed_by_id = ${own})`.as(
        'own',
      ),
    );
}

export async function listPosts(ctx: Context): Promise<PostRow[]> {
  return told(ctx)
    .where('o.state', '=', 'open')
    .where('o.closesOn', '>=', parisDay(ctx.now))
    .orderBy('o.closesOn')
    .orderBy('o.id')
    .limit(300)
    .execute();
}

export async function findPost(ctx: Context, id: string): Promise<PostRow | null> {
  return (await told(ctx).where('o.id', '=', id).executeTakeFirst()) ?? null;
}

/** By the line of the spread: what a link was sent for. */
export async function findPostOfNeed(ctx: Context, need: string): Promise<PostRow | null> {
  return (await told(ctx).where('r.id', '=', need).executeTakeFirst()) ?? null;
}
