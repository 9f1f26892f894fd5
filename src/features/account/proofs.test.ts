/** What proves who one is: password, codes, recovery codes, the last proof; through the real guard, in a house that is no demonstration. */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { generateSync } from 'otplib';
import type { App } from '#http/mount.ts';
import { mount } from '#http/mount.ts';
import { hashPassword, verifyPassword } from '#services/password-hash.ts';
import { hashSecret } from '#services/random.ts';
import { testHouse } from '#tests/house.ts';
import type { TestHouse } from '#tests/house.ts';
import type { Visitor } from '#tests/visitor.ts';
import { visit } from '#tests/visitor.ts';
import type { Person } from '#tests/world.ts';
import { accountRoutes } from './routes.ts';

const security = '/compte/securite';
const former = 'tasse verger lampe onze';
const fresh = 'colline agrafe moulin sept';

let house: TestHouse;
let app: App;
let relais: string;
let formerHash: string;

before(async () => {
  house = await testHouse({ demo: false });
  app = mount(house.house, accountRoutes);
  relais = await house.world.anOrganisation('facilitator', { name: 'Relais Cornaline' });
  const hashed = await hashPassword(former);
  formerHash = hashed.ok ? hashed.value : '';
});

after(async () => {
  assert.deepEqual(house.failures, []);
  await house.close();
});

test('a changed password opens, the former one no more, and other sessions end', async () => {
  const person = await aClerk();
  const elsewhere = await house.world.aSession(person.account, null);
  const sent = await changePassword(visit(app, person), {});
  assert.equal(sent.status, 303, sent.text);
  const kept = await passwordOf(person);
  assert.deepEqual(await verifyPassword({ hash: kept, password: fresh }), { ok: true, value: true });
  assert.deepEqual(await verifyPassword({ hash: kept, password: former }), { ok: true, value: false });
  assert.equal((await visit(app, { session: elsewhere }).get('/compte')).status, 303);
  assert.equal((await visit(app, person).get('/compte')).status, 200);
  assert.deepEqual(await letters(person), ['password-changed']);
  assert.deepEqual(await acts(person), ['account.password-changed']);
});

test('what was wrong with a password is said beside its field, and nothing typed comes back', async () => {
  const person = await aClerk();
  const visitor = visit(app, person);
  for (const [fields, sentence] of [
    [{ currentPassword: 'pas la bonne du tout' }, /Ce mot de passe n’est pas le vôtre/],
    [{ repeatedPassword: 'autre chose de long' }, /Les deux saisies diffèrent/],
    [{ newPassword: 'court', repeatedPassword: 'court' }, /au moins 15\u00A0caractères/],
    [{ newPassword: 'relaiscornaline', repeatedPassword: 'relaiscornaline' }, /reprend votre nom, votre organisation/],
  ] as const) {
    const sent = await changePassword(visitor, fields);
    assert.equal(sent.status, 422);
    assert.match(sent.text, sentence);
    for (const typed of [former, fresh, ...Object.values(fields)]) assert.ok(!sent.text.includes(`"${typed}"`), typed);
  }
  assert.equal(await passwordOf(person), formerHash);
});

test('guessing the current password gets slower and slower', async () => {
  const visitor = visit(app, await aClerk());
  const statuses: number[] = [];
  for (let count = 0; count < 6; count += 1) {
    statuses.push((await changePassword(visitor, { currentPassword: `essai numéro ${count}` })).status);
  }
  assert.deepEqual(statuses, [422, 422, 422, 422, 422, 429]);
});

test('dangerous pages ask first who one is, and come back', async () => {
  const person = await aClerk();
  const session = await house.world.aSession(person.account, person.membership, { strong: false });
  for (const path of [
    `${security}/mot-de-passe`,
    '/compte/adresse',
    `${security}/codes`,
    `${security}/cles/nouvelle`,
  ]) {
    const { status, location } = await visit(app, { session }).get(path);
    assert.equal(status, 303, path);
    assert.equal(location, `/connexion/confirmer?suite=${encodeURIComponent(path)}`);
  }
});

test('an administrator sent here without a proof is told why and enrols without turning in a circle', async () => {
  const boss = await house.world.aMember(relais, 'facilitator.admin');
  const session = await house.world.aSession(boss.account, boss.membership, {
    secondFactor: false,
    strong: false,
  });
  const visitor = visit(app, { session });
  const told = await visitor.get(`${security}?obligatoire=1`);
  assert.equal(told.status, 200);
  assert.match(told.text, /Ajoutez une seconde preuve pour administrer/);
  const { sent } = await enrol(visitor);
  assert.equal(sent.status, 200);
  assert.match((await visitor.get(`${security}?obligatoire=1`)).text, /Vous pouvez administrer votre organisation/);
  const again = await visitor.get(`${security}/cles/nouvelle`);
  assert.match(again.location ?? '', /^\/connexion\/confirmer/, 'the second proof no longer escapes the confirmation');
});

test('a stolen password does not add a proof beside the one that exists, even for an obliged administrator', async () => {
  const boss = await house.world.aMember(relais, 'facilitator.admin');
  await aKey(boss.account);
  const session = await house.world.aSession(boss.account, boss.membership, {
    secondFactor: false,
    strong: false,
  });
  const visitor = visit(app, { session });
  for (const path of [`${security}/codes`, `${security}/cles/nouvelle`]) {
    assert.match((await visitor.get(path)).location ?? '', /^\/connexion\/confirmer/, path);
  }
  assert.match((await visitor.get(security)).text, /Il manque votre seconde preuve/);
});

test('enrolled codes are sealed, ten recovery codes are shown once, and the session changes token', async () => {
  const person = await aClerk();
  const visitor = visit(app, {
    session: await house.world.aSession(person.account, person.membership, { secondFactor: false }),
  });
  const token = visitor.cookie('guichet');
  const { secret, sent } = await enrol(visitor);
  assert.equal(sent.status, 200);
  const codes = codesIn(sent.text);
  assert.equal(new Set(codes).size, 10);
  const kept = await house.admin.query('select secret_sealed from second_factor where account_id = $1', [
    person.account,
  ]);
  assert.ok(!kept.rows[0].secret_sealed.includes(secret));
  assert.deepEqual(await recoveryHashes(person), codes.map(hashSecret).toSorted());
  assert.notEqual(visitor.cookie('guichet'), token);
  assert.equal((await visit(app, { session: token ?? '' }).get('/compte')).status, 303);
  const page = await visitor.get(security);
  assert.match(page.text, /10\u00A0codes de secours disponibles/);
  assert.deepEqual(codesIn(page.text), []);
  const session = await house.admin.query('select second_factor from session where token_hash = $1', [
    hashSecret(visitor.cookie('guichet') ?? ''),
  ]);
  assert.equal(session.rows[0].second_factor, true);
  assert.deepEqual(await letters(person), ['second-factor-changed']);
});

test('a wrong code enrols nothing, keeps the same drawing, and tries are counted', async () => {
  const person = await aClerk();
  const visitor = visit(app, person);
  const page = await visitor.get(`${security}/codes`);
  const { graine, secret } = seedIn(page.text);
  const wrong = generateSync({ secret, epoch: Math.floor(house.clock.now().getTime() / 1000) - 3600 });
  const statuses: number[] = [];
  for (let count = 0; count < 4; count += 1) {
    const sent = await visitor.submit(`${security}/codes`, { graine, code: wrong });
    statuses.push(sent.status);
    if (sent.status === 422) assert.equal(seedIn(sent.text).secret, secret);
  }
  assert.deepEqual(statuses, [422, 422, 422, 429]);
  assert.equal(
    (await house.admin.query('select from second_factor where account_id = $1', [person.account])).rowCount,
    0,
  );
});

test('a drawing made for somebody else enrols nothing here', async () => {
  const [person, other] = [await aClerk(), await aClerk()];
  const { graine, secret } = seedIn((await visit(app, other).get(`${security}/codes`)).text);
  const sent = await visit(app, person).submit(`${security}/codes`, { graine, code: codeOf(secret) });
  assert.equal(sent.status, 422);
  assert.equal(
    (await house.admin.query('select from second_factor where account_id = $1', [person.account])).rowCount,
    0,
  );
});

test('new recovery codes end the former ones', async () => {
  const person = await aClerk();
  const visitor = visit(app, person);
  const first = codesIn((await enrol(visitor)).sent.text);
  const sent = await visitor.submit(`${security}/codes-de-secours`, {}, { on: security });
  assert.equal(sent.status, 200);
  const second = codesIn(sent.text);
  assert.equal(second.length, 10);
  assert.deepEqual(await recoveryHashes(person), second.map(hashSecret).toSorted());
  assert.equal(first.filter((code) => second.includes(code)).length, 0);
});

test('recovery codes are not given to whoever has nothing to recover', async () => {
  const visitor = visit(app, await aClerk());
  const sent = await visitor.submit(`${security}/codes-de-secours`, {}, { on: '/compte' });
  assert.equal(sent.status, 422);
  assert.match(sent.text, /Activez d’abord la double authentification/);
});

test('the last proof of an administrator stays; with another one it may go', async () => {
  const boss = await house.world.aMember(relais, 'facilitator.admin');
  const visitor = visit(app, boss);
  const passkey = await aKey(boss.account);
  const refused = await visitor.submit(`${security}/cles/${passkey}/retirer`, {}, { on: security });
  assert.equal(refused.status, 422);
  assert.match(refused.text, /Ajoutez un autre moyen de vérification/);
  await enrol(visitor);
  assert.equal((await visitor.submit(`${security}/cles/${passkey}/retirer`, {}, { on: security })).status, 303);
  const last = await visitor.submit(`${security}/codes/retirer`, {}, { on: security });
  assert.equal(last.status, 422);
  assert.equal(
    (await house.admin.query('select from second_factor where account_id = $1', [boss.account])).rowCount,
    1,
  );
});

test('an administrator elsewhere keeps her last proof too, whatever organisation she works in now', async () => {
  const person = await aClerk();
  await house.world.aMember(await house.world.anOrganisation('buyer'), 'buyer.admin', {
    account: person.account,
  });
  const passkey = await aKey(person.account);
  const sent = await visit(app, person).submit(`${security}/cles/${passkey}/retirer`, {}, { on: security });
  assert.equal(sent.status, 422);
});

test('whoever administers nothing removes her last proof, and recovery codes go with it', async () => {
  const person = await aClerk();
  const visitor = visit(app, person);
  await enrol(visitor);
  assert.equal((await visitor.submit(`${security}/codes/retirer`, {}, { on: security })).status, 303);
  assert.deepEqual(await recoveryHashes(person), []);
  assert.deepEqual(await acts(person), ['account.second-factor-added', 'account.second-factor-removed']);
});

async function aClerk(): Promise<Person> {
  const person = await house.world.aMember(relais, 'facilitator.clerk', { name: 'Lou Essai' });
  await house.admin.query('update account set password_hash = $2 where id = $1', [person.account, formerHash]);
  return person;
}

async function aKey(account: string): Promise<string> {
  const found = await house.admin.query(
    "insert into passkey (account_id, credential_id, public_key, name) values ($1, gen_random_uuid()::text, '', 'Clé de test') returning id",
    [account],
  );
  return found.rows[0].id;
}

function changePassword(visitor: Visitor, fields: Record<string, string>) {
  const typed = { currentPassword: former, newPassword: fresh, repeatedPassword: fresh, ...fields };
  return visitor.submit(`${security}/mot-de-passe`, typed);
}

async function enrol(visitor: Visitor) {
  const { graine, secret } = seedIn((await visitor.get(`${security}/codes`)).text);
  const sent = await visitor.submit(`${security}/codes`, { graine, code: codeOf(secret) });
  return { secret, sent };
}

function seedIn(html: string): { graine: string; secret: string } {
  const [, graine = ''] = /name="graine" value="([^"]+)"/.exec(html) ?? [];
  const [, spaced = ''] = /<div class="secret"><code>([A-Z2-7 ]+)<\/code>/.exec(html) ?? [];
  return { graine, secret: spaced.replaceAll(' ', '') };
}

function codeOf(secret: string): string {
  return generateSync({ secret, epoch: Math.floor(house.clock.now().getTime() / 1000) });
}

function codesIn(html: string): string[] {
  return [...html.matchAll(/<code>([0-9A-Z]{4}-[0-9A-Z]{4})<\/code>/g)].map(([, code = '']) => code);
}

async function recoveryHashes({ account }: Person): Promise<string[]> {
  const found = await house.admin.query(
    'select code_hash from recovery_code where account_id = $1 order by code_hash collate "C"',
    [account],
  );
  return found.rows.map(({ code_hash }) => code_hash);
}

async function passwordOf({ account }: Person): Promise<string> {
  return (await house.admin.query('select password_hash from account where id = $1', [account])).rows[0].password_hash;
}

async function letters({ account }: Person): Promise<string[]> {
  const found = await house.admin.query('select template from outbox where account_id = $1 order by created_at', [
    account,
  ]);
  return found.rows.map(({ template }) => template);
}

async function acts({ account }: Person): Promise<string[]> {
  const found = await house.admin.query('select action from audit_event where account_id = $1 order by sequence', [
    account,
  ]);
  return found.rows.map(({ action }) => action);
}
