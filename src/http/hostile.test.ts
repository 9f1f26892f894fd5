/** What nobody honest sends, and what arrives at a bad moment: a clear refusal each time, and nobody else waits. */
import assert from 'node:assert/strict';
import { connect } from 'node:net';
import type { AddressInfo } from 'node:net';
import { after, before, test } from 'node:test';
import { serve } from '@hono/node-server';
import type { ServerType } from '@hono/node-server';
import { z } from 'zod';
import { done, refuse } from '#domain/result.ts';
import { claimKey } from '#db/idempotency.ts';
import { inTransaction } from '#db/transaction.ts';
import { testHouse } from '#tests/house.ts';
import type { TestHouse } from '#tests/house.ts';
import { visit } from '#tests/visitor.ts';
import type { Person } from '#tests/world.ts';
import { routes } from '../routes.ts';
import { newFormKey } from './form-key.ts';
import { keptValues } from './form-body.ts';
import { mount } from './mount.ts';
import { action, page } from './route.ts';
import { spend } from './throttle.ts';

const base = 'http://localhost:3000';
const absent = '00000000-0000-4000-8000-000000000000';

let house: TestHouse;
let admin: Person;
let key: string;
let server: ServerType;
let port: number;

before(async () => {
  house = await testHouse();
  admin = await house.world.aMember(await house.world.anOrganisation('facilitator'), 'facilitator.admin');
  key = await house.world.aPartnerKey(admin.organisation, admin.account, ['contacts:read', 'contacts:write']);
  server = serve({ fetch: house.app.fetch, port: 0, hostname: '127.0.0.1' });
  await new Promise((resolve) => server.once('listening', resolve));
  port = (server.address() as AddressInfo).port;
});

after(async () => {
  if ('closeAllConnections' in server) server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
  await house.close();
});

test('a place in a list that nobody of ours wrote is as good as absent, on every list of the product', async () => {
  const operator = await house.world.aMember(await house.world.anOrganisation('operator'), 'operator.support');
  const places = [['a', 'abc'], ['a', '-'.repeat(36)], ['2026-13-45', absent], { length: 2 }];
  const wrong: string[] = [];
  let lists = 0;
  for (const { path } of routes.filter((route) => route.kind === 'page' && !route.path.includes(':'))) {
    await house.admin.query('delete from throttle');
    for (const visitor of [visit(house.app, admin), visit(house.app, operator)]) {
      if (!/class="list"/.test((await visitor.get(path)).text)) continue;
      lists += 1;
      for (const place of places) {
        const cursor = Buffer.from(JSON.stringify(place)).toString('base64url');
        for (const query of [`apres=${cursor}`, `avant=${cursor}`]) {
          if ((await visitor.get(`${path}?${query}`)).status >= 500) wrong.push(`${path} ${JSON.stringify(place)}`);
        }
      }
    }
  }
  assert.ok(lists >= 3, `only ${lists} lists were tried`);
  for (const place of places) {
    const read = await call(
      'GET',
      `/api/v1/contacts?cursor=${Buffer.from(JSON.stringify(place)).toString('base64url')}`,
    );
    if (read.status >= 500) wrong.push(`/api/v1/contacts ${JSON.stringify(place)}`);
  }
  assert.deepEqual([...new Set(wrong)], []);
});

test('a body too deep, too odd or too large is refused, never a failure', async () => {
  const bodies = [
    '['.repeat(400_000),
    `{"label":${'{"a":'.repeat(50_000)}1${'}'.repeat(50_000)}}`,
    '{"__proto__":{"label":"x"}}',
    '{"constructor":{"prototype":{"a":1}}}',
    '{"version":1e999}',
    '{"label":"\\ud800","purpose":"general","email":"a@b.example"}',
    '{"label":"\\u0000"}',
    'null',
    '[]',
    '"x"',
    '',
    '\uFEFF{}',
    '{"label":1}',
  ];
  for (const [index, body] of bodies.entries()) {
    const response = await call('POST', '/api/v1/contacts', {
      body,
      headers: { 'idempotency-key': `hostile-${index}` },
    });
    assert.ok(
      (response.status >= 400 && response.status < 500) || body.includes('ud800'),
      `${body.slice(0, 40)}: ${response.status}`,
    );
  }
  assert.equal((await call('POST', '/api/v1/contacts', { body: 'x'.repeat(1_100_000) })).status, 413);
  assert.equal(Object.hasOwn(Object.prototype, 'label'), false);
});

test('a form cut in the middle, or that lies about its shape, is refused on its own page', async () => {
  const cookie = `guichet=${admin.session}`;
  const part = '--x\r\ncontent-disposition: form-data; name="label"\r\n\r\nValeur';
  const bodies: [string, string][] = [
    ['multipart/form-data', part],
    ['multipart/form-data; boundary=x', part],
    ['multipart/form-data; boundary=y', part],
    ['multipart/form-data; boundary=', part],
    [
      'multipart/form-data; boundary=x',
      '--x\r\ncontent-disposition: form-data; name="label"; filename="a"\r\n\r\nV\r\n--x--\r\n',
    ],
    ['application/x-www-form-urlencoded', '%zz=%ff&__proto__=1&__proto__=2&cle[]=1'],
    ['application/x-www-form-urlencoded', 'cle=1&cle=2'],
    ['text/plain', 'cle=1'],
    ['', 'cle=1'],
  ];
  for (const [type, body] of bodies) {
    const response = await house.app.request(`${base}/contacts/nouveau`, {
      method: 'POST',
      headers: { 'content-type': type, cookie },
      body,
    });
    assert.equal(response.status, 422, `${type} ${body.slice(0, 30)}`);
  }
});

test('what was typed comes back after a refusal, an address with its postcode included, but no secret', () => {
  const typed = {
    postcode: '44000',
    activityCode: '8810C',
    communeCode: '44109',
    article: 'x',
    password: 'x',
    newPassword: 'x',
    code: '123456',
    cle: 'x',
  };
  assert.deepEqual(
    Object.keys(keptValues(typed)).filter((name) => !/^(?:activityCode|communeCode)$/.test(name)),
    ['postcode', 'article'],
  );
});

test('the same key with another file is another demand', async () => {
  const view = async () => ({ title: 'x', body: 'x' });
  const input = z.object({ fichier: z.instanceof(File) });
  const door = { path: '/depot', permission: 'sign-in.enter', as: 'gate' } as const;
  const doors = mount(house.house, [
    action({ ...door, input, page: view, story: async () => done(null), afterwards: () => ({ to: '/' }) }),
  ]);
  const cle = newFormKey(house.house, { kind: 'anonymous' });
  const statuses: number[] = [];
  for (const content of ['un', 'un', 'deux']) {
    const body = new FormData();
    body.append('cle', cle);
    body.append('fichier', new File([content], 'a.csv'));
    statuses.push((await doors.request(`${base}/depot`, { method: 'POST', body })).status);
  }
  assert.deepEqual(statuses, [303, 303, 422]);
});

test('an outcome is given back to its own actor only', async () => {
  const claim = { key: 'cle-partagee', route: 'POST /x', bodyHash: Buffer.from('x'), now: house.clock.now() };
  for (const actor of ['member:1', 'member:2']) {
    const scope = { role: 'app' as const, actor, organisation: null, account: null, today: '2026-11-18' };
    assert.equal((await inTransaction(house.database, scope, (db) => claimKey(db, { ...claim, actor }))).state, 'new');
  }
  const thief = {
    role: 'app' as const,
    actor: 'member:3',
    organisation: null,
    account: null,
    today: '2026-11-18',
  };
  await assert.rejects(
    inTransaction(house.database, thief, (db) => claimKey(db, { ...claim, actor: 'member:1' })),
    /row-level security|state/,
  );
});

test('raw requests that no browser writes never end the process nor show its inside', async () => {
  const lines = [
    'GET /contacts?q=%00 HTTP/1.1\r\nhost: a\r\n\r\n',
    'GET /contacts?q=%ZZ&tri=%E0%A4 HTTP/1.1\r\nhost: a\r\n\r\n',
    'GET /%E0%A4%A HTTP/1.1\r\nhost: a\r\n\r\n',
    'GET // HTTP/1.1\r\nhost: a\r\n\r\n',
    'GET http://autre.example/contacts HTTP/1.1\r\nhost: a\r\n\r\n',
    'GET * HTTP/1.1\r\nhost: a\r\n\r\n',
    'OPTIONS * HTTP/1.1\r\nhost: a\r\n\r\n',
    'GET /contacts HTTP/1.1\r\nhost: a b\r\n\r\n',
    'GET /contacts HTTP/1.1\r\nhost: [\r\n\r\n',
    'GET /contacts HTTP/1.1\r\nhost: \r\n\r\n',
    'GET /contacts HTTP/1.1\r\nhost: a@b/c?d#e\r\n\r\n',
    'GET /contacts HTTP/1.0\r\n\r\n',
    'TRACE /contacts HTTP/1.1\r\nhost: a\r\n\r\n',
    'CONNECT a:1 HTTP/1.1\r\nhost: a\r\n\r\n',
    'HEAD /contacts HTTP/1.1\r\nhost: a\r\n\r\n',
    'PROPFIND /contacts HTTP/1.1\r\nhost: a\r\n\r\n',
    'GET /contacts HTTP/1.1\r\nhost: a\r\ncookie: guichet=%E0%A4%A; guichet=\u0001; =; ;;\r\n\r\n',
    `GET /contacts HTTP/1.1\r\nhost: a\r\nx: ${'a'.repeat(20_000)}\r\n\r\n`,
    `GET /contacts?q=${'a'.repeat(20_000)} HTTP/1.1\r\nhost: a\r\n\r\n`,
    'POST /contacts/nouveau HTTP/1.1\r\nhost: a\r\ncontent-length: -1\r\n\r\n',
    'POST /contacts/nouveau HTTP/1.1\r\nhost: a\r\ncontent-length: 1\r\ntransfer-encoding: chunked\r\n\r\n0\r\n\r\n',
    'POST /contacts/nouveau HTTP/1.1\r\nhost: a\r\ncontent-length: 9999999\r\n\r\n',
    'POST /contacts/nouveau HTTP/1.1\r\nhost: a\r\ntransfer-encoding: chunked\r\n\r\nZZ\r\n',
    'GET /contacts HTTP/1.1\r\nhost: a\r\nupgrade: websocket\r\nconnection: upgrade\r\n\r\n',
    'GET /contacts HTTP/1.1\r\nhost: a\r\naccept-encoding: br;q=0, gzip;q=0\r\n\r\n',
    'n importe quoi\r\n\r\n',
  ];
  for (const line of lines) {
    const answer = await rawly(line);
    assert.doesNotMatch(
      answer,
      /^HTTP\/1\.1 5|node_modules|\.ts:\d/,
      `${JSON.stringify(line.slice(0, 80))}\n${answer.slice(0, 300)}`,
    );
  }
  assert.equal((await fetch(`http://127.0.0.1:${port}/sante`)).status, 200);
});

test('an encoding the browser refuses is not used', async () => {
  const { headers } = await visit(house.app, admin).get('/contacts/nouveau', {
    'accept-encoding': 'br;q=0, gzip;q=0',
  });
  assert.equal(headers.get('content-encoding'), null);
});

test('what a refused story asks to keep is kept, the rest undone, and the key may serve again', async () => {
  let story = 0;
  const draw = async () => ({ title: 'x', body: 'x' });
  const path = '/essai';
  const doors = mount(house.house, [
    page({ path, permission: 'sign-in.enter', as: 'gate', view: draw }),
    action({
      path,
      permission: 'sign-in.enter',
      as: 'gate',
      input: z.object({ keep: z.string() }),
      page: draw,
      async story({ db, now }, { keep }) {
        story += 1;
        await spend(db, { throttle: 'reset', holder: `essai-${keep}`, now });
        return story > 3
          ? done(null)
          : { ...refuse('sign-in-refused'), ...(keep === 'oui' && { keep: true as const }) };
      },
      afterwards: () => ({ to: path }),
    }),
  ]);
  const visitor = visit(doors);
  const cle = newFormKey(house.house, { kind: 'anonymous' });
  assert.equal((await visitor.submit(path, { keep: 'oui' }, { key: cle })).status, 422);
  assert.equal((await visitor.submit(path, { keep: 'non' }, { key: cle })).status, 422);
  assert.equal((await visitor.submit(path, { keep: 'oui' }, { key: cle })).status, 422);
  const counted = await house.admin.query("select failures from throttle where key like 'reset:%' order by failures");
  assert.deepEqual(counted.rows, [{ failures: 2 }]);
  assert.equal((await visitor.submit(path, { keep: 'non' }, { key: cle })).status, 303);
  assert.equal((await visitor.submit(path, { keep: 'non' }, { key: cle })).status, 303);
  assert.equal(story, 4);
});

test('a database that does not answer gives 503 with a delay, as a page and as a problem', async () => {
  const away = await testHouse();
  await away.close();
  for (const [path, type] of [
    ['/contacts', /text\/html/],
    ['/api/v1/contacts', /problem\+json/],
  ] as const) {
    const response = await away.app.request(`${base}${path}`);
    assert.equal(response.status, 503);
    assert.equal(response.headers.get('retry-after'), '5');
    assert.match(response.headers.get('content-type') ?? '', type);
  }
  assert.equal((await away.app.request(`${base}/sante`)).status, 503);
});

function call(
  method: string,
  path: string,
  { body, headers = {} }: { body?: string; headers?: Record<string, string> } = {},
) {
  const sent = { authorization: `Bearer ${key}`, 'content-type': 'application/json', ...headers };
  return Promise.resolve(
    house.app.request(`${base}${path}`, { method, headers: sent, ...(body !== undefined && { body }) }),
  );
}

function rawly(text: string): Promise<string> {
  return new Promise((resolve) => {
    let answer = '';
    const socket = connect(port, '127.0.0.1', () => socket.write(text, 'latin1'));
    socket.setTimeout(400, () => socket.destroy());
    socket.on('data', (bytes) => {
      answer += bytes.toString('latin1');
      if (answer.includes('\r\n\r\n')) socket.destroy();
    });
    socket.on('error', () => undefined);
    socket.on('close', () => resolve(answer));
  });
}
