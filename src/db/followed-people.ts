/** The people the prescriber at work follows: told by its own proposals, named as it named them, never read in their file. */
import type { AliasedRawBuilder } from 'kysely';
import { sql } from 'kysely';

export interface FollowedPerson {
  id: string;
  holderId: string;
  familyName: string;
  givenName: string;
  foldedName: string;
  commune: string;
  communeCode: string;
}

/** Empty for whoever is no prescriber; "followed" in the query. */
export const followedPeople: AliasedRawBuilder<FollowedPerson, 'followed'> = sql<FollowedPerson>`people_i_follow()`.as(
  'followed',
);
