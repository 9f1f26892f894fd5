/** The search of the main thread: pieces of words, without accents, to each only what she may open. */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { App } from '#http/mount.ts';
import { mount } from '#http/mount.ts';
import { testHouse } from '#tests/house.ts';
import type { TestHouse } from '#tests/house.ts';
import { visit } from '#tests/visitor.ts';
import { createThreadWorld } from '#tests/world-thread.ts';
import type { Thread } from '#tests/world-thread.ts';
import type { Person } from '#tests/world.ts';
import { publicRoutes } from './routes.ts';

let house: TestHouse;
let app: App;
let thread: Thread;

before(async () => {
  house = await testHouse();
  app = mount(house.house, publicRoutes);
  thread = await createThreadWorld(house).aThread();
  await house.admin.query("update market set reference = '2025-00012'");
});

after(async () => {
  assert.deepEqual(house.failures, []);
  await house.close();
});

async function find(person: Person, query: string): Promise<string[]> {
  const { text } = await visit(app, person).get(`/recherche.json?q=${encodeURIComponent(query)}`);
  const { results } = JSON.parse(text) as { results: { group: string; label: string; href: string }[] };
  return results
    .filter(({ group }) => ['Marchés', 'Personnes', 'Entreprises et structures'].includes(group))
    .map(({ group, label }) => `${group}: ${label}`);
}

const market = 'Marchés: Restauration collective des Tanneurs';

test('a market is found by pieces of its object, its reference, its buyer or a lot', async () => {
  for (const query of ['tanneurs', 'RESTAUR tann', '2025-000', '00012', 'habitat', 'gros oeuvre']) {
    assert.deepEqual(await find(thread.facilitator, query), [market], query);
  }
  assert.deepEqual(await find(thread.facilitator, '%%'), []);
});

test('a person is found by who follows her, without accents; neither by the buyer nor by the company', async () => {
  assert.deepEqual(await find(thread.facilitator, 'celine mar'), ['Personnes: Céline Marchand']);
  assert.deepEqual(await find(thread.buyer, 'marchand'), []);
  assert.deepEqual(await find(thread.company, 'marchand'), []);
  const stranger = await house.world.aMember(await house.world.anOrganisation('facilitator'), 'facilitator.admin');
  assert.deepEqual(await find(stranger, 'marchand'), []);
  assert.deepEqual(await find(stranger, 'tanneurs'), []);
});

test('a company is found by those who met it on a market, by name or number', async () => {
  assert.deepEqual(await find(thread.buyer, 'batir'), ['Entreprises et structures: Bâtir Ouest']);
  const found = await house.admin.query('select identifier from organisation where id = $1', [
    thread.company.organisation,
  ]);
  assert.deepEqual(
    await find(thread.buyer, found.rows[0].identifier.slice(0, 9)),
    ['Entreprises et structures: Bâtir Ouest'].slice(0, 1),
  );
});
