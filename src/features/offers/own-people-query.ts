/** The people a prescriber referred to one structure and who are not on this post yet. */
import { organisationOf } from '#domain/actor.ts';
import { isPresent } from '#db/person-present.ts';
import type { Context } from '#http/context.ts';

export interface OwnPerson {
  id: string;
  familyName: string;
  givenName: string;
  commune: string;
}

export function listOwnPeople(
  { db, actor }: Context,
  { offer, holder }: { offer: string; holder: string },
): Promise<OwnPerson[]> {
  return db
    .selectFrom('person')
    .select(['person.id', 'person.familyName', 'person.givenName', 'person.commune'])
    .where('person.proposedBy', '=', organisationOf(actor) ?? '')
    .where('person.holderId', '=', holder)
    .where(isPresent())
    .where((where) =>
      where.not(
        where.exists(
          where
            .selectFrom('placement')
            .select('placement.id')
            .whereRef('placement.personId', '=', 'person.id')
            .where('placement.offerId', '=', offer),
        ),
      ),
    )
    .orderBy('person.familyName')
    .orderBy('person.givenName')
    .limit(200)
    .execute();
}
