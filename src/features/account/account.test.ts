/** One's own account: profile, organisation, sessions, messages, address; through the real guard on a real database. */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { magicLinks } from '#domain/magic-links.ts';
import type { App } from '#http/mount.ts';
import { mount } from '#http/mount.ts';
import { hashSecret, newSecret } from '#services/random.ts';
import { testHouse } from '#tests/house.ts';
import type { TestHouse } from '#tests/house.ts';
import { hiddenKey, visit } from '#tests/visitor.ts';
import type { Person } from '#tests/world.ts';
import { accountRoutes } from './routes.ts';

let house: TestHouse;
let app: App;
let relais: string;

before(async () => {
  house = await testHouse();
  app = mount(house.house, accountRoutes);
  relais = await house.world.anOrganisation('facilitator', { name: 'Relais' });
});

after(async () => {
  assert.deepEqual(house.failures, []);
  await house.close();
});

const profile = {
  name: 'Camille Exemple',
  theme: 'dark',
  density: 'compact',
  font: 'readable',
  version: '1',
};

test('a person changes her name and display, and the next page is drawn accordingly', async () => {
  const person = await aClerk();
  const visitor = visit(app, person);
  const sent = await visitor.submit('/compte', profile);
  assert.equal(sent.status, 303, sent.text);
  const { text } = await visitor.get('/compte');
  assert.match(text, /data-theme="dark" data-density="compact" data-font="readable"/);
  assert.match(text, /value="Camille Exemple"/);
  assert.match(text, /Profil enregistré\./);
  assert.deepEqual(await audited(person), ['account.edited']);
});

test('a second window that saves later sees both versions before it replaces', async () => {
  const person = await aClerk();
  const visitor = visit(app, person);
  await visitor.submit('/compte', profile);
  const late = await visitor.submit('/compte', { ...profile, name: 'Autre Saisie' });
  assert.equal(late.status, 409);
  assert.match(late.text, /Votre profil a été modifié dans une autre fenêtre/);
  assert.match(late.text, /<dd>Camille Exemple<\/dd>/);
  assert.match(late.text, /value="Autre Saisie"/);
  assert.match(late.text, /name="version" value="2"/);
  assert.equal((await visitor.submit('/compte', { ...profile, name: 'Autre Saisie', version: '2' })).status, 303);
});

test('a wrong value on an old version keeps that version, so that the conflict stays seen', async () => {
  const visitor = visit(app, await aClerk());
  await visitor.submit('/compte', profile);
  const wrong = await visitor.submit('/compte', { ...profile, name: '', theme: 'rose' });
  assert.equal(wrong.status, 422);
  assert.match(wrong.text, /Indiquez votre prénom et votre nom/);
  assert.match(wrong.text, /Choisissez un thème dans la liste/);
  assert.match(wrong.text, /name="version" value="1"/);
});

test('nobody writes the account of somebody else by adding fields', async () => {
  const [person, other] = [await aClerk(), await aClerk()];
  const sent = await visit(app, person).submit('/compte', {
    ...profile,
    id: other.account,
    email: 'pris@exemple.test',
  });
  assert.equal(sent.status, 303);
  const rows = await house.admin.query('select name, email from account where id = $1', [other.account]);
  assert.equal(rows.rows[0]?.email, other.email);
  assert.notEqual(rows.rows[0]?.name, profile.name);
});

test('a stranger is sent to sign in, and comes back where she was going', async () => {
  for (const path of ['/compte', '/compte/securite', '/compte/organisation', '/messages']) {
    const { status, location } = await visit(app).get(path);
    assert.equal(status, 303);
    assert.equal(location, `/connexion?suite=${encodeURIComponent(path)}`);
  }
});

test('only memberships that work today are offered', async () => {
  const person = await aClerk();
  const places: Record<string, string> = {};
  for (const name of ['Active', 'Suspendue', 'Échue', 'Fermée', 'Finit ce soir']) {
    places[name] = (
      await house.world.aMember(await house.world.anOrganisation('buyer', { name }), 'buyer.site', {
        account: person.account,
      })
    ).membership;
  }
  await house.admin.query('update membership set suspended_at = now() where id = $1', [places['Suspendue']]);
  await house.admin.query("update membership set valid_until = '2026-11-17' where id = $1", [places['Échue']]);
  await house.admin.query("update membership set valid_until = '2026-11-18' where id = $1", [places['Finit ce soir']]);
  await house.admin.query("update organisation set closed_at = now() where name = 'Fermée'");
  const visitor = visit(app, person);
  const { text } = await visitor.get('/compte/organisation');
  for (const name of ['Relais', 'Active', 'Finit ce soir']) assert.ok(text.includes(name), name);
  for (const name of ['Suspendue', 'Échue', 'Fermée']) {
    assert.ok(!text.includes(`value="${places[name]}"`), name);
    const refused = await visitor.submit('/compte/organisation', { membership: places[name] ?? '' });
    assert.equal(refused.status, 422, name);
    assert.match(refused.text, /Cet accès n’est plus ouvert/);
  }
});

test('a suspended member reads why, and whom to ask', async () => {
  const organisation = await house.world.anOrganisation('buyer', { name: 'Ville Fermée à Zoé' });
  await house.world.aMember(organisation, 'buyer.admin', { name: 'Alma Administre' });
  const gone = await house.world.aMember(organisation, 'buyer.admin', { name: 'Paul Parti' });
  const zoe = await house.world.aMember(organisation, 'buyer.site', { name: 'Zoé Suspendue' });
  const suspend = "update membership set suspended_at = now(), suspended_reason = 'Absence longue' where id = $1";
  for (const { membership } of [gone, zoe]) await house.admin.query(suspend, [membership]);
  const session = await house.world.aSession(zoe.account, null);
  const { status, text } = await visit(app, { session }).get('/compte/organisation');
  assert.equal(status, 200);
  for (const told of [/Ville Fermée à Zoé/, /Absence longue/, /demandez à Alma Administre\./]) assert.match(text, told);
  assert.doesNotMatch(text, /Paul Parti/);
});

test('choosing an organisation changes the session’s token and leads where she was going', async () => {
  const person = await aClerk();
  const other = await house.world.anOrganisation('buyer', { name: 'Métropole' });
  const { membership } = await house.world.aMember(other, 'buyer.site', { account: person.account });
  const visitor = visit(app, person);
  const sent = await visitor.submit('/compte/organisation', { membership, suite: '/messages?page=2' });
  assert.equal(sent.location, '/messages?page=2');
  assert.notEqual(visitor.cookie('guichet'), person.session);
  assert.match((await visitor.get('/messages')).text, /Métropole/);
  assert.equal((await visit(app, person).get('/messages')).status, 303, 'the former token still opens');
  const kept = await house.admin.query('select last_membership_id from account where id = $1', [person.account]);
  assert.equal(kept.rows[0].last_membership_id, membership);
  const chain = await house.admin.query(
    "select organisation_id from audit_event where action = 'session.organisation-chosen' and account_id = $1",
    [person.account],
  );
  assert.deepEqual(chain.rows, [{ organisation_id: other }]);
});

test('choosing never leads to another site, nor into the membership of somebody else', async () => {
  const [person, other] = [await aClerk(), await aClerk()];
  const visitor = visit(app, person);
  const away = await visitor.submit('/compte/organisation', {
    membership: person.membership,
    suite: '//ailleurs.exemple/',
  });
  assert.equal(away.location, '/');
  assert.equal((await visitor.submit('/compte/organisation', { membership: other.membership })).status, 422);
});

test('a person without any organisation is told whom to ask', async () => {
  const { account, email } = await house.world.anAccount();
  const session = await house.world.aSession(account, null);
  const { text } = await visit(app, { session }).get('/compte/organisation');
  assert.match(text, /Votre compte n’ouvre encore aucune organisation/);
  assert.ok(text.includes(email));
});

test('a session closed from elsewhere finds the door shut at its next request', async () => {
  const person = await aClerk();
  const elsewhere = await house.world.aSession(person.account, person.membership);
  const visitor = visit(app, person);
  const { text } = await visitor.get('/compte/securite');
  assert.match(text, /Cette session/);
  const [, id = ''] = /\/compte\/securite\/sessions\/([0-9a-f-]{36})\/fermer"/.exec(text) ?? [];
  assert.equal((await visit(app, { session: elsewhere }).get('/compte')).status, 200);
  assert.equal(
    (await visitor.submit(`/compte/securite/sessions/${id}/fermer`, {}, { on: '/compte/securite' })).status,
    303,
  );
  assert.equal((await visit(app, { session: elsewhere }).get('/compte')).status, 303);
  assert.equal((await visitor.get('/compte')).status, 200);
});

test('closing all others keeps this one, and nobody closes the session of somebody else', async () => {
  const [person, other] = [await aClerk(), await aClerk()];
  const extra = [await house.world.aSession(person.account, null), await house.world.aSession(person.account, null)];
  const visitor = visit(app, person);
  const found = await house.admin.query('select id from session where account_id = $1', [other.account]);
  const refused = await visitor.submit(
    `/compte/securite/sessions/${found.rows[0].id}/fermer`,
    {},
    { on: '/compte/securite' },
  );
  assert.equal(refused.status, 404);
  const sent = await visitor.submit('/compte/securite/sessions/fermer-les-autres', {}, { on: '/compte/securite' });
  assert.equal(sent.status, 303);
  for (const session of extra) assert.equal((await visit(app, { session }).get('/compte')).status, 303);
  for (const one of [person, other]) assert.equal((await visit(app, one).get('/compte')).status, 200);
});

test('messages keep what was said, with an undo while it is open and in its own organisation', async () => {
  const person = await aClerk();
  const visitor = visit(app, person);
  assert.match((await visitor.get('/messages')).text, /Aucun message encore/);
  const until = new Date(house.clock.now().getTime() + 3_600_000);
  const past = new Date(house.clock.now().getTime() - 1000);
  const other = await house.world.anOrganisation('buyer');
  await house.admin.query(
    `insert into notice (account_id, organisation_id, tone, message, undo_action, undo_until, shown_at, created_at) values
     ($1, $2, 'done', 'Encore ouverte', '/a/ouverte', $4, $6, $6), ($1, $2, 'done', 'Déjà fermée', '/a/fermee', $5, $6, $6),
     ($1, $3, 'done', 'Autre organisation', '/a/ailleurs', $4, $6, $6)`,
    [person.account, relais, other, until, past, house.clock.now()],
  );
  const { text } = await visitor.get('/messages');
  for (const message of ['Encore ouverte', 'Déjà fermée', 'Autre organisation'])
    assert.ok(text.includes(message), message);
  assert.match(text, /action="\/a\/ouverte"/);
  assert.doesNotMatch(text, /\/a\/fermee|\/a\/ailleurs/);
  assert.match((await visit(app, await aClerk()).get('/messages')).text, /Aucun message encore/);
});

test('a new address is asked, confirmed from its letter once, and the former one is told', async () => {
  const person = await aClerk();
  const visitor = visit(app, person);
  assert.equal((await visitor.submit('/compte/adresse', { email: 'Nouvelle@Exemple.test' })).status, 303);
  assert.deepEqual(await letters(person), [['email-change', 'nouvelle@exemple.test']]);
  const token = await mailedLink(person.account, 'nouvelle@exemple.test');
  const path = magicLinks['email-change'].path;
  for (let look = 0; look < 2; look += 1) {
    assert.match((await visit(app).get(`${path}/${token}`)).text, /Confirmer mon adresse/);
  }
  const reader = visit(app);
  const confirmed = await reader.submit(`${path}/${token}`, {});
  assert.equal(confirmed.status, 200);
  assert.match(confirmed.text, /Votre adresse est changée/);
  const kept = await house.admin.query('select email from account where id = $1', [person.account]);
  assert.equal(kept.rows[0].email, 'nouvelle@exemple.test');
  assert.deepEqual(await letters(person), [
    ['email-change', 'nouvelle@exemple.test'],
    ['email-changed-notice', person.email],
  ]);
  const again = await reader.get(`${path}/${token}`);
  assert.equal(again.status, 410);
  assert.match(again.text, /Demander un nouveau lien/);
});

test('an address somebody already has gets the same answer and no letter', async () => {
  const [person, other] = [await aClerk(), await aClerk()];
  const visitor = visit(app, person);
  const taken = await visitor.submit('/compte/adresse', { email: other.email });
  const free = await visitor.submit('/compte/adresse', { email: 'libre@exemple.test' });
  assert.equal(taken.status, free.status);
  assert.equal(taken.location, free.location);
  assert.deepEqual(await letters(person), [['email-change', 'libre@exemple.test']]);
  const token = await mailedLink(person.account, other.email);
  const path = magicLinks['email-change'].path;
  assert.equal((await visit(app).submit(`${path}/${token}`, {})).status, 422);
});

test('a link too old, or made for another purpose, changes nothing', async () => {
  const person = await aClerk();
  const path = magicLinks['email-change'].path;
  for (const more of [{ minutes: -1 }, { purpose: 'password-reset' }]) {
    const token = await mailedLink(person.account, 'jamais@exemple.test', more);
    const key = hiddenKey((await visit(app).get(`${path}/${await mailedLink(person.account, 'x@exemple.test')}`)).text);
    const sent = await visit(app).submit(`${path}/${token}`, {}, { key });
    assert.equal(sent.status, 410, JSON.stringify(more));
  }
  assert.equal((await house.admin.query("select from account where email = 'jamais@exemple.test'")).rowCount, 0);
});

async function aClerk(): Promise<Person> {
  return house.world.aMember(relais, 'facilitator.clerk');
}

async function audited({ account }: Person): Promise<string[]> {
  const found = await house.admin.query('select action from audit_event where account_id = $1 order by at, sequence', [
    account,
  ]);
  return found.rows.map(({ action }) => action);
}

async function letters({ account }: Person): Promise<string[][]> {
  const found = await house.admin.query(
    'select template, recipient from outbox where account_id = $1 order by template',
    [account],
  );
  return found.rows.map(({ template, recipient }) => [template, recipient]);
}

/** What the delivery of the letter leaves behind. */
async function mailedLink(
  account: string,
  email: string,
  { minutes = 60, purpose = 'email-change' } = {},
): Promise<string> {
  const token = newSecret();
  const expires = new Date(house.clock.now().getTime() + minutes * 60_000);
  await house.admin.query(
    'insert into link_token (token_hash, purpose, account_id, detail, expires_at) values ($1, $2, $3, $4, $5)',
    [hashSecret(token), purpose, account, { email }, expires],
  );
  return token;
}
