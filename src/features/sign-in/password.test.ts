/** The door with a password: nobody learns who has an account, guesses are slowed down, nothing leads elsewhere. */
import assert from 'node:assert/strict';
import { after, before, beforeEach, test } from 'node:test';
import { hashPassword } from '#services/password-hash.ts';
import type { SignInHouse } from '#tests/sign-in-house.ts';
import { password, signInHouse } from '#tests/sign-in-house.ts';

let house: SignInHouse;

before(async () => {
  house = await signInHouse();
});
beforeEach(() => house.clock.walk(61_000));
after(() => house.close());

/** What may differ between two answers: the keys of the forms and what was typed. */
function withoutKeys(html: string): string {
  return html.replaceAll(/value="[^"]*"/g, 'value=""');
}

test('the right password opens a session in the only organisation, and leads where one was going', async () => {
  const { account, email } = await house.aPerson();
  const organisation = await house.world.anOrganisation();
  const { membership } = await house.world.aMember(organisation, 'facilitator.clerk', { account });
  const visitor = house.visitor();
  const went = await visitor.submit(
    '/connexion',
    { email: email.toUpperCase(), password },
    { on: '/connexion?suite=%2Fcontacts%3Fq%3Da' },
  );
  assert.equal(went.status, 303);
  assert.equal(went.location, '/');
  const again = house.visitor();
  const kept = await again.submit('/connexion', { email, password, suite: '/contacts?q=a' });
  assert.equal(kept.location, '/contacts?q=a');
  const row = await house.admin.query(
    'select membership_id, method, second_factor, strong_until from session where account_id = $1 and device = $2',
    [account, 'Appareil inconnu'],
  );
  assert.equal(row.rows[0]?.membership_id, membership);
  assert.equal(row.rows[0]?.method, 'password');
  assert.equal(row.rows[0]?.second_factor, false);
  assert.equal((await again.get('/connexion')).status, 303);
});

test('the page carries where one was going to the form, and to the other ways in', async () => {
  const { text } = await house.visitor().get('/connexion?suite=%2Fcontacts');
  assert.match(text, /name="suite" value="\/contacts"/);
  assert.match(text, /href="\/connexion\/cle\?suite=%2Fcontacts"/);
});

test('the session cookie is a secret the database does not hold, hidden from scripts and other sites', async () => {
  const { email } = await house.aPerson();
  const visitor = house.visitor();
  const went = await visitor.submit('/connexion', { email, password });
  const token = visitor.cookie('guichet') ?? '';
  assert.equal(token.length, 43);
  const [line = ''] = went.headers.getSetCookie().filter((cookie) => cookie.startsWith('guichet='));
  assert.match(line, /HttpOnly/i);
  assert.match(line, /SameSite=Lax/i);
  assert.equal(await house.count('session where token_hash = $1', [token]), 0);
});

test('a wrong password, an unknown address and a closed account get the same answer', async () => {
  const known = await house.aPerson();
  const closed = await house.aPerson();
  await house.admin.query('update account set disabled_at = now() where id = $1', [closed.account]);
  const tried = [
    await house.visitor().submit('/connexion', { email: known.email, password: 'not the password' }),
    await house.visitor().submit('/connexion', { email: 'personne@exemple.test', password }),
    await house.visitor().submit('/connexion', { email: closed.email, password }),
  ];
  const [first] = tried;
  for (const { status, text, headers } of tried) {
    assert.equal(status, 422);
    assert.equal(withoutKeys(text), withoutKeys(first?.text ?? ''));
    assert.equal(headers.getSetCookie().length, 0);
    assert.doesNotMatch(text, /not the password/);
  }
});

test('an unknown address takes as long as a known one', async () => {
  const hashed = await hashPassword(password);
  assert.ok(hashed.ok);
  const { email } = await house.world.anAccount({ passwordHash: hashed.value });
  const time = async (address: string) => {
    house.clock.walk(7000);
    const visitor = house.visitor();
    const { text } = await visitor.get('/connexion');
    const key = /name="cle" value="([^"]+)"/.exec(text)?.[1] ?? '';
    const began = performance.now();
    const { status } = await visitor.submit('/connexion', { email: address, password: 'wrong' }, { key });
    const took = performance.now() - began;
    assert.equal(status, 422);
    return took;
  };
  await time('inconnu0@exemple.test');
  const known: number[] = [];
  const unknown: number[] = [];
  for (let turn = 0; turn < 4; turn += 1) {
    known.push(await time(email));
    unknown.push(await time(`inconnu${turn + 1}@exemple.test`));
  }
  const ratio = Math.min(...unknown) / Math.min(...known);
  assert.ok(ratio > 0.5 && ratio < 2, `unknown ${unknown.join(' ')}, known ${known.join(' ')}`);
});

test('after five failures the account waits, even for the right password, and an unknown address waits alike', async () => {
  const { email } = await house.aPerson();
  for (const address of [email, 'absent@exemple.test']) {
    house.clock.walk(61_000);
    for (let turn = 0; turn < 5; turn += 1) {
      assert.equal((await house.visitor().submit('/connexion', { email: address, password: 'wrong' })).status, 422);
    }
    const waiting = await house.visitor().submit('/connexion', { email: address, password });
    assert.equal(waiting.status, 429);
    assert.equal(waiting.headers.get('retry-after'), '5');
    assert.match(waiting.text, /Réessayez dans 5\u00A0secondes/);
  }
  house.clock.walk(61_000);
  assert.equal((await house.visitor().submit('/connexion', { email, password })).status, 303);
  assert.equal(await house.count(`throttle where key like '%@%'`), 0, 'addresses are kept hashed');
});

test('one address of the network tries ten times a minute, whatever the accounts', async () => {
  for (let turn = 0; turn < 10; turn += 1) {
    await house.visitor().submit('/connexion', { email: `essai${turn}@exemple.test`, password: 'wrong' });
  }
  const late = await house.visitor().submit('/connexion', { email: 'essai11@exemple.test', password: 'wrong' });
  assert.equal(late.status, 429);
});

test('no address of another site survives the sign-in', async () => {
  const { email } = await house.aPerson();
  for (const suite of [
    'https://mal.test',
    '//mal.test',
    '/\\mal.test',
    '/.//mal.test',
    '/deconnexion',
    'javascript:alert(1)',
  ]) {
    const went = await house.visitor().submit('/connexion', { email, password, suite });
    assert.equal(went.location, '/', suite);
  }
  const { text } = await house.visitor().get('/connexion?suite=%2F%2Fmal.test');
  assert.doesNotMatch(text, /mal\.test/);
});

test('who works in several organisations chooses one first, then finds the last one again', async () => {
  const { account, email } = await house.aPerson();
  const memberships: string[] = [];
  for (const kind of ['facilitator', 'facilitator'] as const) {
    const organisation = await house.world.anOrganisation(kind);
    memberships.push((await house.world.aMember(organisation, 'facilitator.clerk', { account })).membership);
  }
  const first = await house.visitor().submit('/connexion', { email, password, suite: '/contacts' });
  assert.equal(first.location, '/compte/organisation?suite=%2Fcontacts');
  await house.admin.query('update account set last_membership_id = $2 where id = $1', [account, memberships[1]]);
  assert.equal((await house.visitor().submit('/connexion', { email, password })).location, '/');
  await house.admin.query('update membership set suspended_at = now() where id = $1', [memberships[1]]);
  const third = await house.visitor().submit('/connexion', { email, password });
  assert.equal(third.location, '/');
  const row = await house.admin.query(
    'select membership_id from session where account_id = $1 order by created_at desc, id limit 5',
    [account],
  );
  assert.ok(
    row.rows.some(({ membership_id }) => membership_id === memberships[0]),
    'the one that still stands',
  );
});

test('signing in again ends the former session of this browser', async () => {
  const { account, email } = await house.aPerson();
  const visitor = house.visitor();
  await visitor.submit('/connexion', { email, password });
  const former = visitor.cookie('guichet') ?? '';
  await visitor.submit('/connexion', { email, password }, { on: '/connexion/confirmer' });
  assert.notEqual(visitor.cookie('guichet'), former);
  assert.equal(await house.count('session where account_id = $1 and revoked_at is null', [account]), 1);
  assert.equal(
    (await house.visitor({ session: former }).get('/connexion/confirmer')).location?.startsWith('/connexion?'),
    true,
  );
});

test('a device never seen before is told to the owner, the first one and a known one are not', async () => {
  const { account, email } = await house.aPerson();
  const told = () => house.count(`outbox where template = 'new-device' and account_id = $1`, [account]);
  await house.visitor().submit('/connexion', { email, password });
  await house.visitor().submit('/connexion', { email, password });
  assert.equal(await told(), 0);
  await house.admin.query(`update session set device = 'Firefox sur Windows' where account_id = $1`, [account]);
  await house.visitor().submit('/connexion', { email, password });
  assert.equal(await told(), 1);
});

test('each sign-in and each failure is in the journal of its account', async () => {
  const { account, email } = await house.aPerson();
  await house.visitor().submit('/connexion', { email, password: 'wrong' });
  await house.visitor().submit('/connexion', { email, password });
  const found = await house.admin.query<{ action: string }>(
    'select action from audit_event where account_id = $1 order by sequence',
    [account],
  );
  assert.deepEqual(
    found.rows.map(({ action }) => action),
    ['sign-in.refused', 'session.opened'],
  );
});

test('the demonstration fills the form for one of its people, a real instance never does', async () => {
  const page = (await house.visitor().get('/connexion?compte=nadia%40exemple.test')).text;
  assert.match(page, /value="nadia@exemple.test"/);
  assert.match(page, /name="password" value="demonstration"/);
  assert.doesNotMatch(
    (await house.visitor().get('/connexion?compte=autre%40exemple.test')).text,
    /value="demonstration"/,
  );
  const real = await house
    .appWith({ demo: false })
    .request('http://localhost:3000/connexion?compte=nadia%40exemple.test');
  assert.doesNotMatch(await real.text(), /nadia|demonstration"/);
});
