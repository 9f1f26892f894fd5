/** The history of a market: everything that touched it, the last lines first, and the rest one press away. */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { App } from '#http/mount.ts';
import { mount } from '#http/mount.ts';
import { testHouse } from '#tests/house.ts';
import type { TestHouse } from '#tests/house.ts';
import { visit } from '#tests/visitor.ts';
import { createThreadWorld } from '#tests/world-thread.ts';
import type { Thread } from '#tests/world-thread.ts';
import { routes } from '../../routes.ts';

let house: TestHouse;
let app: App;
let thread: Thread;

before(async () => {
  house = await testHouse();
  app = mount(house.house, routes);
  thread = await createThreadWorld(house).aThread();
});

after(async () => {
  assert.deepEqual(house.failures, []);
  await house.close();
});

async function history(query = ''): Promise<string> {
  const { status, text } = await visit(app, thread.facilitator).get(`/marches/${thread.market}${query}`);
  assert.equal(status, 200);
  return text.slice(text.indexOf('id="historique"'), text.indexOf('</main>'));
}

test('who takes part and what is filed is told, and an undo is offered with it', async () => {
  const visitor = visit(app, thread.facilitator);
  const left = await visitor.submit(
    `/intervenants/${thread.party}/depart`,
    {},
    { on: `/lots/${thread.lot}/intervenants` },
  );
  assert.equal(left.status, 303);
  const text = await history();
  assert.match(text, /départ|quitté|retiré/iu);
  assert.match(text, new RegExp(`action="/intervenants/${thread.party}/retour"`));
});

test('more than twenty lines: the last ones, then all of them', async () => {
  for (let day = 1; day <= 25; day += 1) {
    await house.admin.query(
      "insert into market_step (market_id, state, on_day, reason, created_at) values ($1, 'running', $2::date, $3, $2::date)",
      [thread.market, `2026-03-${String(day).padStart(2, '0')}`, `Étape ${day}.`],
    );
  }
  const short = await history();
  assert.match(short, /Étape 25\./);
  assert.doesNotMatch(short, /Étape 1\./);
  assert.match(short, /\?historique=tout#historique">Tout voir/);
  const whole = await history('?historique=tout');
  assert.match(whole, /Étape 1\./);
  assert.doesNotMatch(whole, /Tout voir/);
});
