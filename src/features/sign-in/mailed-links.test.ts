/** Links received by mail: asked for without telling who is known, opened by a button, once, for their purpose. */
import assert from 'node:assert/strict';
import { after, before, beforeEach, test } from 'node:test';
import type { SignInHouse } from '#tests/sign-in-house.ts';
import { password, signInHouse } from '#tests/sign-in-house.ts';

let house: SignInHouse;
const fresh = 'tortue violette sept marteaux';
const both = { password: fresh, passwordAgain: fresh };

before(async () => {
  house = await signInHouse();
});
beforeEach(() => house.clock.walk(61_000));
after(() => house.close());

for (const { path, template } of [
  { path: '/mot-de-passe/oublie', template: 'password-reset' },
  { path: '/connexion/lien', template: 'sign-in-link' },
]) {
  test(`${path}: the same answer for everybody, a mail for who is known`, async () => {
    const { account, email } = await house.aPerson();
    const known = await house.visitor().submit(path, { email, suite: '/contacts' });
    const unknown = await house.visitor().submit(path, { email: 'absente@exemple.test', suite: '/contacts' });
    for (const answer of [known, unknown]) {
      assert.equal(answer.status, 303);
      assert.equal(answer.location, `${path}?suite=%2Fcontacts&envoye=1`);
    }
    assert.equal(await house.count('outbox where template = $1 and account_id = $2', [template, account]), 1);
    assert.equal(await house.count(`outbox where recipient = 'absente@exemple.test'`), 0);
    assert.match((await house.visitor().get(known.location ?? '')).text, /Si un compte porte cette adresse/);
  });

  test(`${path}: three an hour for one address, known or not`, async () => {
    const { email } = await house.aPerson();
    for (const address of [email, 'absent2@exemple.test']) {
      house.clock.walk(61_000);
      for (let turn = 0; turn < 3; turn += 1) {
        assert.equal((await house.visitor().submit(path, { email: address })).status, 303);
      }
      assert.equal((await house.visitor().submit(path, { email: address })).status, 429);
    }
  });
}

test('a new password ends every session, tells its owner, opens a session, and the former one no longer works', async () => {
  const { account, email } = await house.aPerson();
  const elsewhere = house.visitor();
  await elsewhere.submit('/connexion', { email, password });
  const token = await house.aMailedLink({ purpose: 'password-reset', account });
  const path = `/mot-de-passe/nouveau/${token}`;
  const visitor = house.visitor();
  assert.equal((await visitor.submit(path, both)).location, '/');
  assert.match((await elsewhere.get('/connexion/confirmer')).location ?? '', /^\/connexion\?/);
  assert.equal((await visitor.get('/connexion/confirmer')).status, 200);
  assert.equal(await house.count(`outbox where template = 'password-changed' and account_id = $1`, [account]), 1);
  assert.equal((await house.visitor().submit('/connexion', { email, password })).status, 422);
  assert.equal((await house.visitor().submit('/connexion', { email, password: fresh })).status, 303);
});

test('a reset never skips the second factor', async () => {
  const { account } = await house.aPerson();
  const { code } = await house.withCodes(account);
  const token = await house.aMailedLink({ purpose: 'password-reset', account });
  const visitor = house.visitor();
  assert.equal((await visitor.submit(`/mot-de-passe/nouveau/${token}`, both)).location, '/connexion/code');
  assert.equal(visitor.cookie('guichet'), undefined);
  assert.equal((await visitor.submit('/connexion/code', { code: code() })).status, 303);
});

test('a new password ends the other links and second steps waiting', async () => {
  const { account, email } = await house.aPerson();
  const { code } = await house.withCodes(account);
  const thief = house.visitor();
  await thief.submit('/connexion', { email, password });
  const other = await house.aMailedLink({ purpose: 'sign-in', account });
  const token = await house.aMailedLink({ purpose: 'password-reset', account });
  await house.visitor().submit(`/mot-de-passe/nouveau/${token}`, both);
  assert.equal((await thief.submit('/connexion/code', { code: code() }, { on: '/connexion' })).status, 410);
  assert.equal((await house.visitor().get(`/connexion/lien/${other}`)).status, 410);
});

test('a poor password is refused beside its field and the link still serves', async () => {
  const { account } = await house.aPerson();
  const token = await house.aMailedLink({ purpose: 'password-reset', account });
  const path = `/mot-de-passe/nouveau/${token}`;
  const poor = [
    ['court', 'court', /Choisissez au moins 15/],
    ['motdepassemotdepasse', 'motdepassemotdepasse', /trop connu/],
    [fresh, `${fresh} `, /Les deux saisies diffèrent/],
  ] as const;
  for (const [typed, typedAgain, says] of poor) {
    const refused = await house.visitor().submit(path, { password: typed, passwordAgain: typedAgain });
    assert.equal(refused.status, 422);
    assert.match(refused.text, says);
    assert.doesNotMatch(refused.text, /tortue|value="court/);
  }
  assert.equal((await house.visitor().submit(path, both)).status, 303);
});

test('opening a link with GET, as mail scanners do, never uses it', async () => {
  const { account } = await house.aPerson();
  for (const [purpose, path] of [
    ['password-reset', '/mot-de-passe/nouveau'],
    ['sign-in', '/connexion/lien'],
  ] as const) {
    const token = await house.aMailedLink({ purpose, account });
    for (let turn = 0; turn < 3; turn += 1) {
      const opened = await house.visitor().get(`${path}/${token}`);
      assert.equal(opened.status, 200);
      assert.equal(opened.headers.getSetCookie().length, 0);
    }
    assert.equal((await house.visitor().submit(`${path}/${token}`, both)).status, 303);
  }
});

test('a sign-in link opens once, asks the second factor of who has one, and does not open dangerous pages', async () => {
  const plain = await house.aPerson();
  const token = await house.aMailedLink({ purpose: 'sign-in', account: plain.account });
  const visitor = house.visitor();
  assert.equal((await visitor.submit(`/connexion/lien/${token}`, {})).location, '/');
  assert.match((await visitor.get('/essai')).location ?? '', /^\/connexion\/confirmer\?suite=/);
  assert.equal((await house.visitor().submit(`/connexion/lien/${token}`, {}, { on: '/connexion' })).status, 410);
  const guarded = await house.aPerson();
  await house.withCodes(guarded.account);
  const second = await house.aMailedLink({ purpose: 'sign-in', account: guarded.account });
  assert.equal((await house.visitor().submit(`/connexion/lien/${second}`, {})).location, '/connexion/code');
});

test('an expired, used, foreign or invented link gives the same page, which offers a new one', async () => {
  const { account } = await house.aPerson();
  const closed = await house.aPerson();
  await house.admin.query('update account set disabled_at = now() where id = $1', [closed.account]);
  for (const [purpose, path, other] of [
    ['password-reset', '/mot-de-passe/nouveau', 'sign-in'],
    ['sign-in', '/connexion/lien', 'password-reset'],
  ] as const) {
    const used = await house.aMailedLink({ purpose, account });
    await house.visitor().submit(`${path}/${used}`, both);
    const dead = [
      await house.aMailedLink({ purpose, account, minutes: -1 }),
      used,
      await house.aMailedLink({ purpose: other, account }),
      await house.aMailedLink({ purpose, account: closed.account }),
      'inventé',
    ];
    const pages = new Set<string>();
    for (const token of dead) {
      const { status, text } = await house.visitor().get(`${path}/${encodeURIComponent(token)}`);
      assert.equal(status, 410);
      pages.add(text.replaceAll(/value="[^"]*"/g, ''));
      const sent = await house.visitor().submit(`${path}/${encodeURIComponent(token)}`, both, { on: '/connexion' });
      assert.equal(sent.status, 410);
    }
    assert.equal(pages.size, 1);
  }
});

test('two who follow the same link at once: one session', async () => {
  const { account } = await house.aPerson();
  const token = await house.aMailedLink({ purpose: 'sign-in', account });
  const answers = await Promise.all(
    [1, 2, 3].map(() => house.visitor().submit(`/connexion/lien/${token}`, {}, { on: '/connexion' })),
  );
  assert.deepEqual(
    answers.map(({ status }) => status).toSorted((a, b) => a - b),
    [303, 410, 410],
  );
  assert.equal(await house.count('session where account_id = $1', [account]), 1);
});
