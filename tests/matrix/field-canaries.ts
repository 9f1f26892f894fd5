/** One lot with everybody on it, and in each protected field a value that stands nowhere else, in every spelling a page may give it. */
import { hashSecret } from '#services/random.ts';
import type { TestHouse } from '../house.ts';
import type { Person } from '../world.ts';
import { createThreadWorld } from '../world-thread.ts';
import { buildWalk, walkCanaries } from './field-walk.ts';
import type { TestedPosition } from './positions.ts';

/** What a field looks like wherever it shows. */
export const canaries: Readonly<Record<string, readonly string[]>> = {
  'identity.family': ['Zzfamille'],
  'identity.given': ['Zzprenom'],
  'identity.birth': ['1987-03-14', '14/03/1987', '14 mars 1987'],
  'identity.commune': ['Zzcommune'],
  'identity.email': ['zzadresse@exemple.test'],
  'identity.phone': ['639987654', '06 39 98 76 54', '06\u00A039\u00A098\u00A076\u00A054'],
  'eligibility.rule': ['zz-version-motif', 'ZZMOTIF'],
  'hours.person': ['137\u00A0h\u00A013', '137,22', '_minutes": 8233'],
  'unasked.phone': ['639123456', '06\u00A039\u00A012\u00A034\u00A056', '06 39 12 34 56'],
  'contract.job': ['Zzmetier'],
  'declaration.proof-name': ['zzpreuve'],
  'amount.estimate': ['7\u00A0654\u00A0321', '765432198', '7654321'],
  'contact.buyer-note': ['Zznoteinterne'],
  'request.message': ['Zzmessage'],
  'request.answer': ['Zzreponse'],
  'hold.reason': ['Zzlitige'],
  'member.email': ['zzcollegue@exemple.test'],
  'member.suspension': ['Zzsuspension'],
  'access.code-mark': ['zzmarquecode'],
  'link.mark': [hashSecret('zz-secret-link')],
  ...walkCanaries,
};

/** What somebody may type to find out: part of a name, never a whole canary. */
export const probes = ['zzfam', 'zzpren', 'zzcom', 'zzadr', 'zzmet', 'zzcol'] as const;

export interface FieldWorld {
  /** The objects, by the word an address has for them. */
  objects: Readonly<Record<string, string>>;
  /** By kind of organisation, the one that has a part in the lot. */
  organisations: Readonly<Record<string, string>>;
}

export async function buildFieldWorld({ admin, world, clock }: TestHouse): Promise<FieldWorld> {
  const thread = createThreadWorld({ admin, world, clock });
  const organisations: Record<string, string> = {};
  for (const kind of [
    'facilitator',
    'buyer',
    'company',
    'inclusion',
    'insertion',
    'state',
    'prescriber',
    'operator',
  ] as const) {
    organisations[kind] = await world.anOrganisation(kind);
  }
  const { facilitator: holder = '', buyer = '', company = '', inclusion = '' } = organisations;
  const boss = await world.aMember(holder, 'facilitator.admin', { name: 'Nadia' });
  for (const kind of ['buyer', 'insertion', 'state', 'prescriber']) {
    // Linked, without names nor amounts.
    await world.aLink(organisations[kind] ?? '', holder, { createdBy: boss.account });
  }
  const market = await thread.aMarket({ keeper: buyer, buyer, object: 'Rénovation du lycée' });
  const place = await thread.aLot({ market });
  await thread.anAssignment(place, holder, { account: boss.account });
  const party = await thread.aParty(place, company);
  await thread.aParty(place, inclusion, { role: 'inclusion' });
  await thread.aCommitment(place);
  const person = await thread.aFollowedPerson(holder, { given: 'Zzprenom', family: 'Zzfamille' });
  await admin.query(
    `update person set birth_date = '1987-03-14', commune = 'Zzcommune', email = 'zzadresse@exemple.test', phone = '+33639987654' where id = $1`,
    [person],
  );
  await admin.query(
    "update eligibility set rule_code = 'ZZMOTIF', rule_version = 'zz-version-motif' where person_id = $1",
    [person],
  );
  const contract = await thread.aContract(place, { person, holder, company, employer: inclusion, job: 'Zzmetier' });
  // Another worker of the same month, so that a total of the lot is nobody's hours.
  const second = await thread.aFollowedPerson(holder, { given: 'Autre', family: 'Travailleuse' });
  await admin.query("update person set phone = '+33639123456' where id = $1", [second]);
  const other = await thread.aContract(place, { person: second, holder, company });
  const declaration = await thread.aDeclaration(place, { company, month: '2026-09', state: 'submitted' });
  const entry = await thread.anEntry({ declaration, contract, hours: 137 });
  await admin.query('update hour_entry set worked_minutes = 8233 where id = $1', [entry]);
  await thread.anEntry({ declaration, contract: other, hours: 41 });
  const walked = await buildWalk(
    { admin, world, clock },
    { person, contract, holder, company, market, lot: place.lot },
  );
  return {
    organisations,
    objects: { market, lot: place.lot, party, person, second, contract, declaration, ...walked, ...(await secrets()) },
  };

  async function secrets(): Promise<Record<string, string>> {
    const member = await world.aMember(holder, 'facilitator.clerk', {
      email: 'zzcollegue@exemple.test',
      name: 'Collègue',
    });
    await admin.query("update membership set suspended_at = now(), suspended_reason = 'Zzsuspension' where id = $1", [
      member.membership,
    ]);
    await admin.query(
      `insert into market_amount (market_id, nature, origin, cents, on_day, created_by) values ($1, 'estimate', 'confidential', 765432198, '2026-01-05', $2)`,
      [market, boss.account],
    );
    const document = await one(
      `insert into document (organisation_id, market_id, lot_id, declaration_id, kind, name) values ($1, $2, $3, $4, 'proof', 'zzpreuve.pdf') returning id`,
      [company, market, place.lot, declaration],
    );
    await admin.query(
      `insert into document_version (document_id, number, media_type, bytes, sha256, content) values ($1, 1, 'application/pdf', 9, 'x', '%PDF-1.4')`,
      [document],
    );
    await admin.query(
      `insert into person_access (person_id, holder_id, code_hash, expires_on) values ($1, $2, 'zzmarquecode', '2027-11-18')`,
      [person, holder],
    );
    await admin.query(
      `insert into link_token (token_hash, purpose, organisation_id, subject_id, expires_at) values ($1, 'person-space', $2, $3, '2027-11-18')`,
      [hashSecret('zz-secret-link'), holder, person],
    );
    const hold = await one(
      `insert into legal_hold (organisation_id, market_id, ground, reason, until_day, created_by) values ($1, $2, 'litigation', 'Zzlitige', '2027-12-31', $3) returning id`,
      [holder, market, boss.account],
    );
    const request = await one(
      `insert into rights_request (person_id, holder_id, kind, via, state, message, answer, answered_on, received_on, due_on)
       values ($1, $2, 'access', 'paper', 'refused', 'Zzmessage', 'Zzreponse', '2026-11-17', '2026-11-16', '2026-12-16') returning id`,
      [person, holder],
    );
    const contact = await world.aContact(buyer, { label: 'Accueil' });
    await admin.query("update contact set internal_note = 'Zznoteinterne' where id = $1", [contact]);
    return { document, hold, request, contact, member: member.membership };
  }

  async function one(text: string, values: unknown[]): Promise<string> {
    return (await admin.query(text, values)).rows[0].id;
  }
}

/** A member of the organisation of that kind, or somebody without any. */
export async function seatOf(
  { world }: TestHouse,
  { organisations }: FieldWorld,
  { kind, position, administers, name }: TestedPosition,
): Promise<Person | null> {
  if (name === 'anonymous') return null;
  if (kind === null || position === null) {
    const { account, email } = await world.anAccount();
    return { account, email, session: await world.aSession(account, null), membership: '', organisation: '' };
  }
  return world.aMember(organisations[kind] ?? '', position, { administers });
}
