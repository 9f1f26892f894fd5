/** Keys of the API: created after a fresh proof of identity, shown once, kept nowhere, ended at once. */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { testHouse } from '#tests/house.ts';
import type { TestHouse } from '#tests/house.ts';
import { hiddenKey, visit } from '#tests/visitor.ts';
import type { Person } from '#tests/world.ts';

let house: TestHouse;
let admin: Person;
let colleague: Person;
let clerk: Person;
let stranger: Person;

const form = '/organisation/cles/nouvelle';
const fields = { name: 'Logiciel de paie', scopes: 'contacts:read', lastDay: '2027-02-16' };

before(async () => {
  house = await testHouse();
  const { world } = house;
  const own = await world.anOrganisation('facilitator', { name: 'Relais' });
  admin = await world.aMember(own, 'facilitator.admin');
  colleague = await world.aMember(own, 'facilitator.admin');
  clerk = await world.aMember(own, 'facilitator.clerk');
  stranger = await world.aMember(await world.anOrganisation('buyer'), 'buyer.admin');
});

after(() => house.close());

async function create(more: Record<string, string> = {}) {
  const sent = await visit(house.app, admin).submit(form, { ...fields, ...more });
  assert.equal(sent.status, 200, sent.text.slice(-800));
  const key = /gk_[a-z0-9]{8}_[A-Za-z0-9_-]{43}/.exec(sent.text)?.[0] ?? '';
  const { rows } = await house.admin.query('select * from partner_key where prefix = $1', [key.slice(0, 11)]);
  return { sent, key, row: rows[0] };
}

function call(key: string) {
  return house.app.request('/api/v1/contacts', { headers: { authorization: `Bearer ${key}` } });
}

test('a key created is shown in the answer and works until the end of its last day in Paris', async () => {
  const { sent, key, row } = await create();
  assert.match(sent.text, /il ne sera plus affiché/);
  assert.equal(sent.headers.get('cache-control'), 'no-store');
  assert.equal(sent.headers.getSetCookie().length, 0);
  assert.equal(row.expires_at.toISOString(), '2027-02-16T23:00:00.000Z');
  assert.equal((await call(key)).status, 200);
});

test('the secret is in no table and no later page', async () => {
  const { key } = await create({ name: 'Sans trace' });
  const secret = key.slice(12);
  const tables = await house.admin.query("select tablename from pg_tables where schemaname = 'public'");
  assert.ok(tables.rows.length > 15);
  for (const { tablename } of tables.rows) {
    const rows = await house.admin.query(`select t::text as kept from "${tablename}" t`);
    for (const { kept } of rows.rows) assert.ok(!kept.includes(secret), `${tablename} keeps the secret`);
  }
  const list = await visit(house.app, admin).get('/organisation/cles');
  assert.match(list.text, /Sans trace/);
  assert.match(list.text, new RegExp(key.slice(0, 11)));
  assert.ok(!list.text.includes(secret));
});

test('the same form sent again makes no second key, and says that the key was already shown', async () => {
  const visitor = visit(house.app, admin);
  const key = hiddenKey((await visitor.get(form)).text);
  const first = await visitor.submit(form, { ...fields, name: 'Une fois' }, { key });
  const again = await visitor.submit(form, { ...fields, name: 'Une fois' }, { key });
  assert.deepEqual([first.status, again.status], [200, 303]);
  assert.match((await visitor.get(again.location ?? '')).text, /La clé a déjà été montrée/);
  assert.equal((await house.admin.query("select from partner_key where name = 'Une fois'")).rowCount, 1);
});

test('every administrator is told by mail, and the journal keeps the scopes', async () => {
  await house.admin.query('delete from outbox');
  const { row } = await create({ name: 'Dite à tous' });
  const mails = await house.admin.query("select account_id from outbox where template = 'partner-key-created'");
  assert.deepEqual(new Set(mails.rows.map((mail) => mail.account_id)), new Set([admin.account, colleague.account]));
  const events = await house.admin.query(
    "select entry::jsonb -> 'after' as after from audit_event where action = 'partner-key.created' and subject_id = $1",
    [row.id],
  );
  assert.deepEqual(events.rows[0].after, {
    name: 'Dite à tous',
    scopes: ['contacts:read'],
    expiresAt: '2027-02-16',
  });
});

for (const [what, wrong, sentence] of [
  ['without a scope', { scopes: '' }, /une portée au moins/],
  ['with a scope that does not exist', { scopes: 'members:write' }, /une portée au moins/],
  ['for more than a year', { lastDay: '2027-11-19' }, /un an au plus/],
  ['already over', { lastDay: '2026-11-17' }, /déjà passé/],
  ['without a name', { name: ' ' }, /Donnez un nom à cette clé/],
] as const) {
  test(`a key ${what} is refused beside its field, and what was typed is kept`, async () => {
    const before = (await house.admin.query('select from partner_key')).rowCount;
    const sent = await visit(house.app, admin).submit(form, { ...fields, ...wrong });
    assert.equal(sent.status, 422);
    assert.match(sent.text, sentence);
    if (!('name' in wrong)) assert.match(sent.text, /value="Logiciel de paie"/);
    assert.equal((await house.admin.query('select from partner_key')).rowCount, before);
  });
}

test('several scopes ticked are all kept', async () => {
  const visitor = visit(house.app, admin);
  const body = new URLSearchParams({
    cle: hiddenKey((await visitor.get(form)).text),
    ...fields,
    name: 'Deux portées',
  });
  body.append('scopes', 'contacts:write');
  const sent = await house.app.request(`http://localhost:3000${form}`, {
    method: 'POST',
    headers: { 'content-type': 'application/x-www-form-urlencoded', cookie: `guichet=${admin.session}` },
    body: body.toString(),
  });
  assert.equal(sent.status, 200);
  const { rows } = await house.admin.query("select scopes from partner_key where name = 'Deux portées'");
  assert.deepEqual(rows[0].scopes, ['contacts:read', 'contacts:write']);
});

test('a revoked key is refused by the very next call, and stays in the list', async () => {
  const { key, row } = await create({ name: 'À révoquer' });
  assert.equal((await call(key)).status, 200);
  const visitor = visit(house.app, admin);
  const sent = await visitor.submit(`/organisation/cles/${row.id}/revoquer`, {}, { on: '/organisation/cles' });
  assert.equal(sent.status, 303);
  assert.equal((await call(key)).status, 401);
  assert.match((await visitor.get('/organisation/cles')).text, /Révoquée/);
  const again = await visitor.submit(`/organisation/cles/${row.id}/revoquer`, {}, { on: '/organisation/cles' });
  assert.equal(again.status, 409);
});

test('another organisation neither sees nor revokes the key', async () => {
  const { key, row } = await create({ name: 'ZZ-CLE' });
  const visitor = visit(house.app, stranger);
  assert.doesNotMatch((await visitor.get('/organisation/cles')).text, /ZZ-CLE/);
  const sent = await visitor.submit(`/organisation/cles/${row.id}/revoquer`, {}, { on: form });
  assert.equal(sent.status, 404);
  assert.equal((await call(key)).status, 200);
});

test('who does not administer is refused; who proved her identity too long ago proves it again first', async () => {
  assert.equal((await visit(house.app, clerk).get('/organisation/cles')).status, 403);
  const session = await house.world.aSession(admin.account, admin.membership, { strong: false });
  const answer = await visit(house.app, { session }).get(form);
  assert.equal(answer.status, 303);
  assert.match(answer.location ?? '', /^\/connexion\/confirmer/);
});

test('nothing failed unexpectedly', () => assert.deepEqual(house.failures, []));
