/** A step made by mistake is taken back at once by who made it, with the day it wrote; nobody else, and not twice. */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { visit } from '#tests/visitor.ts';
import type { MarketHouse } from '#tests/world-markets.ts';
import { marketHouse } from '#tests/world-markets.ts';

let house: MarketHouse;
let market: string;
let lot: string;

before(async () => {
  house = await marketHouse([]);
  const { thread, facilitator, buyer } = house;
  market = await thread.aMarket({
    keeper: facilitator.organisation,
    buyer: buyer.organisation,
    state: 'awarded',
    notifiedOn: null,
  });
  lot = (await thread.aLot({ market, state: 'awarded', notifiedOn: null })).lot;
  await house.admin.query("update market set starts_on = '2026-12-01' where id = $1", [market]);
  await house.admin.query("update lot set starts_on = '2026-12-01' where id = $1", [lot]);
});
after(() => house.close());

async function rowOf(table: 'market' | 'lot', id: string) {
  const found = await house.admin.query(`select state, notified_on, version from ${table} where id = $1`, [id]);
  return found.rows[0];
}

for (const [table, family] of [
  ['market', 'marches'],
  ['lot', 'lots'],
] as const) {
  test(`a step of a ${table} is undone with its day, once, by who made it`, async () => {
    const id = table === 'market' ? market : lot;
    const path = `/${family}/${id}/etat`;
    const before = await rowOf(table, id);
    const visitor = visit(house.app, house.buyer);
    const moved = await visitor.submit(path, { to: 'notified', day: '2026-11-10', version: String(before.version) });
    assert.equal(moved.status, 303, moved.text.slice(0, 300));
    assert.equal((await rowOf(table, id)).state, 'notified');
    const other = await visit(house.app, house.facilitator).submit(`${path}/annuler`, {}, { on: '/marches' });
    assert.notEqual(other.status, 303);
    const undone = await visitor.submit(`${path}/annuler`, {}, { on: '/marches' });
    assert.equal(undone.status, 303);
    const now = await rowOf(table, id);
    assert.equal(now.state, 'awarded');
    assert.equal(now.notified_on, null);
    assert.notEqual((await visitor.submit(`${path}/annuler`, {}, { on: '/marches' })).status, 303);
  });
}

test('a wrong amount is taken back by who typed it, counts no more, and is not typed away twice', async () => {
  const visitor = visit(house.app, house.buyer);
  const typed = {
    lotId: lot,
    nature: 'invoiced',
    origin: 'confidential',
    amount: '120000',
    onDay: '2026-11-01',
    source: 'Situation no 4',
  };
  const path = `/marches/${market}/montants`;
  assert.equal((await visitor.submit(path, typed)).status, 303);
  assert.match((await visitor.get(path)).text, /120[\u00a0\u202f ]000/u);
  const colleague = await house.world.aMember(house.buyer.organisation, 'buyer.procurement');
  assert.notEqual((await visit(house.app, colleague).submit(`${path}/annuler`, {}, { on: path })).status, 303);
  assert.equal((await visitor.submit(`${path}/annuler`, {}, { on: path })).status, 303);
  assert.doesNotMatch((await visitor.get(path)).text, /120[\u00a0\u202f ]000/u);
  assert.notEqual((await visitor.submit(`${path}/annuler`, {}, { on: path })).status, 303);
});

test('a step of the day before stays', async () => {
  const visitor = visit(house.app, house.buyer);
  const { version } = await rowOf('market', market);
  await visitor.submit(`/marches/${market}/etat`, { to: 'notified', day: '2026-11-10', version: String(version) });
  house.clock.walk(25 * 3_600_000);
  const session = await house.world.aSession(house.buyer.account, house.buyer.membership);
  const tomorrow = visit(house.app, { ...house.buyer, session });
  assert.notEqual((await tomorrow.submit(`/marches/${market}/etat/annuler`, {}, { on: '/marches' })).status, 303);
  assert.equal((await rowOf('market', market)).state, 'notified');
});
