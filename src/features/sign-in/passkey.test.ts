/** Signing in with a passkey: our origin, our question, her gesture, once. */
import assert from 'node:assert/strict';
import { after, before, beforeEach, test } from 'node:test';
import { askNewPasskey, checkPasskey, passkeySite, readNewPasskey } from '#services/passkeys.ts';
import type { Lies } from '#tests/authenticator.ts';
import { challengeOn, createAuthenticator } from '#tests/authenticator.ts';
import type { SignInHouse } from '#tests/sign-in-house.ts';
import { password, signInHouse } from '#tests/sign-in-house.ts';

let house: SignInHouse;

before(async () => {
  house = await signInHouse();
});
beforeEach(() => house.clock.walk(61_000));
after(() => house.close());

test('a passkey alone opens a session with two factors, and leads where one was going', async () => {
  const { account } = await house.aPerson();
  const authenticator = await house.withPasskey(account);
  const visitor = house.visitor();
  const { text } = await visitor.get('/connexion/cle?suite=%2Fcontacts');
  const went = await visitor.submit('/connexion/cle', {
    passkey: authenticator.use(challengeOn(text)),
    suite: '/contacts',
  });
  assert.equal(went.location, '/contacts');
  assert.equal(
    await house.count(`session where account_id = $1 and second_factor and method = 'passkey'`, [account]),
    1,
  );
  assert.equal(
    await house.count('passkey where account_id = $1 and counter = 1 and last_used_at is not null', [account]),
    1,
  );
});

test('an answer made elsewhere, for something else, without the person or with another key is refused', async () => {
  const { account } = await house.aPerson();
  const authenticator = await house.withPasskey(account);
  const lies: Record<string, Lies> = {
    origin: { origin: 'https://mal.test' },
    site: { id: 'mal.test' },
    challenge: { challenge: 'bm90IG91ciBjaGFsbGVuZ2U' },
    verification: { verified: false },
    key: { forged: true },
  };
  for (const [name, lie] of Object.entries(lies)) {
    const visitor = house.visitor();
    const { text } = await visitor.get('/connexion/cle');
    const refused = await visitor.submit('/connexion/cle', {
      passkey: authenticator.use(challengeOn(text), lie),
    });
    assert.equal(refused.status, 422, name);
    assert.match(refused.text, /n’est pas reconnue/, name);
    assert.equal(visitor.cookie('guichet'), undefined, name);
  }
});

test('an answer serves once, a question too, and both end after ten minutes', async () => {
  const { account } = await house.aPerson();
  const authenticator = await house.withPasskey(account);
  const visitor = house.visitor();
  const challenge = challengeOn((await visitor.get('/connexion/cle')).text);
  const answer = authenticator.use(challenge);
  assert.equal((await visitor.submit('/connexion/cle', { passkey: answer })).status, 303);
  for (const replay of [answer, authenticator.use(challenge)]) {
    assert.equal((await house.visitor().submit('/connexion/cle', { passkey: replay })).status, 422);
  }
  const late = challengeOn((await house.visitor().get('/connexion/cle')).text);
  house.clock.walk(10 * 60_000);
  assert.equal((await house.visitor().submit('/connexion/cle', { passkey: authenticator.use(late) })).status, 422);
});

test('a counter that goes back betrays a copy of the key', async () => {
  const { account } = await house.aPerson();
  const authenticator = await house.withPasskey(account);
  const first = challengeOn((await house.visitor().get('/connexion/cle')).text);
  await house.visitor().submit('/connexion/cle', { passkey: authenticator.use(first, { counter: 9 }) });
  const second = challengeOn((await house.visitor().get('/connexion/cle')).text);
  const refused = await house
    .visitor()
    .submit('/connexion/cle', { passkey: authenticator.use(second, { counter: 3 }) });
  assert.equal(refused.status, 422);
});

test('as a second step, only the passkey of this account answers, and only its own question', async () => {
  const mine = await house.aPerson();
  const other = await house.aPerson();
  const myKey = await house.withPasskey(mine.account);
  const otherKey = await house.withPasskey(other.account);
  const visitor = house.visitor();
  assert.equal((await visitor.submit('/connexion', { email: mine.email, password })).location, '/connexion/code');
  const page = '/connexion/code';
  const question = async () => challengeOn((await visitor.get(page)).text);
  const send = (passkey: string) => visitor.submit('/connexion/code/cle', { passkey }, { on: page });
  assert.equal((await send(otherKey.use(await question()))).status, 422);
  const elsewhere = challengeOn((await house.visitor().get('/connexion/cle')).text);
  assert.equal((await send(myKey.use(elsewhere))).status, 422);
  const diverted = await question();
  assert.equal((await house.visitor().submit('/connexion/cle', { passkey: myKey.use(diverted) })).status, 422);
  assert.equal(visitor.cookie('guichet'), undefined);
  assert.equal((await send(myKey.use(await question()))).status, 303);
});

test('a question belongs to one account and one purpose, even among those that name an account', async () => {
  const mine = await house.aPerson();
  const other = await house.aPerson();
  const myKey = await house.withPasskey(mine.account);
  await house.withPasskey(other.account);
  const visitor = house.visitor();
  const neighbour = house.visitor();
  await visitor.submit('/connexion', { email: mine.email, password });
  await neighbour.submit('/connexion', { email: other.email, password });
  const signedIn = house.visitor({ session: await house.world.aSession(mine.account, null) });
  for (const [asked, path] of [
    [neighbour, '/connexion/code'],
    [signedIn, '/connexion/confirmer'],
  ] as const) {
    const passkey = myKey.use(challengeOn((await asked.get(path)).text));
    assert.equal((await visitor.submit('/connexion/code/cle', { passkey }, { on: '/connexion/code' })).status, 422);
  }
});

test('a closed account does not open with its passkey', async () => {
  const { account } = await house.aPerson();
  const authenticator = await house.withPasskey(account);
  await house.admin.query('update account set disabled_at = now() where id = $1', [account]);
  const challenge = challengeOn((await house.visitor().get('/connexion/cle')).text);
  assert.equal((await house.visitor().submit('/connexion/cle', { passkey: authenticator.use(challenge) })).status, 422);
});

test('what is not an answer is refused without a stumble', async () => {
  for (const passkey of [
    '{}',
    '[]',
    'null',
    'x',
    '{"id":1,"response":{"clientDataJSON":3}}',
    `{"id":"${'a'.repeat(9000)}"}`,
  ]) {
    const refused = await house.visitor().submit('/connexion/cle', { passkey });
    assert.equal(refused.status, 422, passkey.slice(0, 40));
  }
  assert.deepEqual(house.failures, []);
});

test('a new passkey is read back with its key, and refused when the person did not prove herself', async () => {
  const site = passkeySite('http://localhost:3000');
  const account = {
    id: '6f1f2b3c-0000-4000-8000-000000000001',
    email: 'camille@exemple.test',
    name: 'Camille',
  };
  const { challenge } = await askNewPasskey({ site, account, known: [] });
  const authenticator = createAuthenticator();
  const read = await readNewPasskey({ site, answer: authenticator.create(challenge), challenge });
  assert.ok(read.ok);
  assert.equal(read.value.credentialId, authenticator.credentialId);
  const used = await checkPasskey({
    site,
    answer: authenticator.use('cXVlc3Rpb24'),
    challenge: 'cXVlc3Rpb24',
    passkey: read.value,
  });
  assert.equal(used.ok, true);
  const silent = await readNewPasskey({
    site,
    answer: authenticator.create(challenge, { verified: false }),
    challenge,
  });
  assert.equal(silent.ok, false);
});
