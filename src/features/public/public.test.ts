/** The open pages, the first page and the search, through the real guard on a real database. */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { permissions } from '#domain/permissions.ts';
import { fieldReaders } from '#domain/fields.ts';
import { allPositions } from '#domain/position.ts';
import type { App } from '#http/mount.ts';
import { mount } from '#http/mount.ts';
import { testHouse } from '#tests/house.ts';
import type { TestHouse } from '#tests/house.ts';
import { visit } from '#tests/visitor.ts';
import type { Person } from '#tests/world.ts';
import { fieldLabel } from './field-words.ts';
import { describePosition, positionLabel } from './rights.ts';
import { publicRoutes } from './routes.ts';

let house: TestHouse;
let app: App;
let relais: string;
let admin: Person;
let clerk: Person;

before(async () => {
  house = await testHouse();
  app = mount(house.house, publicRoutes);
  relais = await house.world.anOrganisation('facilitator', { name: 'Relais' });
  admin = await house.world.aMember(relais, 'facilitator.admin', { name: 'Inès Modèle' });
  clerk = await house.world.aMember(relais, 'facilitator.clerk', { name: 'Théo Essai' });
  await guard(admin.account);
  await guard(clerk.account);
});

after(async () => {
  assert.deepEqual(house.failures, []);
  await house.close();
});

test('the page of rights shows every permission, every position and every field that may leave', async () => {
  const { status, text } = await visit(app).get('/droits');
  assert.equal(status, 200);
  for (const { sentence } of Object.values(permissions)) assert.ok(text.includes(escaped(sentence)), sentence);
  for (const position of allPositions) {
    assert.ok(text.includes(`id="role-${position.replace('.', '-')}"`), position);
    assert.ok(text.includes(escaped(positionLabel(position))), position);
  }
  for (const [object, fields] of Object.entries(fieldReaders)) {
    for (const field of Object.keys(fields)) {
      assert.notEqual(fieldLabel(field), field, `${object}.${field} has no French name`);
      assert.ok(text.includes(escaped(fieldLabel(field))), field);
    }
  }
});

test('a chosen position shows its rights alone, and an unknown one shows them all', async () => {
  const clerkOnly = await visit(app).get('/droits?role=facilitator.clerk');
  assert.match(clerkOnly.text, /id="role-facilitator-clerk"/);
  assert.doesNotMatch(clerkOnly.text, /id="role-buyer-site"/);
  const unknown = await visit(app).get('/droits?role=nobody');
  assert.match(unknown.text, /id="role-buyer-site"/);
});

test('a position never shows a right its guard refuses', () => {
  const sentences = (list: readonly { permission: string }[]) => list.map(({ permission }) => permission);
  const rights = describePosition('facilitator.clerk');
  assert.ok(sentences(rights.always).includes('contact.read'));
  assert.ok(!sentences(rights.always).includes('member.manage'));
  assert.ok(sentences(rights.whenAdministering).includes('member.manage'));
  assert.ok(!sentences(rights.whenAdministering).includes('organisation.create'));
  assert.ok(!sentences(describePosition('facilitator.admin').always).includes('mail.deliver'));
  assert.deepEqual(describePosition('facilitator.admin').whenAdministering, []);
});

for (const path of [
  '/',
  '/droits',
  '/plan',
  '/accessibilite',
  '/aide',
  '/donnees-personnelles',
  '/mentions-legales',
  '/securite',
]) {
  test(`${path} opens to everyone with one title, and names no missing value`, async () => {
    const { status, text } = await visit(app).get(path);
    assert.equal(status, 200);
    assert.equal(text.match(/<h1/g)?.length, 1);
    assert.doesNotMatch(text, /undefined|\[object|NaN/);
    assert.doesNotMatch(text, /[\p{L}»)] [:;?!»](?:\s|<)/u, 'a plain space before double punctuation');
  });
}

test('pages name whoever runs the instance once it is known', async () => {
  assert.match((await visit(app).get('/mentions-legales')).text, /n’a pas encore indiqué de contact/);
  const before = await visit(app).get('/.well-known/security.txt');
  assert.match(before.text, /^Contact: http:\/\/localhost:3000\/securite$/m);
  const operator = await house.world.anOrganisation('operator', { name: 'Exploitant Exemple' });
  const found = await house.admin.query('select email from organisation where id = $1', [operator]);
  for (const path of ['/mentions-legales', '/accessibilite', '/donnees-personnelles', '/securite', '/aide']) {
    assert.match((await visit(app).get(path)).text, /Exploitant Exemple/, path);
  }
  const text = (await visit(app).get('/.well-known/security.txt')).text;
  assert.ok(text.includes(`Contact: mailto:${found.rows[0].email}`));
  assert.match(text, /^Expires: 2027-05-17T09:00:00\.000Z$/m);
});

test('programs are asked to index nothing', async () => {
  const { text, headers } = await visit(app).get('/robots.txt');
  assert.equal(text, 'User-agent: *\nDisallow: /\n');
  assert.match(headers.get('content-type') ?? '', /^text\/plain/);
});

test('the site map offers the menu of whoever reads it', async () => {
  assert.match((await visit(app).get('/plan')).text, /href="\/connexion"/);
  const { text } = await visit(app, admin).get('/plan');
  const list = text.slice(text.indexOf('<h1'));
  assert.match(list, /href="\/organisation\/journal"/);
  assert.match(list, /href="\/compte\/securite"/);
  const clerkList = (await visit(app, clerk).get('/plan')).text;
  assert.doesNotMatch(clerkList, /href="\/organisation\/journal"/);
});

test('nobody is asked to search without signing in', async () => {
  const { status, location } = await visit(app).get('/recherche.json?q=relais');
  assert.equal(status, 303);
  assert.match(location ?? '', /^\/connexion\?suite=/);
});

test('the search finds pages, contacts and colleagues, without accents or capitals', async () => {
  await house.world.aContact(relais, { label: 'Service Événements' });
  const found = await results(admin, 'evenements');
  assert.deepEqual(
    found.map(({ label, group }) => [label, group]),
    [['Service Événements', 'Points de contact']],
  );
  assert.deepEqual(
    (await results(admin, 'theo')).map(({ label, detail }) => [label, detail]),
    [['Théo Essai', 'Saisie des heures']],
  );
  assert.deepEqual(
    (await results(admin, 'journ')).map(({ href }) => href),
    ['/organisation/journal'],
  );
  assert.deepEqual(await results(clerk, 'journ'), []);
  const html = await visit(app, admin).get('/recherche?q=evenements');
  assert.match(html.text, /1\u00A0résultat/);
  assert.match(html.text, /href="\/contacts\?q=Service%20%C3%89v%C3%A9nements"/);
});

test('the search shows nothing of another organisation, unless a link in force shares it', async () => {
  const other = await house.world.anOrganisation('buyer', { name: 'Métropole Voisine' });
  const stranger = await house.world.aMember(other, 'buyer.admin', { name: 'Zoé Ailleurs' });
  await house.world.aContact(other, { label: 'Guichet zébré', note: 'secret' });
  assert.deepEqual(await results(admin, 'zébré'), []);
  assert.deepEqual(await results(admin, 'ailleurs'), []);
  await house.world.aLink(relais, other, { createdBy: admin.account });
  assert.deepEqual(
    (await results(admin, 'zebre')).map(({ label }) => label),
    ['Guichet zébré'],
  );
  assert.deepEqual(await results(admin, 'secret'), []);
  assert.deepEqual(await results(admin, 'ailleurs'), []);
  assert.ok((await results(stranger, 'zoé')).length === 1);
});

test('a wildcard or a hostile query is only text', async () => {
  for (const query of ['%', '__', "a' or '1'='1", 'a\\', '<script>alert(1)</script>']) {
    const { status, text } = await visit(app, admin).get(`/recherche?q=${encodeURIComponent(query)}`);
    assert.equal(status, 200, query);
    assert.doesNotMatch(text, /<script>alert/);
    assert.doesNotMatch(text, /Service Événements/, query);
  }
});

test('the sixty-first search of a minute waits', async () => {
  const busy = await house.world.aMember(relais, 'facilitator.clerk');
  const visitor = visit(app, busy);
  for (let count = 0; count < 60; count += 1) assert.equal((await visitor.get('/recherche.json?q=a')).status, 200);
  const refused = await visitor.get('/recherche.json?q=a');
  assert.equal(refused.status, 429);
  assert.ok(Number(refused.headers.get('retry-after')) > 0);
});

async function results(person: Person, query: string) {
  const { text } = await visit(app, person).get(`/recherche.json?q=${encodeURIComponent(query)}`);
  const { results: found }: { results: { label: string; detail?: string; group: string; href: string }[] } =
    JSON.parse(text);
  return found;
}

async function guard(account: string): Promise<void> {
  await house.admin.query(
    "insert into second_factor (account_id, secret_sealed, confirmed_at) values ($1, 'sealed', now())",
    [account],
  );
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll("'", '&#39;');
}

test('the small mark answers at the address browsers try by themselves', async () => {
  const mark = await visit(house.app).get('/favicon.ico');
  assert.equal(mark.status, 200);
  assert.equal(mark.headers.get('content-type'), 'image/svg+xml');
  assert.match(mark.text, /^<svg /u);
});
