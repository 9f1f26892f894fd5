/** A month for which nothing is expected: said with why, read by the company, taken back; and what is late, with its reminders. */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { mount } from '#http/mount.ts';
import { testHouse } from '#tests/house.ts';
import type { TestHouse } from '#tests/house.ts';
import type { Visitor } from '#tests/visitor.ts';
import { visit } from '#tests/visitor.ts';
import type { Thread, ThreadWorld } from '#tests/world-thread.ts';
import { createThreadWorld } from '#tests/world-thread.ts';
import { declareRoutes } from './declare-routes.ts';
import { reviewRoutes } from './review-routes.ts';

let house: TestHouse;
let world: ThreadWorld;
let place: Thread;
let desk: Visitor;
let owner: Visitor;

before(async () => {
  house = await testHouse();
  const app = mount(house.house, [...reviewRoutes, ...declareRoutes]);
  world = createThreadWorld(house);
  place = await world.aThread();
  desk = visit(app, place.facilitator);
  owner = visit(app, place.company);
});
after(async () => {
  assert.deepEqual(house.failures, []);
  await house.close();
});

const month = (named: string, state: 'late' | 'submitted') =>
  world.aDeclaration(place, { company: place.company.organisation, month: named, state, dueOn: '2026-10-15' });

async function stateOf(id: string): Promise<[string, string]> {
  const { rows } = await house.admin.query('select state, reason from declaration where id = $1', [id]);
  return [rows[0].state, rows[0].reason];
}

test('no hours expected needs a reason; the company owes that month no more; undone, it owes it again', async () => {
  const id = await month('2026-08', 'late');
  const on = `/heures/${id}`;
  const mute = await desk.submit(`${on}/sans-objet`, { motif: ' ' }, { on });
  assert.equal(mute.status, 422);
  assert.match(mute.text, /Dites pourquoi/u);
  assert.equal((await desk.submit(`${on}/sans-objet`, { motif: 'Chantier arrêté' }, { on })).status, 303);
  assert.deepEqual(await stateOf(id), ['not-due', 'Chantier arrêté']);
  assert.match((await desk.get(on)).text, /Attendre de nouveau ces heures/u);
  assert.doesNotMatch((await owner.get('/declarations')).text, /Heures d’août 2026/u);
  assert.equal((await desk.submit(`${on}/attendre`, {}, { on })).status, 303);
  assert.deepEqual(await stateOf(id), ['expected', '']);
  assert.match((await owner.get('/declarations')).text, /Heures d’août 2026/u);
  assert.equal((await desk.submit(`${on}/attendre`, {}, { on })).status, 409, 'once is enough');
});

test('what was declared is not said away', async () => {
  const id = await month('2026-07', 'submitted');
  const on = `/heures/${id}`;
  assert.equal((await desk.submit(`${on}/sans-objet`, { motif: 'Erreur' }, { on })).status, 422);
  assert.deepEqual(await stateOf(id), ['submitted', '']);
});

test('the late tab tells the last reminder and the next day allowed', async () => {
  const id = await month('2026-06', 'late');
  const late = async () => (await desk.get('/heures?vue=en-retard')).text;
  assert.match(await late(), /possible dès maintenant/u);
  await desk.submit(`/heures/${id}/relancer`, {}, { on: `/heures/${id}` });
  const told = await late();
  assert.match(told, /18\/11\/2026/u);
  assert.match(told, /à partir du 25\/11\/2026/u);
  assert.ok(!told.includes(`/heures/${id}/relancer`));
});
