/** Decisions that need two people, on a real database: who asks never decides, and what is approved is really done. */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { testHouse } from '#tests/house.ts';
import type { TestHouse } from '#tests/house.ts';
import { hiddenKey, visit } from '#tests/visitor.ts';
import type { Person } from '#tests/world.ts';

let house: TestHouse;
let nadia: Person;
let solene: Person;
let reader: Person;
let stranger: Person;

const decisions = '/organisation/decisions';
const closing = `${decisions}/fermeture`;

before(async () => {
  house = await testHouse();
  const { world } = house;
  const own = await world.anOrganisation('facilitator', { name: 'Relais' });
  const other = await world.anOrganisation('buyer', { name: 'Métropole' });
  nadia = await world.aMember(own, 'facilitator.admin', { name: 'Nadia Demande' });
  solene = await world.aMember(own, 'facilitator.admin', { name: 'Solène Décide' });
  reader = await world.aMember(own, 'facilitator.clerk');
  stranger = await world.aMember(other, 'buyer.admin');
});

after(() => house.close());

test('a lost second factor goes away when a second administrator accepts, with its keys, codes and sessions', async () => {
  const member = await aMemberWithProofs('Karim Perdu');
  const elsewhere = await house.world.aMember(stranger.organisation, 'buyer.site', {
    account: member.account,
  });
  const id = await askReset(nadia, member);
  const asked = await house.admin.query("select account_id from outbox where template = 'approval-asked'");
  assert.deepEqual(asked.rows, [{ account_id: solene.account }]);
  const list = await visit(house.app, solene).get(decisions);
  assert.match(list.text, /Réinitialiser la double authentification, Karim Perdu/);
  const decided = await decide(solene, id, 'approve');
  assert.equal(decided.status, 303, decided.text);
  assert.deepEqual(await proofsOf(member), { factors: 0, codes: 0, passkeys: 0, sessions: 0 });
  assert.match((await visit(house.app, elsewhere).get('/organisation')).location ?? '', /^\/connexion/);
  const mails = await house.admin.query(
    "select template, recipient, parameters ->> 'change' as change, parameters ->> 'decision' as decision from outbox where template in ('second-factor-changed', 'approval-decided') order by 1",
  );
  assert.deepEqual(mails.rows, [
    { template: 'approval-decided', recipient: nadia.email, change: null, decision: 'approved' },
    { template: 'second-factor-changed', recipient: member.email, change: 'reset', decision: null },
  ]);
  const journal = await house.admin.query(
    'select action, account_id from audit_event where organisation_id = $1 order by sequence',
    [nadia.organisation],
  );
  assert.deepEqual(journal.rows, [
    { action: 'approval.requested', account_id: nadia.account },
    { action: 'approval.approved', account_id: solene.account },
    { action: 'second-factor.reset', account_id: solene.account },
  ]);
  assert.match((await visit(house.app, nadia).get(`${decisions}?vue=tranchees`)).text, /Acceptée.*par Solène Décide/s);
});

test('who asked does not decide: the page, the story and the database each say no', async () => {
  const member = await aMemberWithProofs('Même personne');
  const id = await askReset(nadia, member);
  const page = await visit(house.app, nadia).get(`${decisions}/${id}`);
  assert.match(page.text, /Une autre personne doit décider/);
  assert.doesNotMatch(page.text, /name="decision"/);
  const sent = await decide(nadia, id, 'approve', closing);
  assert.equal(sent.status, 422);
  assert.match(sent.text, /vous avez fait cette demande/);
  await assert.rejects(
    house.admin.query("update approval set decided_by = requested_by, decision = 'approved' where id = $1", [id]),
    { code: '23514' },
  );
  assert.equal((await proofsOf(member)).factors, 1);
});

test('whom it is about neither asks nor decides', async () => {
  const { world } = house;
  const third = await world.aMember(nadia.organisation, 'facilitator.admin', { name: 'Trois Admin' });
  const page = await visit(house.app, third).get(resetPath(third));
  assert.match(page.text, /pour vous-même/);
  const own = await visit(house.app, third).submit(resetPath(third), { reason: 'X' }, { on: closing });
  assert.equal(own.status, 422);
  const id = await askReset(nadia, third);
  const sent = await decide(third, id, 'approve', closing);
  assert.equal(sent.status, 422);
  assert.match(sent.text, /vous concerne/);
  assert.equal((await decide(solene, id, 'refuse')).status, 303);
});

test('a refusal changes nothing, and a decision is taken once', async () => {
  const member = await aMemberWithProofs('Refusée Demande');
  const id = await askReset(nadia, member);
  assert.equal((await decide(solene, id, 'refuse')).status, 303);
  assert.equal((await proofsOf(member)).factors, 1);
  const again = await decide(solene, id, 'approve', closing);
  assert.equal(again.status, 422);
  assert.match(again.text, /déjà tranchée/);
});

test('two who decide at the same moment take one decision', async () => {
  const third = await house.world.aMember(nadia.organisation, 'facilitator.admin');
  const member = await aMemberWithProofs('Course Décision');
  const id = await askReset(nadia, member);
  const sent = await Promise.all([decide(solene, id, 'approve'), decide(third, id, 'refuse')]);
  assert.deepEqual(
    sent.map(({ status }) => status).sort((one, other) => one - other),
    [303, 422],
  );
  assert.deepEqual(house.failures, []);
});

test('the same request is asked once, even sent twice, and withdrawn by who asked', async () => {
  const member = await aMemberWithProofs('Deux Fois');
  const visitor = visit(house.app, nadia);
  const key = hiddenKey((await visitor.get(resetPath(member))).text);
  const form = { reason: 'Téléphone perdu' };
  const sent = await Promise.all([1, 2].map(() => visitor.submit(resetPath(member), form, { key })));
  assert.deepEqual(
    sent.map(({ status }) => status),
    [303, 303],
  );
  const other = await visit(house.app, solene).submit(resetPath(member), form);
  assert.equal(other.status, 422);
  assert.match(other.text, /attend déjà une décision/);
  const { id } = (await house.admin.query('select id from approval where subject_id = $1', [member.membership]))
    .rows[0];
  assert.match((await visitor.get(decisions)).text, new RegExp(`action="${decisions}/${id}/retirer"`));
  assert.equal((await visit(house.app, solene).submit(`${decisions}/${id}/retirer`, {}, { on: closing })).status, 403);
  assert.equal((await visitor.submit(`${decisions}/${id}/retirer`, {}, { on: decisions })).status, 303);
  assert.equal((await decide(solene, id, 'approve', closing)).status, 422);
});

test('a request nobody decided in time says so', async () => {
  const member = await aMemberWithProofs('Hors Délai');
  const id = await askReset(nadia, member);
  await house.admin.query("update approval set requested_at = '2026-11-01', expires_at = '2026-11-09' where id = $1", [
    id,
  ]);
  const sent = await decide(solene, id, 'approve', closing);
  assert.equal(sent.status, 422);
  assert.match(sent.text, /n’est plus valable depuis le 9 novembre 2026/);
  assert.match((await visit(house.app, nadia).get(`${decisions}?vue=perimees`)).text, /Hors Délai/);
});

test('deciding asks to confirm who one is', async () => {
  const member = await aMemberWithProofs('Sans Preuve');
  const id = await askReset(nadia, member);
  const weak = await house.world.aSession(solene.account, solene.membership, { strong: false });
  const page = await visit(house.app, { session: weak }).get(`${decisions}/${id}`);
  assert.equal(page.status, 303);
  assert.equal(page.location, `/connexion/confirmer?suite=${encodeURIComponent(`${decisions}/${id}`)}`);
});

test('who does not administer neither asks nor reads', async () => {
  for (const path of [decisions, closing, resetPath(nadia)]) {
    assert.equal((await visit(house.app, reader).get(path)).status, 403, path);
  }
});

test('another organisation’s request or member gets the same answer as what does not exist', async () => {
  const member = await aMemberWithProofs('Chez Elle');
  const id = await askReset(nadia, member);
  const visitor = visit(house.app, stranger);
  await house.world.aMember(stranger.organisation, 'buyer.admin');
  for (const [theirs, absent] of [
    [`${decisions}/${id}`, `${decisions}/${crypto.randomUUID()}`],
    [resetPath(member), `${decisions}/double-authentification/${crypto.randomUUID()}`],
  ] as const) {
    const [one, other] = [await visitor.get(theirs), await visitor.get(absent)];
    assert.equal(one.status, 404);
    assert.equal(bare(one.text), bare(other.text));
  }
  const sent = await visitor.submit(`${decisions}/${id}`, { decision: 'approve', version: '1' }, { on: closing });
  assert.equal(sent.status, 404);
  assert.equal((await proofsOf(member)).factors, 1);
});

test('alone to administer, one is told what to do instead of being left there', async () => {
  const { world } = house;
  const alone = await world.aMember(await world.anOrganisation('company'), 'company.admin');
  const member = await world.aMember(alone.organisation, 'company.declarant');
  const operator = await world.anOrganisation('operator', { name: 'Exploitation Exemple' });
  assert.ok(operator);
  for (const path of [closing, resetPath(member)]) {
    const page = await visit(house.app, alone).get(path);
    assert.match(page.text, /Aucun autre administrateur ne peut décider/);
    assert.equal(page.text.includes('Exploitation Exemple'), path === closing, path);
    assert.match(page.text, /href="\/organisation\/membres\/inviter"/);
    const sent = await visit(house.app, alone).submit(path, { reason: 'X' }, { on: '/organisation/membres/inviter' });
    assert.equal(sent.status, 422, path);
  }
  assert.match((await visit(house.app, alone).get(resetPath(alone))).text, /Exploitation Exemple/);
});

test('a closed organisation ends its sessions, links, invitations and keys, and no other’s', async () => {
  const { world } = house;
  const own = await world.anOrganisation('company', { name: 'Fermée' });
  const [one, other] = [await world.aMember(own, 'company.admin'), await world.aMember(own, 'company.admin')];
  const clerk = await world.aMember(own, 'company.declarant');
  const link = await world.aLink(own, stranger.organisation, { createdBy: one.account });
  const key = await world.aPartnerKey(own, one.account, ['organisation:read']);
  await visit(house.app, one).submit('/organisation/membres/inviter', {
    email: 'tard@exemple.test',
    position: 'company.declarant',
  });
  const sent = await visit(house.app, one).submit(closing, { reason: 'Dissolution' });
  assert.equal(sent.status, 303, sent.text);
  const { id } = (await house.admin.query('select id from approval where organisation_id = $1', [own])).rows[0];
  const decided = await decide(other, id, 'approve');
  assert.equal(decided.status, 200, decided.text);
  assert.match(decided.text, /Organisation fermée/);
  for (const person of [one, other, clerk]) {
    assert.match((await visit(house.app, person).get('/organisation')).location ?? '', /^\/connexion/);
  }
  assert.equal((await visit(house.app, stranger).get('/organisation')).status, 200);
  const answer = await visit(house.app).get('/api/v1/organisation', { authorization: `Bearer ${key}` });
  assert.equal(answer.status, 401);
  const ended = await house.admin.query(
    `select (select closed_at is not null from organisation where id = $1) as closed,
      (select revoked_by = $3 from exchange_link where id = $2) as revoked,
      (select withdrawn_at is not null from invitation where organisation_id = $1) as withdrawn`,
    [own, link, other.account],
  );
  assert.deepEqual(ended.rows, [{ closed: true, revoked: true, withdrawn: true }]);
  const told = await house.admin.query(
    "select account_id from outbox where organisation_id = $1 and template = 'organisation-closed'",
    [own],
  );
  assert.deepEqual(new Set(told.rows.map((row) => row.account_id)), new Set([one.account, other.account]));
  assert.equal(told.rowCount, 2);
});

test('a reason that cannot be kept is refused with a sentence', async () => {
  for (const reason of ['', 'a\u0000b', 'x'.repeat(301), 'dossier 2 84 05 75 123 456 12']) {
    assert.equal((await visit(house.app, nadia).submit(closing, { reason })).status, 422);
  }
  assert.deepEqual(house.failures, []);
});

function resetPath({ membership }: { membership: string }): string {
  return `${decisions}/double-authentification/${membership}`;
}

async function askReset(by: Person, member: Person): Promise<string> {
  const sent = await visit(house.app, by).submit(resetPath(member), {
    reason: 'Téléphone perdu, vue en personne',
  });
  assert.equal(sent.status, 303, sent.text);
  const found = await house.admin.query('select id from approval where subject_id = $1 order by requested_at desc', [
    member.membership,
  ]);
  return found.rows[0].id;
}

function decide(by: Person, id: string, decision: 'approve' | 'refuse', on = `${decisions}/${id}`) {
  return visit(house.app, by).submit(`${decisions}/${id}`, { decision, version: '1' }, { on });
}

async function aMemberWithProofs(name: string): Promise<Person> {
  const member = await house.world.aMember(nadia.organisation, 'facilitator.clerk', { name });
  const { account } = member;
  await house.admin.query(
    "insert into second_factor (account_id, secret_sealed, confirmed_at) values ($1, 'x', now())",
    [account],
  );
  await house.admin.query("insert into recovery_code (account_id, code_hash) values ($1, 'x')", [account]);
  await house.admin.query(
    "insert into passkey (account_id, credential_id, public_key, name) values ($1, $2, '', 'Clé')",
    [account, account],
  );
  return member;
}

async function proofsOf({ account }: Person) {
  const found = await house.admin.query(
    `select (select count(*)::int from second_factor where account_id = $1) as factors,
      (select count(*)::int from recovery_code where account_id = $1) as codes,
      (select count(*)::int from passkey where account_id = $1) as passkeys,
      (select count(*)::int from session where account_id = $1 and revoked_at is null) as sessions`,
    [account],
  );
  return found.rows[0];
}

function bare(html: string): string {
  return html.replaceAll(/name="cle" value="[^"]*"/g, '');
}
