/** Whether the current organisation looks after a market, and not only takes part in it. */
import { organisationOf } from '#domain/actor.ts';
import type { Context } from '#http/context.ts';

export async function manages({ db, actor }: Context, marketId: string): Promise<boolean> {
  const organisation = organisationOf(actor) ?? '';
  const market = await db
    .selectFrom('market')
    .select('id')
    .where('id', '=', marketId)
    .where((where) =>
      where.or([
        where('keeperId', '=', organisation),
        where('buyerId', '=', organisation),
        where.exists(
          where
            .selectFrom('lotAccess')
            .select('lotId')
            .whereRef('lotAccess.marketId', '=', 'market.id')
            .where('lotAccess.organisationId', '=', organisation)
            .where('capacity', 'in', ['keeper', 'buyer', 'facilitator']),
        ),
      ]),
    )
    .executeTakeFirst();
  return market !== undefined;
}
