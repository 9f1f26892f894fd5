/** The one guard, tried on every route of the product and on a few of its own: closed unless the permission table opens it. */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { raw } from 'hono/html';
import { z } from 'zod';
import { isPermission } from '#domain/access.ts';
import { magicLinks, repairs } from '#domain/magic-links.ts';
import { permissions } from '#domain/permissions.ts';
import type { Permission } from '#domain/permissions.ts';
import type { Rule } from '#domain/rule.ts';
import { done } from '#domain/result.ts';
import { testHouse } from '#tests/house.ts';
import type { TestHouse } from '#tests/house.ts';
import { hiddenKey, visit } from '#tests/visitor.ts';
import type { Person } from '#tests/world.ts';
import { routes } from '../routes.ts';
import type { App } from './mount.ts';
import { mount } from './mount.ts';
import type { PageRequest, Route, View } from './route.ts';
import { action, data, page } from './route.ts';

const minute = 60_000;
const base = 'http://localhost:3000';
const absent = '00000000-0000-4000-8000-000000000000';

let house: TestHouse;
let real: TestHouse;
let admin: Person;
let trials: App;
let worked = 0;

before(async () => {
  house = await testHouse();
  real = await testHouse({ demo: false });
  admin = await house.world.aMember(await house.world.anOrganisation('facilitator'), 'facilitator.admin');
  trials = mount(house.house, [form('/essai', 'contact.write'), form('/essai-confirme', 'account.secure')].flat());
});

after(() => Promise.all([house.close(), real.close()]));

test('every route has one rule of the permission table, and no two routes share a door', () => {
  assert.deepEqual(
    routes.filter(({ permission }) => !isPermission(permission)),
    [],
  );
  const doors = routes.map(({ method, path }) => `${method} ${path.replace(/:\w+/g, ':x')}`);
  assert.deepEqual(
    doors.filter((door, index) => doors.indexOf(door) !== index),
    [],
  );
  assert.deepEqual(
    routes.filter((route) => ruleOf(route).who === 'jobs'),
    [],
  );
});

test('what programs may call has a scope and a limit, and stands under /api/', () => {
  const endpoints = routes.filter(({ kind }) => kind === 'endpoint');
  const loose = endpoints.filter((route) => ruleOf(route).scope === undefined || route.throttle === undefined);
  assert.deepEqual(
    loose.map(({ path }) => path),
    [],
  );
  assert.deepEqual(
    endpoints.filter(({ path }) => !path.startsWith('/api/')),
    [],
  );
});

test('nothing but what is for everyone opens to a stranger', async () => {
  let closed = 0;
  for (const route of routes.filter((one) => ruleOf(one).who !== 'everyone')) {
    const response = await knock(house.app, route);
    if (route.kind === 'endpoint') assert.equal(response.status, 401, nameOf(route));
    else if (route.link !== undefined && !repairs(route.link)) assert.equal(response.status, 410, nameOf(route));
    else if (route.link !== undefined)
      assert.ok(
        response.headers.get('location')?.startsWith(`${magicLinks[route.link].path}/nouveau-lien/`),
        nameOf(route),
      );
    else
      assert.match(`${response.status} ${response.headers.get('location')}`, /^303 \/connexion(?:\?|$)/, nameOf(route));
    closed += 1;
  }
  assert.ok(closed >= 10, `only ${closed} closed doors: is the route table still read?`);
});

test('somebody signed in who works in no organisation is sent to choose one, and enters none', async () => {
  const { account } = await house.world.anAccount();
  const session = await house.world.aSession(account, null);
  for (const route of routes.filter(
    (one) =>
      one.kind !== 'endpoint' && one.link === undefined && !['everyone', 'signed-in'].includes(String(ruleOf(one).who)),
  )) {
    const response = await knock(house.app, route, { cookie: `guichet=${session}` });
    assert.match(
      String(response.headers.get('location')),
      /^\/(?:compte\/organisation|connexion\/confirmer)(?:\?|$)/,
      nameOf(route),
    );
  }
});

test('a wrong key, a key of another kind of text and a key in the address open nothing', async () => {
  const key = await house.world.aPartnerKey(admin.organisation, admin.account, ['contacts:read']);
  for (const authorization of [
    '',
    'Bearer',
    `Bearer ${key}x`,
    `Basic ${key}`,
    `bearer ${key}`,
    `Bearer ${key}, Bearer ${key}`,
  ]) {
    assert.equal(
      (await house.app.request(`${base}/api/v1/contacts`, { headers: { authorization } })).status,
      401,
      authorization,
    );
  }
  assert.equal((await house.app.request(`${base}/api/v1/contacts?key=${key}`)).status, 401);
  assert.equal(
    (await house.app.request(`${base}/api/v1/contacts`, { headers: { cookie: `guichet=${admin.session}` } })).status,
    401,
  );
});

test('a key revoked, expired or of a closed organisation opens nothing at the next request', async () => {
  const own = await house.world.anOrganisation('buyer');
  const owner = await house.world.aMember(own, 'buyer.admin');
  for (const end of [
    'update partner_key set revoked_at = now() where organisation_id = $1',
    "update partner_key set expires_at = '2026-01-01' where organisation_id = $1",
    'update organisation set closed_at = now() where id = $1',
  ]) {
    const headers = {
      authorization: `Bearer ${await house.world.aPartnerKey(own, owner.account, ['contacts:read'])}`,
    };
    assert.equal((await house.app.request(`${base}/api/v1/contacts`, { headers })).status, 200);
    await house.admin.query(end, [own]);
    assert.equal((await house.app.request(`${base}/api/v1/contacts`, { headers })).status, 401, end);
  }
});

test('an address nobody declared answers 404, as a page or as a problem, with every header', async () => {
  const variants = [
    '/nulle-part',
    '/contacts/',
    '//contacts',
    '/contacts/%2e%2e/x',
    '/contacts%2fnouveau',
    '/CONTACTS',
    '/api/v1/nothing',
    '/.env',
  ];
  for (const path of variants) {
    const response = await house.app.request(`${base}${path}`, {
      headers: { cookie: `guichet=${admin.session}` },
    });
    assert.equal(response.status, 404, path);
    assert.match(response.headers.get('content-security-policy') ?? '', /default-src 'none'/);
    assert.equal(response.headers.get('cache-control'), 'no-store');
    assert.equal(response.headers.get('x-content-type-options'), 'nosniff');
    assert.match(response.headers.get('content-type') ?? '', path.startsWith('/api/') ? /problem\+json/ : /text\/html/);
  }
});

test('a form sent from another site is refused before anything is read of it', async () => {
  const sent = worked;
  for (const headers of [
    { 'sec-fetch-site': 'cross-site' },
    { 'sec-fetch-site': 'same-site' },
    { origin: 'https://ailleurs.example' },
    { origin: 'http://localhost:3001' },
    { origin: 'null' },
  ]) {
    const response = await send(trials, '/essai', { headers });
    assert.equal(response.status, 403, JSON.stringify(headers));
  }
  assert.equal(worked, sent);
});

test('a form without its key, or with the key of somebody else or of nobody, has no effect', async () => {
  const other = await house.world.aMember(admin.organisation, 'facilitator.admin');
  const theirs = hiddenKey((await visit(trials, other).get('/essai')).text);
  const sent = worked;
  for (const cle of ['', 'x', theirs, `${theirs}x`, '00000000-0000-4000-8000-000000000000.']) {
    assert.equal((await send(trials, '/essai', { fields: { cle } })).status, 422, cle);
  }
  assert.equal(worked, sent);
});

test('a form drawn for one organisation has no effect in another, chosen meanwhile in another tab', async () => {
  const elsewhere = await house.world.anOrganisation('buyer');
  const both = await house.world.aMember(admin.organisation, 'facilitator.admin');
  const second = await house.world.aMember(elsewhere, 'buyer.admin', { account: both.account });
  const visitor = visit(trials, both);
  const key = hiddenKey((await visitor.get('/essai')).text);
  await house.admin.query('update session set membership_id = $1 where account_id = $2', [
    second.membership,
    both.account,
  ]);
  const sent = worked;
  const answer = await visitor.submit('/essai', { label: 'x' }, { key });
  assert.equal(worked, sent);
  assert.equal(answer.status, 422);
});

test('a dangerous page asks again who is there, and comes back to where she was', async () => {
  const weak = await house.world.aSession(admin.account, admin.membership, { strong: false });
  const asked = await visit(trials, { session: weak }).get('/essai-confirme?a=1');
  assert.equal(asked.location, `/connexion/confirmer?suite=${encodeURIComponent('/essai-confirme?a=1')}`);
  const sent = worked;
  assert.equal(
    (await send(trials, '/essai-confirme', { session: weak })).headers.get('location'),
    '/connexion/confirmer?suite=%2F',
  );
  assert.equal(worked, sent);
  const visitor = visit(trials, admin);
  assert.equal((await visitor.get('/essai-confirme')).status, 200);
  house.clock.walk(15 * minute);
  assert.equal((await visitor.get('/essai-confirme')).status, 303);
  house.clock.walk(-15 * minute);
});

test('who administers without a second factor works nowhere before adding one', async () => {
  const organisation = await real.world.anOrganisation('facilitator');
  const operator = await real.world.anOrganisation('operator');
  for (const [where, position] of [
    [organisation, 'facilitator.admin'],
    [operator, 'operator.support'],
  ] as const) {
    const { account, membership } = await real.world.aMember(where, position);
    const session = await real.world.aSession(account, membership, { secondFactor: false });
    const rights = Object.keys(permissions)
      .filter(isPermission)
      .filter((name) => !open(name) && allows(name, position));
    const doors = mount(
      real.house,
      rights.map((permission, index) => page({ path: `/porte-${index}`, permission, view })),
    );
    assert.ok(rights.length >= 3);
    for (const [index, permission] of rights.entries()) {
      const { location } = await visit(doors, { session }).get(`/porte-${index}`);
      assert.equal(location, '/compte/securite?obligatoire=1', `${position}: ${permission}`);
    }
  }
});

test('suspension, end of membership, closing, disabling and revocation count at the next request', async () => {
  const ends = {
    suspended: ['update membership set suspended_at = now() where id = $1', 'membership'],
    ended: ["update membership set valid_until = '2026-11-17' where id = $1", 'membership'],
    closed: ['update organisation set closed_at = now() where id = $1', 'organisation'],
    disabled: ['update account set disabled_at = now() where id = $1', 'account'],
    revoked: ['update session set revoked_at = now() where account_id = $1', 'account'],
  } as const;
  for (const [how, [statement, whose]] of Object.entries(ends)) {
    const person = await house.world.aMember(await house.world.anOrganisation('buyer'), 'buyer.admin');
    const visitor = visit(house.app, person);
    assert.equal((await visitor.get('/contacts')).status, 200, how);
    await house.admin.query(statement, [person[whose]]);
    const { location } = await visitor.get('/contacts');
    assert.match(
      location ?? '',
      how === 'disabled' || how === 'revoked' ? /^\/connexion/ : /^\/compte\/organisation/,
      how,
    );
  }
});

test('a session ends after half an hour without use, and after twelve hours whatever is done', async () => {
  const start = house.clock.now();
  const idle = await house.world.aMember(admin.organisation, 'facilitator.admin');
  const busy = await house.world.aMember(admin.organisation, 'facilitator.admin');
  const visitor = visit(house.app, busy);
  house.clock.walk(30 * minute - 1000);
  assert.equal((await visit(house.app, busy).get('/contacts')).status, 200);
  house.clock.walk(1000);
  assert.equal((await visit(house.app, idle).get('/contacts')).status, 303);
  for (let passed = 30; passed < 12 * 60 - 25; passed += 25) {
    house.clock.walk(25 * minute);
    assert.equal((await visitor.get('/contacts')).status, 200, `after ${passed + 25} minutes`);
  }
  house.clock.walk(25 * minute);
  assert.equal((await visitor.get('/contacts')).status, 303);
  house.clock.set(start);
});

test('no answer sends elsewhere, whatever a query says', async () => {
  const away = mount(house.house, [
    page({
      path: '/suite',
      permission: 'public.read',
      view: async ({ query }) => ({ to: query.get('suite') ?? '/' }),
    }),
  ]);
  for (const to of [
    '//ailleurs.example',
    '/\\ailleurs.example',
    '/\t/ailleurs.example',
    '/\n/ailleurs.example',
    '\t//ailleurs.example',
    'https://ailleurs.example',
    'javascript:alert(1)',
    '/\r\nx: y',
    '',
  ]) {
    const response = await away.request(`${base}/suite?suite=${encodeURIComponent(to)}`);
    assert.equal(response.status, 303, JSON.stringify(to));
    const reached = new URL(response.headers.get('location') ?? '', base);
    assert.equal(reached.origin, base, JSON.stringify(to));
  }
});

test('a failure shows neither its cause nor its place, and is written once in the log', async () => {
  const broken = mount(house.house, [
    data({
      path: '/api/casse',
      permission: 'public.read',
      answer: () => Promise.reject(new Error('ZZ-CAUSE at file.ts:1')),
    }),
    page({
      path: '/casse',
      permission: 'public.read',
      view: () => Promise.reject(new Error('ZZ-CAUSE at file.ts:1')),
    }),
  ]);
  for (const path of ['/casse', '/api/casse']) {
    const logged = house.failures.length;
    const response = await broken.request(`${base}${path}`);
    assert.equal(response.status, 500);
    assert.doesNotMatch(await response.text(), /ZZ-CAUSE|\.ts:|node_modules/);
    assert.match(response.headers.get('content-security-policy') ?? '', /default-src 'none'/);
    assert.equal(house.failures.length, logged + 1);
  }
});

async function view({ key }: PageRequest): Promise<View> {
  return { title: 'Essai', body: raw(`<input type="hidden" name="cle" value="${key()}">`) };
}

/** A page whose form counts each time its story runs. */
function form(path: string, permission: Permission): Route[] {
  return [
    page({ path, permission, view }),
    action({
      path,
      permission,
      input: z.object({ label: z.string().default('') }),
      story: async () => done((worked += 1)),
      afterwards: () => ({ to: path }),
      page: view,
    }),
  ];
}

function ruleOf({ permission }: Route): Rule {
  return permissions[permission];
}

function open(permission: Permission): boolean {
  return ['everyone', 'signed-in', 'jobs'].includes(String(permissions[permission].who));
}

function allows(permission: Permission, position: string): boolean {
  const { who }: Rule = permissions[permission];
  return typeof who === 'string' || who.some((one) => one === position);
}

function nameOf({ method, path }: Route): string {
  return `${method} ${path}`;
}

function knock(app: App, { method, path }: Route, headers: Record<string, string> = {}): Promise<Response> {
  return Promise.resolve(app.request(`${base}${path.replace(/:\w+/g, absent)}`, { method, headers }));
}

function send(
  app: App,
  path: string,
  {
    session = admin.session,
    headers = {},
    fields = {},
  }: { session?: string; headers?: Record<string, string>; fields?: Record<string, string> },
): Promise<Response> {
  const type = { 'content-type': 'application/x-www-form-urlencoded', cookie: `guichet=${session}` };
  const body = new URLSearchParams(fields).toString();
  return Promise.resolve(app.request(`${base}${path}`, { method: 'POST', headers: { ...type, ...headers }, body }));
}
