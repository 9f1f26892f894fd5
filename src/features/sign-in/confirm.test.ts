/** Confirming who one is, and leaving: what each opens and ends. */
import assert from 'node:assert/strict';
import { after, before, beforeEach, test } from 'node:test';
import { challengeOn } from '#tests/authenticator.ts';
import type { SignInHouse } from '#tests/sign-in-house.ts';
import { password, signInHouse } from '#tests/sign-in-house.ts';

let house: SignInHouse;
const page = '/connexion/confirmer';

before(async () => {
  house = await signInHouse();
});
beforeEach(() => house.clock.walk(61_000));
after(() => house.close());

async function signedIn() {
  const { account, email } = await house.aPerson();
  const session = await house.world.aSession(account, null, { strong: false, secondFactor: false });
  return { account, email, visitor: house.visitor({ session }), session };
}

test('a dangerous page asks to confirm, opens for fifteen minutes, then asks again', async () => {
  const { visitor, session } = await signedIn();
  const sent = await visitor.get('/essai?a=1');
  assert.equal(sent.location, '/connexion/confirmer?suite=%2Fessai%3Fa%3D1');
  assert.match((await visitor.get(sent.location ?? '')).text, /name="suite" value="\/essai\?a=1"/);
  const confirmed = await visitor.submit(page, { password, suite: '/essai?a=1' });
  assert.equal(confirmed.location, '/essai?a=1');
  assert.equal((await visitor.get('/essai')).status, 200);
  assert.match(
    (await house.visitor({ session }).get(page)).location ?? '',
    /^\/connexion\?/,
    'the former token is dead',
  );
  house.clock.walk(14 * 60_000);
  assert.equal((await visitor.get('/essai')).status, 200);
  house.clock.walk(60_000);
  assert.equal((await visitor.get('/essai')).location, '/connexion/confirmer?suite=%2Fessai');
});

test('a wrong password confirms nothing, guesses are slowed down, and no other site is next', async () => {
  const { visitor } = await signedIn();
  for (let turn = 0; turn < 5; turn += 1) {
    assert.equal((await visitor.submit(page, { password: 'wrong' })).status, 422);
  }
  assert.equal((await visitor.submit(page, { password })).status, 429);
  assert.equal((await visitor.get('/essai')).status, 303);
  house.clock.walk(6000);
  assert.equal((await visitor.submit(page, { password, suite: '//mal.test' })).location, '/');
});

test('a code or a passkey confirms too, and gives the session its second factor; each serves once', async () => {
  const { account, visitor } = await signedIn();
  const { code } = await house.withCodes(account);
  const authenticator = await house.withPasskey(account);
  const used = code();
  assert.equal(
    (await visitor.submit('/connexion/confirmer/code', { code: used, suite: '/essai' }, { on: page })).location,
    '/essai',
  );
  assert.equal((await visitor.submit('/connexion/confirmer/code', { code: used }, { on: page })).status, 422);
  house.clock.walk(16 * 60_000);
  const answer = authenticator.use(challengeOn((await visitor.get(page)).text));
  assert.equal(
    (await visitor.submit('/connexion/confirmer/cle', { passkey: answer, suite: '/essai' }, { on: page })).location,
    '/essai',
  );
  assert.equal((await visitor.submit('/connexion/confirmer/cle', { passkey: answer }, { on: page })).status, 422);
  assert.equal(await house.count('session where account_id = $1 and second_factor', [account]), 1);
});

test('a question asked to confirm does not sign anybody in', async () => {
  const { account, visitor } = await signedIn();
  const authenticator = await house.withPasskey(account);
  const answer = authenticator.use(challengeOn((await visitor.get(page)).text));
  assert.equal((await house.visitor().submit('/connexion/cle', { passkey: answer })).status, 422);
});

test('confirming is for who is signed in', async () => {
  assert.match((await house.visitor().get(page)).location ?? '', /^\/connexion\?suite=/);
  const sent = await house.visitor().submit(page, { password }, { on: '/connexion' });
  assert.equal(sent.location, '/connexion');
});

test('signing out ends the session at once and everywhere it was copied, and empties the browser', async () => {
  const { account, visitor, session } = await signedIn();
  const out = await visitor.submit('/deconnexion', {}, { on: page });
  assert.equal(out.location, '/deconnexion/retour');
  assert.equal(out.headers.get('clear-site-data'), '"cache", "storage"');
  assert.equal(visitor.cookie('guichet'), undefined);
  assert.equal((await visitor.get('/deconnexion/retour')).status, 200);
  assert.match((await house.visitor({ session }).get(page)).location ?? '', /^\/connexion\?/);
  assert.equal(await house.count(`audit_event where action = 'session.closed' and account_id = $1`, [account]), 1);
});

test('an idle session ends after thirty minutes, an active one after twelve hours', async () => {
  const { visitor } = await signedIn();
  for (let turn = 0; turn < 24; turn += 1) {
    assert.equal((await visitor.get(page)).status, 200);
    house.clock.walk(29 * 60_000);
  }
  house.clock.walk(25 * 60_000);
  assert.equal((await visitor.get(page)).status, 303);
  const idle = await signedIn();
  house.clock.walk(31 * 60_000);
  assert.equal((await idle.visitor.get(page)).status, 303);
});
