/** What hostile or clumsy programs send to the API: each gets one clear problem, and nothing is harmed. */
import assert from 'node:assert/strict';
import { after, before, beforeEach, test } from 'node:test';
import { testHouse, testStart } from '#tests/house.ts';
import type { TestHouse } from '#tests/house.ts';
import type { Person } from '#tests/world.ts';

let house: TestHouse;
let admin: Person;
let stranger: Person;
let key: string;
let reading: string;
let foreign: string;
let sent = 0;

before(async () => {
  house = await testHouse();
  const { world } = house;
  admin = await world.aMember(await world.anOrganisation('facilitator', { name: 'Relais' }), 'facilitator.admin');
  stranger = await world.aMember(await world.anOrganisation('buyer', { name: 'Métropole' }), 'buyer.admin');
  key = await world.aPartnerKey(admin.organisation, admin.account, ['contacts:read', 'contacts:write']);
  reading = await world.aPartnerKey(admin.organisation, admin.account, ['contacts:read']);
  foreign = await world.aPartnerKey(stranger.organisation, stranger.account, ['contacts:read', 'contacts:write']);
});

after(() => house.close());

beforeEach(async () => {
  house.clock.set(testStart);
  await house.admin.query('delete from throttle');
});

interface Sending {
  method?: string;
  path?: string;
  bearer?: string | null;
  body?: string;
  headers?: Record<string, string>;
}

async function send({ method = 'POST', path = '/api/v1/contacts', bearer = key, body, headers = {} }: Sending) {
  sent += 1;
  const all: Record<string, string> = {
    'content-type': 'application/json',
    'idempotency-key': `abus-${sent}-${path.length}`,
    ...(bearer !== null && { authorization: `Bearer ${bearer}` }),
    ...headers,
  };
  const response = await house.app.request(path, {
    method,
    headers: all,
    ...(body !== undefined && { body }),
  });
  const text = await response.text();
  return { status: response.status, headers: response.headers, text, json: () => JSON.parse(text) };
}

function contact(more: Record<string, unknown> = {}): string {
  return JSON.stringify({ label: `Abus ${sent}`, purpose: 'general', email: 'abus@relais.example', ...more });
}

async function contactCount(): Promise<number> {
  return (await house.admin.query('select from contact')).rowCount ?? 0;
}

const deep = '['.repeat(100_000) + ']'.repeat(100_000);

for (const [what, status, sending] of [
  ['no body', 400, {}],
  [
    'a form instead of JSON',
    400,
    { body: 'label=a', headers: { 'content-type': 'application/x-www-form-urlencoded' } },
  ],
  ['JSON announced as text', 400, { body: contact(), headers: { 'content-type': 'text/plain' } }],
  ['JSON cut in the middle', 400, { body: '{"label": "a"' }],
  ['a list instead of an object', 400, { body: '[]' }],
  ['null', 400, { body: 'null' }],
  ['lists within lists, a hundred thousand deep', 400, { body: deep }],
  ['a field a hundred thousand lists deep', 422, { body: `{"label": ${deep}, "purpose": "general"}` }],
  ['a number where a text is due', 422, { body: contact({ label: 1e308 }) }],
  ['a number beyond all numbers', 422, { body: '{"label": 1e999, "purpose": "general", "email": "a@b.example"}' }],
  ['a field that does not exist', 422, { body: contact({ organisationId: 'x' }) }],
  ['the field of another organisation', 422, { body: contact({ organisation: 'x', role: 'admin' }) }],
  ['a NUL', 422, { body: contact({ label: 'a\u0000b' }) }],
  ['a lone surrogate', 422, { body: '{"label": "a\\ud800b", "purpose": "general", "email": "a@b.example"}' }],
  [
    'a version beyond integers',
    422,
    { method: 'PUT', path: `/api/v1/contacts/${crypto.randomUUID()}`, body: contact({ version: 1e300 }) },
  ],
  ['a parameter that does not exist', 422, { method: 'GET', path: '/api/v1/contacts?tri=secret' }],
  ['an id that is none', 404, { method: 'GET', path: "/api/v1/contacts/1'or'1'='1" }],
  ['no idempotency key', 400, { body: contact(), headers: { 'idempotency-key': '' } }],
  ['an idempotency key too short', 400, { body: contact(), headers: { 'idempotency-key': 'court' } }],
  ['an idempotency key too long', 400, { body: contact(), headers: { 'idempotency-key': 'x'.repeat(256) } }],
  ['two megabytes', 413, { body: contact({ label: 'x'.repeat(2_000_000) }) }],
] as const satisfies [string, number, Sending][]) {
  test(`${what}: ${status}, as a problem with a stable code, and nothing written`, async () => {
    const count = await contactCount();
    const answer = await send(sending);
    assert.equal(answer.status, status, answer.text.slice(0, 300));
    assert.equal(await contactCount(), count);
    assert.equal(answer.headers.get('content-type'), 'application/problem+json');
    const problem = answer.json();
    assert.equal(problem.status, status);
    assert.equal(problem.type, `/api#${problem.code}`);
    assert.doesNotMatch(answer.text, /at \w+ \(|select |node_modules/i);
  });
}

test('a cursor of its own making is as good as none', async () => {
  for (const cursor of ['eyJ4Ijp7fX0', 'W10', 'x'.repeat(400), '%5B%5D']) {
    const answer = await send({ method: 'GET', path: `/api/v1/contacts?cursor=${cursor}` });
    assert.equal(answer.status, 200, cursor);
    assert.ok(Array.isArray(answer.json().items));
  }
});

test('an unknown field is named, so that the program can be corrected', async () => {
  const { errors } = (await send({ body: contact({ couleur: 'rouge' }) })).json();
  assert.deepEqual(errors, [{ field: 'couleur', text: 'Le champ couleur n’existe pas. Retirez-le de la demande.' }]);
});

test('a thousand unknown fields do not come back', async () => {
  const many = Object.fromEntries(Array.from({ length: 1000 }, (_, rank) => [`champ${rank}`, 1]));
  const { errors } = (await send({ body: contact(many) })).json();
  assert.equal(errors.length, 10);
});

test('__proto__ and constructor change nothing for anybody', async () => {
  for (const poison of ['"__proto__": {"admin": true}', '"constructor": {"prototype": {"admin": true}}']) {
    const answer = await send({
      body: `{${poison}, "label": "Poison ${sent}", "purpose": "general", "email": "p@relais.example"}`,
    });
    assert.equal(answer.status, 422, answer.text);
    assert.equal('admin' in {}, false);
    assert.doesNotMatch(answer.text, /"admin"/);
  }
});

test('of a field given twice the last one counts, in the effect and in the answer', async () => {
  const answer = await send({
    body: '{"label": "Premier", "label": "Second", "purpose": "general", "email": "d@relais.example"}',
  });
  assert.equal(answer.status, 201);
  assert.equal(answer.json().label, 'Second');
  assert.equal((await house.admin.query("select from contact where label = 'Premier'")).rowCount, 0);
});

test('the same sending again gives the same answer and no second effect; another body or address is refused', async () => {
  const headers = { 'idempotency-key': 'rejeu-0001' };
  const body = contact({ label: 'Rejeu' });
  const answers = await Promise.all([1, 2, 3].map(() => send({ body, headers })));
  assert.deepEqual(
    answers.map(({ status }) => status),
    [201, 201, 201],
  );
  for (const answer of answers) assert.deepEqual(answer.json(), answers[0]?.json());
  assert.equal((await house.admin.query("select from contact where label = 'Rejeu'")).rowCount, 1);
  const other = await send({ body: contact({ label: 'Autre' }), headers });
  assert.deepEqual([other.status, other.json().code], [422, 'key-reused']);
  const { id } = answers[0]?.json() ?? {};
  const elsewhere = await send({ method: 'DELETE', path: `/api/v1/contacts/${id}`, headers });
  assert.deepEqual([elsewhere.status, elsewhere.json().code], [422, 'key-reused']);
});

test('the idempotency key of one organisation means nothing to another', async () => {
  const headers = { 'idempotency-key': 'partagee-0001' };
  const body = contact({ label: 'Chez chacun' });
  assert.equal((await send({ body, headers })).status, 201);
  const theirs = await send({ body, headers, bearer: foreign });
  assert.equal(theirs.status, 201);
  assert.equal(theirs.headers.get('idempotency-replayed'), null);
  assert.equal(theirs.json().organisationId, stranger.organisation);
});

test('another organisation’s key finds, changes and removes nothing here', async () => {
  const id = await house.world.aContact(admin.organisation, { label: 'À nous' });
  const path = `/api/v1/contacts/${id}`;
  const body = contact({ label: 'Pris', version: 1 });
  const answers = [
    await send({ method: 'GET', path, bearer: foreign }),
    await send({ method: 'PUT', path, bearer: foreign, body }),
    await send({ method: 'DELETE', path, bearer: foreign }),
  ];
  assert.deepEqual(
    answers.map(({ status }) => status),
    [404, 404, 404],
  );
  assert.ok(!(await send({ method: 'GET', bearer: foreign })).text.includes('À nous'));
  const { rows } = await house.admin.query('select label, archived_at from contact where id = $1', [id]);
  assert.deepEqual(rows, [{ label: 'À nous', archived_at: null }]);
});

test('a key that is missing, forged, expired or revoked is refused in the same words, without saying which', async () => {
  const revoked = await house.world.aPartnerKey(admin.organisation, admin.account, ['contacts:read']);
  await house.admin.query('update partner_key set revoked_at = now() where prefix = $1', [revoked.slice(0, 11)]);
  const expired = await house.world.aPartnerKey(admin.organisation, admin.account, ['contacts:read']);
  await house.admin.query('update partner_key set expires_at = $2 where prefix = $1', [
    expired.slice(0, 11),
    house.clock.now(),
  ]);
  const texts = new Set<string>();
  for (const bearer of [
    null,
    '',
    'gk_abcdefgh_',
    `${key}x`,
    `${key.slice(0, 12)}${'A'.repeat(43)}`,
    revoked,
    expired,
  ]) {
    const answer = await send({ method: 'GET', bearer });
    assert.equal(answer.status, 401, String(bearer));
    assert.equal(answer.headers.get('www-authenticate'), 'Bearer');
    texts.add(answer.text);
  }
  assert.equal(texts.size, 1);
});

test('a session cookie opens no endpoint, and a key opens no page', async () => {
  const cookie = await send({ method: 'GET', bearer: null, headers: { cookie: `guichet=${admin.session}` } });
  assert.equal(cookie.status, 401);
  const page = await house.app.request('/contacts', { headers: { authorization: `Bearer ${key}` } });
  assert.equal(page.status, 303);
});

test('a reading key writes nothing', async () => {
  const answer = await send({ bearer: reading, body: contact() });
  assert.deepEqual([answer.status, answer.json().code], [403, 'out-of-scope']);
});

test('sixty calls a minute, told as they are spent, then a wait that is true', async () => {
  const first = await send({ method: 'GET' });
  assert.equal(first.headers.get('ratelimit-policy'), '"api";q=60;w=60');
  assert.equal(first.headers.get('ratelimit'), '"api";r=59;t=60');
  house.clock.walk(10_000);
  for (let turn = 1; turn < 60; turn += 1) assert.equal((await send({ method: 'GET' })).status, 200);
  const refused = await send({ method: 'GET' });
  assert.equal(refused.status, 429);
  assert.equal(refused.headers.get('retry-after'), '50');
  assert.equal(refused.headers.get('ratelimit'), '"api";r=0;t=50');
  assert.equal((await send({ method: 'GET', bearer: foreign })).status, 200);
  house.clock.walk(50_000);
  assert.equal((await send({ method: 'GET' })).status, 200);
});

test('pages of other sites are given no right to call', async () => {
  const headers = { origin: 'https://elsewhere.example', 'access-control-request-method': 'POST' };
  for (const answer of [await send({ method: 'OPTIONS', headers }), await send({ method: 'GET', headers })]) {
    const granted = [...answer.headers.keys()].filter((name) => name.startsWith('access-control-'));
    assert.deepEqual(granted, []);
    assert.equal(answer.headers.get('cross-origin-resource-policy'), 'same-origin');
  }
});

test('other methods are told what there is', async () => {
  const one = `/api/v1/contacts/${crypto.randomUUID()}`;
  for (const [method, path, allow] of [
    ['PATCH', '/api/v1/contacts', 'GET, HEAD, POST, OPTIONS'],
    ['DELETE', '/api/v1/contacts', 'GET, HEAD, POST, OPTIONS'],
    ['POST', one, 'GET, HEAD, PUT, DELETE, OPTIONS'],
    ['POST', '/api/v1/openapi.json', 'GET, HEAD, OPTIONS'],
  ] as const) {
    const answer = await send({ method, path, body: '{}' });
    assert.equal(answer.status, 405, `${method} ${path}`);
    assert.equal(answer.headers.get('allow'), allow);
    assert.equal(answer.json().code, 'method-unfit');
  }
  const options = await send({ method: 'OPTIONS' });
  assert.deepEqual([options.status, options.headers.get('allow'), options.text], [204, 'GET, HEAD, POST, OPTIONS', '']);
  const head = await send({ method: 'HEAD' });
  assert.deepEqual([head.status, head.text], [200, '']);
  assert.equal((await send({ method: 'HEAD', bearer: null })).status, 401);
  assert.equal((await send({ method: 'GET', path: '/api/v1/nothing' })).json().code, 'not-found');
  assert.equal((await send({ method: 'GET', path: '/api/v2/contacts' })).status, 404);
});

test('nothing of all this failed unexpectedly', () => assert.deepEqual(house.failures, []));
