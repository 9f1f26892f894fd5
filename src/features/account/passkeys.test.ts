/** Adding a passkey with a software key, and every answer that must add none. */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { App } from '#http/mount.ts';
import { mount } from '#http/mount.ts';
import { hashSecret } from '#services/random.ts';
import type { Authenticator } from '#tests/authenticator.ts';
import { challengeOn, createAuthenticator } from '#tests/authenticator.ts';
import { testHouse } from '#tests/house.ts';
import type { TestHouse } from '#tests/house.ts';
import type { Visitor } from '#tests/visitor.ts';
import { visit } from '#tests/visitor.ts';
import type { Person } from '#tests/world.ts';
import { accountRoutes } from './routes.ts';

const path = '/compte/securite/cles/nouvelle';

let house: TestHouse;
let app: App;
let relais: string;

before(async () => {
  house = await testHouse({ demo: false });
  app = mount(house.house, accountRoutes);
  relais = await house.world.anOrganisation('facilitator', { name: 'Relais' });
});

after(async () => {
  assert.deepEqual(house.failures, []);
  await house.close();
});

test('an obliged administrator adds a passkey: it is kept, told by letter, and opens the administration at once', async () => {
  const boss = await house.world.aMember(relais, 'facilitator.admin');
  const session = await house.world.aSession(boss.account, boss.membership, {
    secondFactor: false,
    strong: false,
  });
  const visitor = visit(app, { session });
  const key = createAuthenticator();
  const sent = await add(visitor, key.create(await question(visitor)));
  assert.equal(sent.status, 303, sent.text);
  const kept = await house.admin.query('select credential_id, public_key, name from passkey where account_id = $1', [
    boss.account,
  ]);
  assert.deepEqual(kept.rows, [
    { credential_id: key.credentialId, public_key: key.publicKey, name: 'Ordinateur du bureau' },
  ]);
  assert.notEqual(visitor.cookie('guichet'), session);
  const opened = await house.admin.query('select second_factor from session where token_hash = $1', [
    hashSecret(visitor.cookie('guichet') ?? ''),
  ]);
  assert.deepEqual(opened.rows, [{ second_factor: true }]);
  const letters = await house.admin.query('select template from outbox where account_id = $1', [boss.account]);
  assert.deepEqual(letters.rows, [{ template: 'passkey-added' }]);
});

const lies: readonly [string, (key: Authenticator, challenge: string) => string][] = [
  ['made for another site', (key, challenge) => key.create(challenge, { origin: 'https://ailleurs.exemple' })],
  ['made for another host', (key, challenge) => key.create(challenge, { id: 'ailleurs.exemple' })],
  ['made without verifying the person', (key, challenge) => key.create(challenge, { verified: false })],
  ['made for a question never asked', (key) => key.create('Y2hhbGxlbmdlLWludmVudGVl')],
  ['made to sign in, not to enrol', (key, challenge) => key.use(challenge)],
  ['empty', () => '{}'],
  ['unreadable', () => 'non'],
];

for (const [what, answer] of lies) {
  test(`an answer ${what} adds no key, and the name typed is kept`, async () => {
    const person = await aClerk();
    const visitor = visit(app, person);
    const sent = await add(visitor, answer(createAuthenticator(), await question(visitor)));
    assert.equal(sent.status, 422);
    assert.match(sent.text, /value="Ordinateur du bureau"/);
    assert.equal(await keysOf(person), 0);
  });
}

test('a question serves once, for a few minutes, and for the account it was put to', async () => {
  const [person, other] = [await aClerk(), await aClerk()];
  const visitor = visit(app, person);
  const challenge = await question(visitor);
  assert.equal((await add(visit(app, other), createAuthenticator().create(challenge))).status, 422);
  assert.equal((await add(visitor, createAuthenticator().create(challenge))).status, 303);
  assert.equal((await add(visitor, createAuthenticator().create(challenge))).status, 422);
  const late = await question(visitor);
  await house.admin.query('update link_token set expires_at = $2 where token_hash = $1', [
    hashSecret(late),
    house.clock.now(),
  ]);
  assert.equal((await add(visitor, createAuthenticator().create(late))).status, 422);
  assert.deepEqual([await keysOf(person), await keysOf(other)], [1, 0]);
});

test('a key that already belongs to somebody is not taken over', async () => {
  const [person, other] = [await aClerk(), await aClerk()];
  const key = createAuthenticator();
  const owner = visit(app, person);
  assert.equal((await add(owner, key.create(await question(owner)))).status, 303);
  const thief = visit(app, other);
  assert.equal((await add(thief, key.create(await question(thief)))).status, 409);
  assert.deepEqual([await keysOf(person), await keysOf(other)], [1, 0]);
});

test('a passkey is renamed and removed by its owner alone', async () => {
  const [person, other] = [await aClerk(), await aClerk()];
  const visitor = visit(app, person);
  await add(visitor, createAuthenticator().create(await question(visitor)));
  const { rows } = await house.admin.query('select id from passkey where account_id = $1', [person.account]);
  const place = `/compte/securite/cles/${rows[0].id}`;
  const thief = visit(app, other);
  assert.equal((await thief.get(place)).status, 404);
  for (const door of [place, `${place}/retirer`]) {
    assert.equal((await thief.submit(door, { name: 'Volée' }, { on: '/compte/securite' })).status, 404, door);
  }
  assert.equal((await visitor.submit(place, { name: 'Téléphone' })).status, 303);
  assert.match((await visitor.get('/compte/securite')).text, /<strong>Téléphone<\/strong>/);
  assert.equal((await visitor.submit(`${place}/retirer`, {}, { on: '/compte/securite' })).status, 303);
  assert.equal(await keysOf(person), 0);
});

function aClerk(): Promise<Person> {
  return house.world.aMember(relais, 'facilitator.clerk');
}

async function question(visitor: Visitor): Promise<string> {
  return challengeOn((await visitor.get(path)).text);
}

function add(visitor: Visitor, credential: string) {
  return visitor.submit(path, { name: 'Ordinateur du bureau', credential });
}

async function keysOf({ account }: Person): Promise<number> {
  return (await house.admin.query('select from passkey where account_id = $1', [account])).rowCount ?? 0;
}
