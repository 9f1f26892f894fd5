/** The second step: no session before it, no proof twice, no way around. */
import assert from 'node:assert/strict';
import { after, before, beforeEach, test } from 'node:test';
import type { Visitor } from '#tests/visitor.ts';
import type { SignInHouse } from '#tests/sign-in-house.ts';
import { password, signInHouse } from '#tests/sign-in-house.ts';

let house: SignInHouse;

before(async () => {
  house = await signInHouse();
});
beforeEach(() => house.clock.walk(61_000));
after(() => house.close());

async function atSecondStep(): Promise<{
  account: string;
  email: string;
  visitor: Visitor;
  code(seconds?: number): string;
  recoveryCode: string;
}> {
  const { account, email } = await house.aPerson();
  const { code, recoveryCode } = await house.withCodes(account);
  const visitor = house.visitor();
  const first = await visitor.submit('/connexion', { email, password, suite: '/contacts' });
  assert.equal(first.location, '/connexion/code');
  return { account, email, visitor, code, recoveryCode };
}

test('the password alone opens nothing; the code of the moment opens a session that has two factors', async () => {
  const { account, visitor, code } = await atSecondStep();
  assert.equal(visitor.cookie('guichet'), undefined);
  assert.equal(await house.count('session where account_id = $1', [account]), 0);
  assert.match((await visitor.get('/essai')).location ?? '', /^\/connexion\?/);
  const went = await visitor.submit('/connexion/code', { code: code() });
  assert.equal(went.location, '/contacts');
  assert.equal(visitor.cookie('guichet-etape'), undefined);
  assert.equal(await house.count('session where account_id = $1 and second_factor', [account]), 1);
});

test('without the first step there is no second one, and the first step does not serve twice', async () => {
  const { visitor, code } = await atSecondStep();
  const stranger = house.visitor();
  assert.equal((await stranger.get('/connexion/code')).location, '/connexion');
  const refused = await stranger.submit('/connexion/code', { code: code() }, { on: '/connexion' });
  assert.equal(refused.status, 410);
  assert.equal(stranger.cookie('guichet'), undefined);
  const step = visitor.cookie('guichet-etape') ?? '';
  await visitor.submit('/connexion/code', { code: code() });
  house.clock.walk(60_000);
  const key = /name="cle" value="([^"]+)"/.exec((await house.visitor().get('/connexion')).text)?.[1] ?? '';
  const replay = await house.app.request('http://localhost:3000/connexion/code', {
    method: 'POST',
    headers: { 'content-type': 'application/x-www-form-urlencoded', cookie: `guichet-etape=${step}` },
    body: new URLSearchParams({ cle: key, code: code() }).toString(),
  });
  assert.equal(replay.status, 410);
});

test('the second step waits ten minutes, no more', async () => {
  const { visitor, code } = await atSecondStep();
  house.clock.walk(10 * 60_000);
  assert.equal((await visitor.get('/connexion/code')).location, '/connexion');
  const late = await visitor.submit('/connexion/code', { code: code() }, { on: '/connexion' });
  assert.equal(late.status, 410);
});

test('a code serves once, even for another sign-in', async () => {
  const { email, visitor, code } = await atSecondStep();
  const used = code();
  await visitor.submit('/connexion/code', { code: used });
  const again = house.visitor();
  await again.submit('/connexion', { email, password });
  const refused = await again.submit('/connexion/code', { code: used });
  assert.equal(refused.status, 422);
  assert.match(refused.text, /a déjà servi/);
  assert.doesNotMatch(refused.text, new RegExp(used));
  assert.equal((await again.submit('/connexion/code', { code: code(30) })).status, 303);
});

test('a recovery code serves once, in any writing', async () => {
  const { email, visitor, recoveryCode } = await atSecondStep();
  const typed = recoveryCode.toLowerCase().replace('-', ' ');
  const went = await visitor.submit('/connexion/code/secours', { recoveryCode: typed }, { on: '/connexion/code' });
  assert.equal(went.status, 303);
  const again = house.visitor();
  await again.submit('/connexion', { email, password });
  const refused = await again.submit('/connexion/code/secours', { recoveryCode }, { on: '/connexion/code' });
  assert.equal(refused.status, 422);
  assert.equal(again.cookie('guichet'), undefined);
});

test('the code of somebody else opens nothing', async () => {
  const one = await atSecondStep();
  const other = await atSecondStep();
  assert.equal((await one.visitor.submit('/connexion/code', { code: other.code() })).status, 422);
  const borrowed = { recoveryCode: other.recoveryCode };
  assert.equal((await one.visitor.submit('/connexion/code/secours', borrowed, { on: '/connexion/code' })).status, 422);
});

test('guesses of codes are slowed down across sign-ins, and starting again does not help', async () => {
  const { email, visitor, code } = await atSecondStep();
  for (let turn = 0; turn < 3; turn += 1) {
    assert.equal((await visitor.submit('/connexion/code', { code: '000000' })).status, 422);
  }
  const again = house.visitor();
  await again.submit('/connexion', { email, password });
  const waiting = await again.submit('/connexion/code', { code: code() });
  assert.equal(waiting.status, 429);
  assert.ok(Number(waiting.headers.get('retry-after')) >= 29);
  house.clock.walk(31_000);
  assert.equal((await again.submit('/connexion/code', { code: code() })).status, 303);
});

test('two who send the same code at once: one session', async () => {
  const { account, visitor, code } = await atSecondStep();
  const { text } = await visitor.get('/connexion/code');
  const key = /name="cle" value="([^"]+)"/.exec(text)?.[1] ?? '';
  const typed = { code: code() };
  await Promise.all([1, 2, 3].map(() => visitor.submit('/connexion/code', typed, { key })));
  assert.equal(await house.count('session where account_id = $1', [account]), 1);
});

test('a factor begun but never confirmed asks nothing', async () => {
  const { account, email } = await house.aPerson();
  await house.withCodes(account);
  await house.admin.query('update second_factor set confirmed_at = null where account_id = $1', [account]);
  const went = await house.visitor().submit('/connexion', { email, password });
  assert.equal(went.location, '/');
});
