/** Referents corrected and ended with their links, the first account of a prescriber invited once, other structures' left alone. */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { hashSecret, newSecret } from '#services/random.ts';
import { testHouse } from '#tests/house.ts';
import type { TestHouse } from '#tests/house.ts';
import { visit } from '#tests/visitor.ts';
import { createReferralWorld } from '#tests/world-referrals.ts';
import type { ReferralWorld } from '#tests/world-referrals.ts';
import type { Person } from '#tests/world.ts';

let house: TestHouse;
let build: ReferralWorld;
let facilitator: Person;
let prescriber: Person;

before(async () => {
  house = await testHouse();
  build = createReferralWorld(house);
  ({ facilitator, prescriber } = await build.aTerritory());
});
after(async () => {
  assert.deepEqual(house.failures, []);
  await house.close();
});

const desk = () => visit(house.app, facilitator);

async function aLinkOf(referent: string): Promise<string> {
  const token = newSecret();
  await house.admin.query(
    `insert into link_token (token_hash, purpose, organisation_id, subject_id, expires_at, created_at)
     values ($1, 'referral', $2, $3, $4, $5)`,
    [
      hashSecret(token),
      prescriber.organisation,
      referent,
      new Date(house.clock.now().getTime() + 86_400_000),
      house.clock.now(),
    ],
  );
  return `/suivi-candidats/${token}`;
}

test('a referent is corrected; a new address closes the links of the former one; two versions are shown', async () => {
  const referent = await build.aReferent(prescriber.organisation, {
    addedBy: facilitator.organisation,
    email: 'ancienne@mission.test',
  });
  const link = await aLinkOf(referent);
  assert.match((await visit(house.app).get(link)).text, /Ce que deviennent vos candidats/);
  const path = `/referents/${referent}`;
  const fields = { version: '1', name: 'Anne Le Roy', email: 'nouvelle@mission.test', phone: '' };
  const sent = await desk().submit(`${path}/modifier`, fields, { on: path });
  assert.equal(sent.status, 303, sent.text.slice(0, 300));
  assert.doesNotMatch((await visit(house.app).get(link)).text, /Ce que deviennent vos candidats/);
  const late = await desk().submit(`${path}/modifier`, { ...fields, name: 'Autre' }, { on: path });
  assert.equal(late.status, 409);
  assert.match(late.text, /Anne Le Roy/);
  assert.match(
    (await desk().submit(`${path}/modifier`, { ...fields, version: '2', name: '' }, { on: path })).text,
    /Indiquez le nom/,
  );
});

test('a referent who follows nobody any more gets no letter and opens no link; put back, she is written to again', async () => {
  const referent = await build.aReferent(prescriber.organisation, {
    addedBy: facilitator.organisation,
    email: 'partie@mission.test',
  });
  const link = await aLinkOf(referent);
  const path = `/referents/${referent}`;
  assert.equal((await desk().submit(`${path}/retirer`, {}, { on: path })).status, 303);
  assert.doesNotMatch((await visit(house.app).get(link)).text, /Ce que deviennent vos candidats/);
  const row = async () => (await house.admin.query('select ended_at from referent where id = $1', [referent])).rows[0];
  assert.notEqual((await row()).ended_at, null);
  assert.equal((await desk().submit(`${path}/remettre`, {}, { on: path })).status, 303);
  assert.equal((await row()).ended_at, null);
});

test('whoever has an account, or was written down by another structure, is nobody’s to correct here', async () => {
  const own = await build.aReferent(prescriber.organisation, { account: prescriber.account });
  const far = await house.world.aMember(await house.world.anOrganisation('facilitator'), 'facilitator.facilitator');
  const theirs = await build.aReferent(prescriber.organisation, { addedBy: far.organisation });
  for (const id of [own, theirs]) assert.equal((await desk().get(`/referents/${id}`)).status, 404);
});

test('the first account is invited while nobody works there, once, and both journals say so', async () => {
  const empty = await house.world.anOrganisation('prescriber', { name: 'Point accueil du Val' });
  const partner = await build.aPartner(facilitator.organisation, empty);
  const path = `/prescripteurs/${partner}`;
  assert.match((await desk().get(path)).text, /Inviter le premier compte/);
  const wrong = await desk().submit(`${path}/inviter`, { email: 'pas une adresse' }, { on: path });
  assert.equal(wrong.status, 422);
  const sent = await desk().submit(`${path}/inviter`, { email: 'accueil@val.test' }, { on: path });
  assert.equal(sent.status, 303, sent.text.slice(0, 300));
  const invited = await house.admin.query(
    `select i.email, i.position, i.administers, m.recipient from invitation i
     join outbox m on m.organisation_id = i.organisation_id and m.template = 'invitation' where i.organisation_id = $1`,
    [empty],
  );
  assert.deepEqual(invited.rows, [
    { email: 'accueil@val.test', position: 'prescriber.user', administers: true, recipient: 'accueil@val.test' },
  ]);
  assert.match((await desk().get(path)).text, /Une invitation attend/);
  assert.equal((await desk().submit(`${path}/inviter`, { email: 'autre@val.test' }, { on: path })).status, 422);
  const acts = await house.admin.query(
    "select action from audit_event where action in ('invitation.sent', 'prescriber.invited') order by action",
  );
  assert.deepEqual(acts.rows, [{ action: 'invitation.sent' }, { action: 'prescriber.invited' }]);
});

test('where somebody already works, nobody is invited from here', async () => {
  const found = await house.admin.query('select id from prescriber_partner where prescriber_id = $1', [
    prescriber.organisation,
  ]);
  const path = `/prescripteurs/${found.rows[0].id}`;
  assert.doesNotMatch((await desk().get(path)).text, /Inviter le premier compte/);
  const sent = await desk().submit(`${path}/inviter`, { email: 'intrus@mission.test' }, { on: path });
  assert.equal(sent.status, 422);
  assert.match(sent.text, /a déjà un compte/);
});
