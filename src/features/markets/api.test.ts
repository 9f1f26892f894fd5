/** Markets for programs: scopes, keyset pages, idempotency, other organisations, no amount. */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { MarketHouse } from '#tests/world-markets.ts';
import { marketHouse, siretOf } from '#tests/world-markets.ts';
import { marketRoutes } from './market-routes.ts';

let house: MarketHouse;
let reading: string;
let writing: string;

before(async () => {
  house = await marketHouse(marketRoutes);
  const { facilitator, world } = house;
  reading = await world.aPartnerKey(facilitator.organisation, facilitator.account, ['markets:read']);
  writing = await world.aPartnerKey(facilitator.organisation, facilitator.account, ['markets:write']);
});
after(() => house.close());

async function call(method: string, path: string, { key, body, once }: { key: string; body?: unknown; once?: string }) {
  const headers: Record<string, string> = {
    authorization: `Bearer ${key}`,
    'content-type': 'application/json',
    ...(once !== undefined && { 'idempotency-key': once }),
  };
  const response = await house.app.request(`http://localhost:3000${path}`, {
    method,
    headers,
    ...(body !== undefined && { body: JSON.stringify(body) }),
  });
  const text = await response.text();
  return { status: response.status, json: JSON.parse(text === '' ? 'null' : text), text };
}

test('a market registered by a program is the one a page would have made, once for one key', async () => {
  const body = {
    object: 'Par programme',
    buyerSiret: await siretOf(house, house.buyer.organisation),
    hours: '151,67',
    notifiedOn: '2026-10-01',
  };
  assert.equal((await call('POST', '/api/v1/markets', { key: reading, body, once: 'marche-0001' })).status, 403);
  const first = await call('POST', '/api/v1/markets', { key: writing, body, once: 'marche-0001' });
  assert.equal(first.status, 201, first.text);
  assert.equal(first.json.lots[0].commitments[0].minutes, 9100);
  const again = await call('POST', '/api/v1/markets', { key: writing, body, once: 'marche-0001' });
  assert.deepEqual(again.json, first.json);
  const kept = await house.admin.query("select id from market where object = 'Par programme'");
  assert.equal(kept.rowCount, 1);
  const bad = await call('POST', '/api/v1/markets', {
    key: writing,
    body: { ...body, hours: '0' },
    once: 'marche-0002',
  });
  assert.equal(bad.status, 422);
  assert.equal(bad.json.errors[0].field, 'hours');
  const unknown = await call('POST', '/api/v1/markets', {
    key: writing,
    body: { ...body, keeperId: 'x' },
    once: 'marche-0003',
  });
  assert.equal(unknown.status, 422);
});

test('a company whose key carries the scope still registers no market', async () => {
  const key = await house.world.aPartnerKey(house.company.organisation, house.company.account, ['markets:write']);
  const body = { object: 'Non', buyerSiret: await siretOf(house, house.buyer.organisation), hours: '10' };
  assert.equal((await call('POST', '/api/v1/markets', { key, body, once: 'marche-0009' })).status, 403);
});

test('pages follow each other without loss or repetition, and another organisation reads none of them', async () => {
  const { thread, facilitator, buyer } = house;
  for (let rank = 0; rank < 55; rank += 1) {
    const market = await thread.aMarket({
      keeper: facilitator.organisation,
      buyer: buyer.organisation,
      object: `Série ${String(rank % 7)}`,
    });
    await thread.aLot({ market });
  }
  const first = await call('GET', '/api/v1/markets', { key: reading });
  assert.equal(first.json.items.length, 50);
  const second = await call('GET', `/api/v1/markets?cursor=${first.json.next}`, { key: reading });
  const all = [...first.json.items, ...second.json.items].map(({ id }: { id: string }) => id);
  assert.equal(new Set(all).size, all.length);
  assert.equal(all.length, 56);
  assert.equal(second.json.next, null);
  const key = await house.world.aPartnerKey(house.stranger.organisation, house.stranger.account, ['markets:read']);
  assert.deepEqual((await call('GET', '/api/v1/markets', { key })).json, { items: [], next: null });
  assert.equal((await call('GET', `/api/v1/markets/${all[0]}`, { key })).status, 404);
  assert.equal((await call('GET', `/api/v1/markets/${all[0]}`, { key: reading })).status, 200);
});
