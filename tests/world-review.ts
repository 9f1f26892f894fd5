/** The actor a signed-in member is, for stories told without a door. */
import type { Member } from '#domain/actor.ts';
import type { Person } from './world.ts';

export function actingAs({ account, membership, organisation, session }: Person): Member {
  return {
    kind: 'member',
    account,
    membership,
    organisation,
    session,
    name: '',
    secondFactor: true,
    strongUntil: null,
    organisationName: '',
    organisationKind: 'facilitator',
    position: 'facilitator.facilitator',
    administers: false,
  };
}
