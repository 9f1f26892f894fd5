/** The first start: one link, one account, one organisation, once. */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { SignInHouse } from '#tests/sign-in-house.ts';
import { signInHouse } from '#tests/sign-in-house.ts';
import { mintSetUpLink } from './set-up-link.ts';

let house: SignInHouse;
const baseUrl = 'http://localhost:3000';
const typed = {
  name: 'Camille Exemple',
  email: 'technique@exemple.test',
  password: 'tortue violette sept marteaux',
  passwordAgain: 'tortue violette sept marteaux',
};

before(async () => {
  house = await signInHouse({ demo: false });
  await house.admin.query('update instance set opened_at = null');
});
after(() => house.close());

async function mint(): Promise<string> {
  const link = await mintSetUpLink(house.database, { now: house.clock.now(), baseUrl });
  assert.match(link ?? '', /^http:\/\/localhost:3000\/premier-demarrage\/[\w-]{43}$/);
  return new URL(link ?? baseUrl).pathname;
}

test('a new link ends the former one, an old one ends by itself, and only its purpose opens', async () => {
  const first = await mint();
  const second = await mint();
  assert.equal((await house.visitor().get(first)).status, 410);
  assert.equal((await house.visitor().get(second)).status, 200);
  house.clock.walk(25 * 3_600_000);
  assert.equal((await house.visitor().get(second)).status, 410);
  assert.equal((await house.visitor().submit(second, typed, { on: '/connexion' })).status, 410);
  const other = await house.aMailedLink({ purpose: 'sign-in' });
  assert.equal((await house.visitor().get(`/premier-demarrage/${other}`)).status, 410);
});

test('the link makes the operator once, even sent by two at once, and no link is made afterwards', async () => {
  const path = await mint();
  const visitors = [house.visitor(), house.visitor()];
  const answers = await Promise.all(
    visitors.map((visitor, place) =>
      visitor.submit(path, { ...typed, email: `technique${place}@exemple.test` }, { on: '/connexion' }),
    ),
  );
  assert.deepEqual(
    answers.map(({ status }) => status).toSorted((a, b) => a - b),
    [303, 410],
  );
  const row = await house.admin.query(
    `select o.kind, o.name, m.position, m.administers from membership m join organisation o on o.id = m.organisation_id`,
  );
  assert.deepEqual(row.rows, [
    { kind: 'operator', name: 'Exploitation de l’instance', position: 'operator.support', administers: true },
  ]);
  assert.equal(await house.count('instance where opened_at is not null'), 1);
  assert.equal(await house.count('account'), 1);
  assert.equal(await house.count(`audit_event where action = 'instance.opened' and organisation_id is not null`), 1);
  assert.equal((await house.visitor().get(path)).status, 410);
  assert.equal(await mintSetUpLink(house.database, { now: house.clock.now(), baseUrl }), null);
  assert.deepEqual(house.failures, []);
});
