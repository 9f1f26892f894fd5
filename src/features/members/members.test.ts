/** The members of an organisation through their pages, on a real database. */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { testHouse } from '#tests/house.ts';
import type { TestHouse } from '#tests/house.ts';
import { visit } from '#tests/visitor.ts';
import type { Person } from '#tests/world.ts';

let house: TestHouse;
let admin: Person;
let reader: Person;
let stranger: Person;

const members = '/organisation/membres';
const days = 86_400_000;

before(async () => {
  house = await testHouse();
  const { world } = house;
  const own = await world.anOrganisation('facilitator', { name: 'Relais' });
  const other = await world.anOrganisation('buyer', { name: 'Métropole' });
  admin = await world.aMember(own, 'facilitator.admin', { name: 'Nadia Administre' });
  reader = await world.aMember(own, 'facilitator.steering', { name: 'Paul Lecteur' });
  stranger = await world.aMember(other, 'buyer.admin', { name: 'ZZ-AILLEURS' });
});

after(() => house.close());

test('every member sees the others; addresses, second factors and sign-ins are for administrators', async () => {
  const list = await visit(house.app, reader).get(members);
  assert.equal(list.status, 200);
  assert.match(list.text, /Nadia Administre/);
  for (const hidden of [
    /Double authentification/,
    /Dernière connexion/,
    /ZZ-AILLEURS/,
    new RegExp(admin.email),
    /Inviter/,
  ]) {
    assert.doesNotMatch(list.text, hidden);
  }
  assert.match((await visit(house.app, admin).get(members)).text, /Dernière connexion/);
});

test('an address finds somebody for administrators only', async () => {
  const search = `${members}?q=${encodeURIComponent(admin.email)}`;
  assert.match((await visit(house.app, admin).get(search)).text, /Nadia Administre<\/a>/);
  assert.match((await visit(house.app, reader).get(search)).text, /Aucun membre ne correspond/);
});

test('the second factor is told as yes or no, whatever it is', async () => {
  const member = await house.world.aMember(admin.organisation, 'facilitator.clerk', { name: 'Clé Unique' });
  const page = `${members}/${member.membership}`;
  assert.match((await visit(house.app, admin).get(page)).text, /Double authentification<\/dt><dd>Non/);
  await house.admin.query(
    "insert into passkey (account_id, credential_id, public_key, name) values ($1, 'x', '', 'Clé')",
    [member.account],
  );
  assert.match((await visit(house.app, admin).get(page)).text, /Double authentification<\/dt><dd>Oui/);
});

test('who does not administer manages nobody', async () => {
  const visitor = visit(house.app, reader);
  for (const path of [
    `${members}/inviter`,
    `${members}/${admin.membership}`,
    `${members}/${admin.membership}/suspendre`,
  ]) {
    assert.equal((await visitor.get(path)).status, 403, path);
  }
});

test('an invitation leaves, is sent again with its full time, withdrawn, and put back by undo', async () => {
  const visitor = visit(house.app, admin);
  const sent = await visitor.submit(`${members}/inviter`, {
    email: 'Lea@Relais.example',
    position: 'facilitator.clerk',
    administers: 'oui',
  });
  assert.equal(sent.status, 303, sent.text);
  const { id, ...told } = await invitationTo('lea@relais.example');
  assert.deepEqual(told, { position: 'facilitator.clerk', administers: false, withdrawn: false });
  assert.match(
    (await visitor.get(`${members}?vue=invitations`)).text,
    new RegExp(`action="${members}/invitations/${id}/annuler"`),
  );
  await house.admin.query("update invitation set expires_at = '2026-11-10' where id = $1", [id]);
  assert.match((await visitor.get(`${members}?vue=invitations`)).text, /Périmée/);
  assert.equal(
    (await visitor.submit(`${members}/invitations/${id}/renvoyer`, {}, { on: `${members}?vue=invitations` })).status,
    303,
  );
  const rows = await house.admin.query('select expires_at from invitation where id = $1', [id]);
  assert.equal(rows.rows[0].expires_at.getTime(), house.clock.now().getTime() + 7 * days);
  const letters = await house.admin.query(
    "select parameters ->> 'invitation' as id from outbox where recipient = 'lea@relais.example'",
  );
  assert.deepEqual(letters.rows, [{ id }, { id }]);
  const on = `${members}?vue=invitations`;
  assert.equal((await visitor.submit(`${members}/invitations/${id}/annuler`, {}, { on })).status, 303);
  assert.equal((await invitationTo('lea@relais.example')).withdrawn, true);
  assert.equal((await visitor.submit(`${members}/invitations/${id}/remettre`, {}, { on })).status, 303);
  assert.equal((await invitationTo('lea@relais.example')).withdrawn, false);
});

test('an invitation already waiting, a member already there, a role of elsewhere are refused', async () => {
  const visitor = visit(house.app, admin);
  for (const [wrong, says] of [
    [{ email: 'lea@relais.example' }, /Une invitation attend déjà/],
    [{ email: reader.email }, /déjà membre/],
    [{ position: 'buyer.decider' }, /Ce rôle n’existe pas/],
    [{ email: 'a\u0000b@relais.example' }, /adresse électronique/],
    [{ email: `${'x'.repeat(300)}@relais.example` }, /adresse/],
  ] as const) {
    const sent = await visitor.submit(`${members}/inviter`, {
      email: 'neuf@relais.example',
      position: 'facilitator.clerk',
      ...wrong,
    });
    assert.equal(sent.status, 422);
    assert.match(sent.text, says);
  }
});

test('a control is invited for a time, and never loses its last day', async () => {
  const visitor = visit(house.app, admin);
  const form = { email: 'controle@etat.example', position: 'control.auditor' };
  const endless = await visitor.submit(`${members}/inviter`, form);
  assert.equal(endless.status, 422);
  assert.match(endless.text, /Un contrôle a une durée limitée/);
  const past = await visitor.submit(`${members}/inviter`, { ...form, validUntil: '17/11/2026' });
  assert.equal(past.status, 422);
  assert.match(past.text, /Cette date est passée/);
  const sent = await visitor.submit(`${members}/inviter`, { ...form, validUntil: '18/11/2026' });
  assert.equal(sent.status, 303, sent.text);
  const { id } = await invitationTo('controle@etat.example');
  const kept = await house.admin.query('select valid_until::text as day from invitation where id = $1', [id]);
  assert.deepEqual(kept.rows, [{ day: '2026-11-18' }]);
  await house.admin.query("update invitation set valid_until = '2026-11-17' where id = $1", [id]);
  const on = `${members}?vue=invitations`;
  const again = await visitor.submit(`${members}/invitations/${id}/renvoyer`, {}, { on });
  assert.equal(again.status, 422);
  assert.match(again.text, /Le dernier jour d’accès de cette invitation est passé/);
  const auditor = await house.world.aMember(admin.organisation, 'control.auditor');
  const edited = await visitor.submit(`${members}/${auditor.membership}`, {
    position: 'control.auditor',
    validUntil: '',
    version: '1',
  });
  assert.equal(edited.status, 422);
  assert.match(edited.text, /Un contrôle a une durée limitée/);
});

test('a member of another organisation is invited like anyone: nothing is told of her', async () => {
  const form = { email: stranger.email, position: 'facilitator.clerk' };
  const sent = await visit(house.app, admin).submit(`${members}/inviter`, form);
  assert.equal(sent.status, 303);
});

test('two administrators who invite the same person at once send one invitation', async () => {
  const other = await house.world.aMember(admin.organisation, 'facilitator.admin');
  const form = { email: 'course@relais.example', position: 'facilitator.clerk' };
  const sent = await Promise.all([admin, other].map((one) => visit(house.app, one).submit(`${members}/inviter`, form)));
  assert.deepEqual(
    sent.map(({ status }) => status).sort((one, other) => one - other),
    [303, 422],
  );
  await house.admin.query('update membership set suspended_at = now() where id = $1', [other.membership]);
});

test('a new role counts at the next request of the member', async () => {
  const member = await house.world.aMember(admin.organisation, 'facilitator.clerk');
  const hers = visit(house.app, member);
  assert.equal((await hers.get(`${members}/inviter`)).status, 403);
  const path = `${members}/${member.membership}`;
  const sent = await visit(house.app, admin).submit(path, {
    position: 'facilitator.admin',
    validUntil: '',
    version: '1',
  });
  assert.equal(sent.status, 303, sent.text);
  assert.equal((await hers.get(`${members}/inviter`)).status, 200);
  const late = await visit(house.app, admin).submit(path, {
    position: 'facilitator.clerk',
    validUntil: '31/12/2026',
    version: '1',
  });
  assert.equal(late.status, 409);
  assert.match(late.text, /Nadia Administre a modifié/);
  const back = await visit(house.app, admin).submit(path, {
    position: 'facilitator.clerk',
    validUntil: '31/12/2026',
    version: '2',
  });
  assert.equal(back.status, 303, back.text);
  assert.equal((await hers.get(`${members}/inviter`)).status, 403);
});

test('a last day in the past is refused, and a place ends after its last day', async () => {
  const member = await house.world.aMember(admin.organisation, 'facilitator.clerk');
  const path = `${members}/${member.membership}`;
  const past = await visit(house.app, admin).submit(path, {
    position: 'facilitator.clerk',
    validUntil: '01/11/2026',
    version: '1',
  });
  assert.equal(past.status, 422);
  assert.match(past.text, /Cette date est passée/);
  await house.admin.query("update membership set valid_until = '2026-11-17' where id = $1", [member.membership]);
  assert.notEqual((await visit(house.app, member).get(members)).status, 200);
  assert.match((await visit(house.app, admin).get(`${members}?vue=suspendus`)).text, new RegExp(member.membership));
});

test('a suspension closes her sessions here at once and nowhere else, and is undone by a restoration', async () => {
  const member = await house.world.aMember(admin.organisation, 'facilitator.clerk', {
    name: 'Hugo Suspendu',
  });
  const elsewhere = await house.world.aMember(stranger.organisation, 'buyer.site', {
    account: member.account,
  });
  const hers = visit(house.app, member);
  assert.equal((await hers.get(members)).status, 200);
  const path = `${members}/${member.membership}`;
  const sent = await visit(house.app, admin).submit(`${path}/suspendre`, { reason: 'Départ du service' });
  assert.equal(sent.status, 303, sent.text);
  assert.match((await hers.get(members)).location ?? '', /^\/connexion/);
  assert.equal((await visit(house.app, elsewhere).get(members)).status, 200);
  const mails = await house.admin.query(
    "select recipient from outbox where template = 'member-suspended' and account_id = $1",
    [member.account],
  );
  assert.deepEqual(mails.rows, [{ recipient: member.email }]);
  const page = await visit(house.app, admin).get(members);
  assert.match(page.text, new RegExp(`action="${path}/retablir"`));
  assert.equal((await visit(house.app, admin).submit(`${path}/retablir`, {}, { on: path })).status, 303);
  const twice = await visit(house.app, admin).submit(`${path}/retablir`, {}, { on: path });
  assert.equal(twice.status, 409);
  assert.match(twice.text, /C’est déjà fait/);
  assert.match(twice.text, /<option value="facilitator\.clerk" selected/);
  assert.match((await hers.get(members)).location ?? '', /^\/connexion/);
  const renewed = await house.world.aSession(member.account, member.membership);
  assert.equal((await visit(house.app, { session: renewed }).get(members)).status, 200);
});

test('nobody changes or suspends herself', async () => {
  const visitor = visit(house.app, admin);
  const path = `${members}/${admin.membership}`;
  const page = await visitor.get(path);
  assert.match(page.text, /C’est vous/);
  assert.doesNotMatch(page.text, /<title>[^<]*Nadia/);
  const edited = await visitor.submit(
    path,
    { position: 'facilitator.clerk', validUntil: '', version: '1' },
    { on: `${members}/inviter` },
  );
  assert.equal(edited.status, 422);
  assert.match(edited.text, /votre propre rôle/);
  const suspended = await visitor.submit(`${path}/suspendre`, { reason: 'Moi' });
  assert.equal(suspended.status, 422);
  assert.match(suspended.text, /votre propre rôle/);
});

test('two administrators suspending each other at the same moment leave one', async () => {
  const { world } = house;
  for (let turn = 0; turn < 5; turn++) {
    const own = await world.anOrganisation('company');
    const [one, other] = [await world.aMember(own, 'company.admin'), await world.aMember(own, 'company.admin')];
    const suspend = (by: Person, whom: Person) =>
      visit(house.app, by).submit(`${members}/${whom.membership}/suspendre`, { reason: 'Départ' });
    const sent = await Promise.all([suspend(one, other), suspend(other, one)]);
    const won = sent.filter(({ status, location }) => status === 303 && location === members);
    assert.equal(won.length, 1, sent.map(({ status, location }) => `${status} ${location}`).join());
    const left = await house.admin.query('select from membership where organisation_id = $1 and suspended_at is null', [
      own,
    ]);
    assert.equal(left.rowCount, 1);
  }
  assert.deepEqual(house.failures, []);
});

test('the last administrator without an end date is not taken away by one who leaves soon', async () => {
  const { world } = house;
  const own = await world.anOrganisation('company');
  const [leaving, lasting] = [await world.aMember(own, 'company.admin'), await world.aMember(own, 'company.admin')];
  await house.admin.query("update membership set valid_until = '2026-12-31' where id = $1", [leaving.membership]);
  const path = `${members}/${lasting.membership}`;
  const sent = await visit(house.app, leaving).submit(path, {
    position: 'company.declarant',
    validUntil: '',
    version: '1',
  });
  assert.equal(sent.status, 422);
  assert.match(sent.text, /dernier administrateur/);
});

test('another organisation’s member or invitation gets the same answer as what does not exist', async () => {
  const { id } = await invitationTo('lea@relais.example');
  const visitor = visit(house.app, stranger);
  const absent = await visitor.get(`${members}/${crypto.randomUUID()}`);
  const theirs = await visitor.get(`${members}/${admin.membership}`);
  assert.deepEqual([theirs.status, absent.status], [404, 404]);
  assert.equal(bare(theirs.text), bare(absent.text));
  for (const path of [`${members}/${admin.membership}/suspendre`, `${members}/invitations/${id}/annuler`]) {
    const sent = await visitor.submit(path, { reason: 'X' }, { on: `${members}/inviter` });
    assert.equal(sent.status === 404 || sent.text.includes('n’existe pas'), true, path);
  }
  assert.equal((await invitationTo('lea@relais.example')).withdrawn, false);
});

test('a NUL or a text too long in a reason is refused with a sentence', async () => {
  const member = await house.world.aMember(admin.organisation, 'facilitator.clerk');
  for (const reason of ['', 'a\u0000b', 'x'.repeat(201)]) {
    const sent = await visit(house.app, admin).submit(`${members}/${member.membership}/suspendre`, {
      reason,
    });
    assert.equal(sent.status, 422);
  }
  assert.deepEqual(house.failures, []);
});

async function invitationTo(email: string) {
  const found = await house.admin.query(
    'select id, position, administers, withdrawn_at is not null as withdrawn from invitation where email = $1 and organisation_id = $2',
    [email, admin.organisation],
  );
  return found.rows[0];
}

function bare(html: string): string {
  return html.replaceAll(/name="cle" value="[^"]*"/g, '').replaceAll(/[0-9a-f]{8}-[0-9a-f-]{27}/g, '');
}
