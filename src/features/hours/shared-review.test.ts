/** Two structures on one lot: each decides the lines of her own people, the declaration follows all of them, totals are one. */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { inTransaction } from '#db/transaction.ts';
import { scopeOf } from '#http/context.ts';
import type { App } from '#http/mount.ts';
import { mount } from '#http/mount.ts';
import { testHouse } from '#tests/house.ts';
import type { TestHouse } from '#tests/house.ts';
import { visit } from '#tests/visitor.ts';
import type { Visitor } from '#tests/visitor.ts';
import { aSharedLot, aSharedMonth, hoursOf, stateOf } from '#tests/world-lots.ts';
import type { SharedLot } from '#tests/world-lots.ts';
import { actingAs } from '#tests/world-review.ts';
import { createThreadWorld } from '#tests/world-thread.ts';
import type { ThreadWorld } from '#tests/world-thread.ts';
import { declareRoutes } from './declare-routes.ts';
import { reviewRoutes } from './review-routes.ts';
import { sealDeclarations } from './seal.ts';

let house: TestHouse;
let app: App;
let thread: ThreadWorld;
let lot: SharedLot;
let lead: Visitor;
let other: Visitor;

before(async () => {
  house = await testHouse();
  app = mount(house.house, [...reviewRoutes, ...declareRoutes]);
  thread = createThreadWorld(house);
  lot = await aSharedLot(house, thread);
  lead = visit(app, lot.facilitator);
  other = visit(app, lot.contributor);
});

after(async () => {
  assert.deepEqual(house.failures, []);
  await house.close();
});

function decide(by: Visitor, id: string, verb: string, fields: Record<string, string> = {}) {
  return by.submit(`/heures/${id}/${verb}`, { version: '1', ...fields }, { on: `/heures/${id}` });
}

test('the first decision does not validate what the other structure has not read', async () => {
  const { id } = await aSharedMonth(thread, lot, '2026-02');
  const page = await lead.get(`/heures/${id}`);
  assert.match(page.text, /Contrôle partagé/u);
  assert.match(page.text, /Relais des Coteaux/u);
  assert.match(page.text, /140\u00a0h en tout/u);
  assert.doesNotMatch(page.text, /Cazenave|Ludivine/u, 'another structure’s people are not named');
  const first = await decide(lead, id, 'valider');
  assert.equal(first.status, 303, first.text);
  assert.match((await lead.get('/heures')).text, /Une autre structure doit encore décider/u);
  assert.equal(await stateOf(house, id), 'under-review');
  assert.deepEqual(await hoursOf(house, { lot: lot.lot, month: '2026-02' }), { submitted: 140, counted: 100 });
  const second = await decide(other, id, 'valider');
  assert.equal(second.status, 303, second.text);
  assert.equal(await stateOf(house, id), 'validated');
  assert.deepEqual(await hoursOf(house, { lot: lot.lot, month: '2026-02' }), { submitted: 140, counted: 140 });
});

test('one refuses, the other validates: in part, whoever came first, with the reason of who refused', async () => {
  for (const [month, order] of [
    ['2026-03', 'lead first'],
    ['2026-04', 'contributor first'],
  ] as const) {
    const { id } = await aSharedMonth(thread, lot, month);
    const steps = [() => decide(lead, id, 'refuser', { refus: 'not-this-lot' }), () => decide(other, id, 'valider')];
    for (const step of order === 'lead first' ? steps : steps.toReversed()) {
      const sent = await step();
      assert.equal(sent.status, 303, `${order} ${sent.text}`);
    }
    assert.equal(await stateOf(house, id), 'partially-validated', order);
    assert.deepEqual(await hoursOf(house, { lot: lot.lot, month }), { submitted: 40, counted: 40 });
    const told = await house.admin.query('select reason from declaration where id = $1', [id]);
    assert.notEqual(told.rows[0].reason, '', order);
  }
});

test('each queue holds what its structure must decide; the rest stays in sight apart', async () => {
  const { id } = await aSharedMonth(thread, lot, '2026-05');
  await decide(other, id, 'valider');
  assert.doesNotMatch((await other.get('/heures')).text, new RegExp(`/heures/${id}"`, 'u'));
  const elsewhere = await other.get('/heures?vue=ailleurs');
  assert.match(elsewhere.text, new RegExp(`/heures/${id}"`, 'u'));
  assert.match((await lead.get('/heures')).text, new RegExp(`/heures/${id}"`, 'u'));
  const again = await decide(other, id, 'valider');
  assert.equal(again.status, 409, 'her lines are already decided');
});

test('undone by one, what the other decided stands', async () => {
  const { id } = await aSharedMonth(thread, lot, '2026-06');
  await decide(lead, id, 'valider');
  await decide(other, id, 'valider');
  assert.equal((await decide(lead, id, 'remettre')).status, 303);
  assert.equal(await stateOf(house, id), 'under-review');
  assert.deepEqual(await hoursOf(house, { lot: lot.lot, month: '2026-06' }), { submitted: 140, counted: 40 });
  assert.equal((await decide(other, id, 'remettre')).status, 303, 'under review too, one takes back her own');
  assert.equal(await stateOf(house, id), 'submitted');
  assert.deepEqual(await hoursOf(house, { lot: lot.lot, month: '2026-06' }), { submitted: 140, counted: 0 });
});

test('a structure without people there cannot decide for the one that has them', async () => {
  const id = await thread.aDeclaration(lot, {
    company: lot.company.organisation,
    month: '2026-07',
    state: 'submitted',
  });
  await thread.anEntry({ declaration: id, contract: lot.guest.contract, hours: 30 });
  const sent = await decide(lead, id, 'valider');
  assert.equal(sent.status, 422);
  assert.match(sent.text, /suivies par une autre structure/u);
  assert.equal(await stateOf(house, id), 'submitted');
  assert.equal((await decide(other, id, 'valider')).status, 303);
  assert.equal(await stateOf(house, id), 'validated');
});

test('a month without hours is the lead’s to validate, once', async () => {
  const id = await thread.aDeclaration(lot, {
    company: lot.company.organisation,
    month: '2026-08',
    state: 'submitted',
  });
  await house.admin.query('update declaration set no_hours = true where id = $1', [id]);
  assert.doesNotMatch((await other.get('/heures')).text, new RegExp(`/heures/${id}"`, 'u'));
  assert.equal((await decide(lead, id, 'valider')).status, 303);
  assert.equal(await stateOf(house, id), 'validated');
});

test('the company corrects a refused line while the other structure still reads, and nothing decided moves', async () => {
  const { id } = await aSharedMonth(thread, lot, '2026-09');
  await decide(lead, id, 'refuser', { refus: 'not-this-lot' });
  assert.equal(await stateOf(house, id), 'under-review');
  const company = visit(app, lot.company);
  const form = `/declarations/${lot.lot}?mois=2026-09&modifier=1`;
  const version = /name="version" value="(\d+)"/u.exec((await company.get(form)).text)?.[1] ?? '';
  const sent = await company.submit(
    `/declarations/${lot.lot}`,
    {
      mois: '2026-09',
      version,
      [`heures-${lot.workers[0].contract}`]: '90',
      [`heures-${lot.workers[1].contract}`]: '0',
      [`heures-${lot.workers[2].contract}`]: '0',
      [`heures-${lot.guest.contract}`]: '40',
    },
    { on: form },
  );
  assert.equal(sent.status, 303, sent.text);
  assert.deepEqual(await hoursOf(house, { lot: lot.lot, month: '2026-09' }), { submitted: 130, counted: 0 });
  const current = (await house.admin.query('select version from declaration where id = $1', [id])).rows[0].version;
  const now = { version: String(current) };
  assert.equal((await decide(lead, id, 'valider', now)).status, 303);
  assert.equal((await decide(other, id, 'valider', now)).status, 303, 'the lead’s decision did not put it out of date');
  assert.equal(await stateOf(house, id), 'validated');
  assert.deepEqual(await hoursOf(house, { lot: lot.lot, month: '2026-09' }), { submitted: 130, counted: 130 });
});

test('an issued statement seals the lines of every structure', async () => {
  const { id } = await aSharedMonth(thread, lot, '2026-10');
  await decide(lead, id, 'valider');
  await decide(other, id, 'valider');
  const actor = actingAs(lot.facilitator);
  const now = house.clock.now();
  const sealed = await inTransaction(house.database, scopeOf(actor, 'app', now), (db) =>
    sealDeclarations(
      { actor, db, now, requestId: '', house: house.house, from: '' },
      { declarations: [id], statement: '2026-T4' },
    ),
  );
  assert.deepEqual(sealed, { ok: true, value: { lines: 2 } });
  const states = await house.admin.query('select distinct state from hour_entry where declaration_id = $1', [id]);
  assert.deepEqual(states.rows, [{ state: 'locked' }]);
});

test('the union of the parts is the whole: by structure, each hour once', async () => {
  const found = await house.admin.query(
    `select holder_id = $2 as lead, sum(counted_minutes)::int / 60 as hours from (
       select lot_id, holder_id, counted_minutes from hours_delta union all select lot_id, holder_id, counted_minutes from hours_total) k
     where lot_id = $1 group by 1 order by 1`,
    [lot.lot, lot.facilitator.organisation],
  );
  const lines = await house.admin.query(
    `select sum(counted_minutes)::int / 60 as hours from hour_entry where lot_id = $1`,
    [lot.lot],
  );
  const parts = found.rows.map(({ hours }) => hours);
  assert.equal(parts.length, 2);
  assert.equal(parts[0] + parts[1], lines.rows[0].hours);
});
