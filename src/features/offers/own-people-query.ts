/** The people a prescriber referred to one structure and who are not on this post yet. */
import { followedPeople } from '#db/followed-people.ts';
import type { Context } from '#http/context.ts';

export interface OwnPerson {
  id: string;
  familyName: string;
  givenName: string;
  commune: string;
}

export function listOwnPeople(
  { db }: Context,
  { offer, holder }: { offer: string; holder: string },
): Promise<OwnPerson[]> {
  return db
    .selectFrom(followedPeople)
    .select(['followed.id', 'followed.familyName', 'followed.givenName', 'followed.commune'])
    .where('followed.holderId', '=', holder)
    .where((where) =>
      where.not(
        where.exists(
          where
            .selectFrom('placement')
            .select('placement.id')
            .whereRef('placement.personId', '=', 'followed.id')
            .where('placement.offerId', '=', offer),
        ),
      ),
    )
    .orderBy('followed.foldedName')
    .orderBy('followed.id')
    .limit(200)
    .execute();
}
