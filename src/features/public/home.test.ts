/** The first page says what really waits, to whom it belongs, with one next action each. */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { App } from '#http/mount.ts';
import { mount } from '#http/mount.ts';
import { testHouse } from '#tests/house.ts';
import type { TestHouse } from '#tests/house.ts';
import { visit } from '#tests/visitor.ts';
import type { Person } from '#tests/world.ts';
import { publicRoutes } from './routes.ts';

let house: TestHouse;
let app: App;

before(async () => {
  house = await testHouse({ demo: false });
  app = mount(house.house, publicRoutes);
});

after(async () => {
  assert.deepEqual(house.failures, []);
  await house.close();
});

test('a passer-by reads what Guichet is and where to sign in, on one screen', async () => {
  const { status, text } = await visit(app).get('/');
  assert.equal(status, 200);
  assert.match(text, /Le guichet des clauses sociales/);
  assert.match(text, /href="\/connexion"/);
  const sentences = text.slice(text.indexOf('<h1'), text.indexOf('</main>')).match(/<p[ >]/g) ?? [];
  assert.equal(sentences.length, 5);
});

test('whoever belongs nowhere yet is told whom to ask', async () => {
  const { account } = await house.world.anAccount({ name: 'Alix Nouvelle' });
  const session = await house.world.aSession(account, null);
  const { text } = await visit(app, { session }).get('/');
  assert.match(text, /Bonjour Alix Nouvelle/);
  assert.match(text, /Votre compte n’ouvre encore aucune organisation/);
});

test('whoever has not chosen among organisations is led to the choice', async () => {
  const organisation = await house.world.anOrganisation();
  const person = await house.world.aMember(organisation, 'facilitator.clerk');
  const session = await house.world.aSession(person.account, null);
  const { text } = await visit(app, { session }).get('/');
  assert.match(text, /Choisissez l’organisation pour laquelle vous travaillez/);
  assert.match(text, /href="\/compte\/organisation"/);
});

test('a member for whom nothing waits reads that nothing waits', async () => {
  const organisation = await house.world.anOrganisation();
  const clerk = await guarded(await house.world.aMember(organisation, 'facilitator.clerk'));
  const { text } = await visit(app, clerk).get('/');
  assert.match(text, /Rien n’attend votre action\./);
  assert.match(text, /Saisie des heures, /);
});

test('a member without a second proof is asked to protect the account', async () => {
  const organisation = await house.world.anOrganisation();
  const clerk = await house.world.aMember(organisation, 'facilitator.clerk');
  assert.deepEqual(await lines(clerk), [
    ['À faire', 'Votre compte n’a pas de double authentification', '/compte/securite'],
  ]);
});

test('an access that ends within thirty days is announced, a later one is not', async () => {
  const organisation = await house.world.anOrganisation();
  const clerk = await guarded(await house.world.aMember(organisation, 'facilitator.clerk'));
  await house.admin.query("update membership set valid_until = '2026-12-18' where id = $1", [clerk.membership]);
  assert.deepEqual(await lines(clerk), [
    ['À faire', 'Votre accès s’arrête le 18 décembre 2026', '/organisation/membres'],
  ]);
  await house.admin.query("update membership set valid_until = '2026-12-19' where id = $1", [clerk.membership]);
  assert.deepEqual(await lines(clerk), []);
});

test('an administrator reads all that waits in her organisation, the most pressing first, and nothing of others', async () => {
  const { world, admin, clock } = house;
  const own = await world.anOrganisation('facilitator', { name: 'Relais' });
  const other = await world.anOrganisation('buyer', { name: 'Métropole' });
  const boss = await guarded(await world.aMember(own, 'facilitator.admin'));
  const second = await guarded(await world.aMember(own, 'facilitator.admin'));
  const bare = await world.aMember(own, 'facilitator.clerk');
  const stranger = await guarded(await world.aMember(other, 'buyer.admin'));
  assert.deepEqual(await lines(stranger), []);

  const inDays = (days: number) => new Date(clock.now().getTime() + days * 86_400_000);
  for (const [email, days] of [
    ['attend@exemple.test', 3],
    ['tard@exemple.test', -1],
    ['plustard@exemple.test', -2],
  ] as const) {
    await admin.query(
      "insert into invitation (organisation_id, email, position, invited_by, expires_at) values ($1, $2, 'facilitator.clerk', $3, $4)",
      [own, email, boss.account, inDays(days)],
    );
  }
  for (const asker of [second, boss, second]) {
    await admin.query(
      "insert into approval (organisation_id, action, subject_id, requested_by, expires_at) values ($1, 'second-factor-reset', $2, $3, $4)",
      [own, bare.account, asker.account, inDays(5)],
    );
  }
  await world.aLink(own, other, { createdBy: boss.account, validUntil: '2026-12-18' });
  await world.aLink(own, other, { createdBy: boss.account, validUntil: '2026-12-19' });
  await admin.query(
    `insert into partner_key (organisation_id, name, prefix, secret_hash, scopes, expires_at, created_by)
     values ($1, 'Courte', 'gk_courte01', 'x', '{}', $2, $4), ($1, 'Longue', 'gk_longue01', 'x', '{}', $3, $4)`,
    [own, inDays(10), inDays(31), boss.account],
  );
  await admin.query(
    "insert into outbox (organisation_id, template, recipient, status, message_id) values ($1, 'invitation', 'a@exemple.test', 'failed', '<1@guichet>')",
    [own],
  );

  assert.deepEqual(await lines(boss), [
    ['Bloquant', '1 courriel n’est pas parti', '/organisation/courriels'],
    ['À faire', '2 décisions vous attendent', '/organisation/decisions'],
    ['À faire', '2 invitations ont expiré', '/organisation/membres'],
    ['À faire', '1 lien d’échange finit', '/liens'],
    ['À faire', '1 clé de l’API expire', '/organisation/cles'],
    ['À suivre', '1 membre n’a pas de double authentification', '/organisation/membres'],
    ['En attente', '1 invitation attend une réponse', '/organisation/membres'],
  ]);
  assert.deepEqual(await lines(stranger), [['À faire', '1 lien d’échange finit', '/liens']]);
});

test('an administrator without a second proof is told first that it blocks her', async () => {
  const organisation = await house.world.anOrganisation();
  const boss = await house.world.aMember(organisation, 'facilitator.admin');
  const session = await house.world.aSession(boss.account, boss.membership, { secondFactor: false });
  assert.deepEqual(await lines({ session }), [
    ['Bloquant', 'Votre compte n’a pas de double authentification', '/compte/securite'],
  ]);
});

/** State, what waits, and where its action leads. */
async function lines(person: { session: string }): Promise<string[][]> {
  const { status, text } = await visit(app, person).get('/');
  assert.equal(status, 200);
  const main = text.slice(text.indexOf('<h1'), text.indexOf('</main>'));
  return [...main.matchAll(/<li>.*?<\/svg>(.*?)<\/span>.*?<strong>(.*?)\.<\/strong>.*?href="([^"]+)"/gs)].map(
    ([, state = '', what = '', href = '']) => [state, what.replaceAll('\u00A0', ' '), href],
  );
}

async function guarded(person: Person): Promise<Person> {
  await house.admin.query(
    "insert into second_factor (account_id, secret_sealed, confirmed_at) values ($1, 'sealed', now())",
    [person.account],
  );
  return person;
}
