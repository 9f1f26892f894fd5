/** For one position: who asks, and the organisations she may be related to, each holding one object of each kind. */
import { hashSecret } from '#services/random.ts';
import type { TestHouse } from '../house.ts';
import type { Person } from '../world.ts';
import type { Relation, TestedPosition } from './positions.ts';
import { agreementObject } from './agreement-objects.ts';
import { declarationObject } from './declaration-objects.ts';
import { eligibilityObject } from './eligibility-objects.ts';
import { privacyObject } from './privacy-objects.ts';
import { referralObject } from './referral-objects.ts';
import { placementObject } from './placement-objects.ts';
import { threadObject } from './thread-objects.ts';

export interface Seated {
  person: Person | null;
  holders: Record<Relation, Person>;
}

/** A fresh world for each position, so that no call of one changes the answers of another. */
export async function seatPosition({ world }: TestHouse, tested: TestedPosition): Promise<Seated> {
  const kind = tested.kind ?? 'facilitator';
  const own = await world.anOrganisation(kind);
  const administrator = await world.aMember(own, 'control.dpo', { administers: true });
  const holders = {
    own: administrator,
    unrelated: await aHolder(world, kind),
    linked: await aHolder(world, kind),
    'formerly-linked': await aHolder(world, kind),
    'sister-service': await aHolder(world, kind),
  };
  await world.aLink(own, holders.linked.organisation, { createdBy: administrator.account });
  await world.aLink(own, holders['formerly-linked'].organisation, {
    createdBy: administrator.account,
    revoked: true,
  });
  await world.sister(own, holders['sister-service'].organisation);
  if (tested.name === 'anonymous') return { person: null, holders };
  if (tested.position === null) {
    const { account, email } = await world.anAccount();
    const session = await world.aSession(account, null);
    return { person: { account, email, session, membership: '', organisation: '' }, holders };
  }
  return { person: await world.aMember(own, tested.position, { administers: tested.administers }), holders };
}

async function aHolder(
  world: TestHouse['world'],
  kind: Parameters<TestHouse['world']['anOrganisation']>[0],
): Promise<Person> {
  return world.aMember(await world.anOrganisation(kind), 'control.dpo', { administers: true });
}

/** The id to put in a path: a new object of the right kind, in the organisation of that relation. */
export async function objectFor(
  { world, admin, clock }: TestHouse,
  { path, holder, asker, own }: { path: string; holder: Person; asker: Person | null; own: boolean },
): Promise<string> {
  const { organisation, account, membership } = holder;
  if (path.startsWith('/contacts/') || path.startsWith('/api/v1/contacts/')) {
    return world.aContact(organisation, { archived: path.endsWith('/remettre') });
  }
  if (path.startsWith('/liens/')) return ownLink(world, holder, path);
  if (path.includes('/invitations/')) return world.anInvitation(organisation, account);
  if (path.startsWith('/organisation/membres/')) {
    return (await world.aMember(organisation, 'control.dpo', { administers: false })).membership;
  }
  if (path.includes('/decisions/double-authentification/')) {
    return (await world.aMember(organisation, 'control.dpo', { administers: false })).membership;
  }
  if (path.startsWith('/organisation/decisions/')) return world.anApproval(organisation, account, membership);
  if (path.startsWith('/instance/organisations/')) return organisation;
  if (path.startsWith('/organisation/courriels/')) return world.aMail(organisation);
  if (path.startsWith('/organisation/cles/')) {
    await world.aPartnerKey(organisation, account, ['contacts:read']);
    return lastId(admin, 'partner_key', organisation);
  }
  // What belongs to an account: hers when the relation is own, another person's otherwise.
  const mine = own && asker !== null ? asker.account : account;
  const ofAgreements = await agreementObject({ admin, world, clock }, { path, holder });
  if (ofAgreements !== null) return ofAgreements;
  const ofEligibility = await eligibilityObject({ admin, world, clock }, { path, holder, viewer: mine });
  if (ofEligibility !== null) return ofEligibility;
  const ofPrivacy = await privacyObject({ admin, world, clock }, { path, holder });
  if (ofPrivacy !== null) return ofPrivacy;
  const ofReferral = await referralObject({ admin, world, clock }, { path, organisation });
  if (ofReferral !== null) return ofReferral;
  const ofDeclarations = await declarationObject({ admin, world, clock }, { path, holder, viewer: mine });
  if (ofDeclarations !== null) return ofDeclarations;
  const ofThread = await threadObject({ admin, world, clock }, { path, holder, viewer: mine });
  if (ofThread !== null) return ofThread;
  const ofPlacements = await placementObject({ admin, world, clock }, { path, holder });
  if (ofPlacements !== null) return ofPlacements;
  if (path.startsWith('/compte/')) {
    if (path.includes('sessions')) return sessionOf(admin, await world.aSession(mine, null));
    return world.aPasskey(mine);
  }
  throw new Error(`no object is known for ${path}: teach tests/matrix/fixture.ts`);
}

async function ownLink(world: TestHouse['world'], { organisation, account }: Person, path: string): Promise<string> {
  const partner = await world.anOrganisation('company');
  return world.aLink(organisation, partner, {
    createdBy: account,
    accepted: !path.endsWith('/nouveau-code'),
  });
}

async function lastId(admin: TestHouse['admin'], table: 'partner_key', organisation: string): Promise<string> {
  const found = await admin.query(
    `select id from ${table} where organisation_id = $1 order by created_at desc limit 1`,
    [organisation],
  );
  return found.rows[0].id;
}

async function sessionOf(admin: TestHouse['admin'], token: string): Promise<string> {
  const found = await admin.query('select id from session where token_hash = $1', [hashSecret(token)]);
  return found.rows[0].id;
}
