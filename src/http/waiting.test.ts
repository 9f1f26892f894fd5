/** Slow clients, slow services and requests that last: nobody else waits for them, and the database is held by none. */
import assert from 'node:assert/strict';
import { connect } from 'node:net';
import type { AddressInfo } from 'node:net';
import { after, before, test } from 'node:test';
import { serve } from '@hono/node-server';
import type { ServerType } from '@hono/node-server';
import { testHouse } from '#tests/house.ts';
import type { TestHouse } from '#tests/house.ts';
import { visit } from '#tests/visitor.ts';
import type { Person } from '#tests/world.ts';
import { mount } from './mount.ts';
import { page } from './route.ts';

const base = 'http://localhost:3000';

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

test('clients who send their body one byte at a time take no connection of the database from the others', async () => {
  const head = `POST /api/v1/contacts HTTP/1.1\r\nhost: a\r\nauthorization: Bearer ${key}\r\ncontent-type: application/json\r\nidempotency-key: lente-0001\r\ncontent-length: 500\r\n\r\n{`;
  const sockets = Array.from({ length: 12 }, () => connect(port, '127.0.0.1'));
  try {
    for (const socket of sockets) {
      socket.on('error', () => undefined);
      socket.write(head);
    }
    await pause(300);
    const answer = await soon(visit(house.app, admin).get('/contacts'));
    assert.ok(answer !== 'late' && answer.status === 200);
  } finally {
    for (const socket of sockets) socket.destroy();
  }
});

test('those who wait for the register of companies take no connection of the database from the others', async () => {
  const { register } = house.house;
  let release: () => void = () => undefined;
  const slow = new Promise<void>((resolve) => {
    release = resolve;
  });
  house.house.register = { ...register, lookUp: (siret: string) => slow.then(() => register.lookUp(siret)) };
  const waiting = Array.from({ length: 12 }, () => visit(house.app, admin).get('/organisation/actualiser'));
  try {
    await pause(300);
    const answer = await soon(visit(house.app, admin).get('/contacts/nouveau'));
    assert.ok(answer !== 'late' && answer.status === 200);
  } finally {
    release();
    house.house.register = register;
    await Promise.all(waiting);
  }
});

test('forty at once are all answered: no request needs two connections', async () => {
  const answers = await Promise.all(Array.from({ length: 40 }, () => visit(house.app, admin).get('/contacts/nouveau')));
  assert.deepEqual([...new Set(answers.map(({ status }) => status))], [200]);
});

test('a request that lasts does not make the other tabs of the same person wait', async () => {
  const person = await house.world.aMember(admin.organisation, 'facilitator.admin');
  house.clock.walk(61_000);
  const other = await house.admin.connect();
  try {
    await other.query('begin');
    await other.query('update session set seen_at = seen_at where account_id = $1', [person.account]);
    const answer = await soon(visit(house.app, person).get('/contacts'));
    assert.notEqual(answer, 'late');
  } finally {
    await other.query('rollback');
    other.release();
  }
});

test('a try is counted even when its request then fails', async () => {
  const view = () => Promise.reject(new Error('broken'));
  const doors = mount(house.house, [page({ path: '/casse', permission: 'public.read', throttle: 'export', view })]);
  for (let tries = 0; tries < 20; tries += 1) assert.equal((await doors.request(`${base}/casse`)).status, 500);
  assert.equal((await doors.request(`${base}/casse`)).status, 429);
});

test('a limited request that lasts does not hold the next ones of the same visitor', async () => {
  let release: () => void = () => undefined;
  const slow = new Promise<void>((resolve) => {
    release = resolve;
  });
  const doors = mount(house.house, [
    page({
      path: '/lente',
      permission: 'public.read',
      throttle: 'search',
      view: () => slow.then(() => ({ title: 'x', body: 'x' })),
    }),
    page({
      path: '/vive',
      permission: 'public.read',
      throttle: 'search',
      view: async () => ({ title: 'x', body: 'x' }),
    }),
  ]);
  const first = doors.request(`${base}/lente`);
  await pause(100);
  const second = await soon(Promise.resolve(doors.request(`${base}/vive`)));
  release();
  assert.equal((await first).status, 200);
  assert.ok(second !== 'late' && second.status === 200);
});

function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, milliseconds);
  });
}

function soon<Value>(answer: Promise<Value>): Promise<Value | 'late'> {
  return Promise.race([answer, pause(2500).then(() => 'late' as const)]);
}
