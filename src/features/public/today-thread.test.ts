/** The day's work on the main thread, by role: what waits, why, and one next action. */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { App } from '#http/mount.ts';
import { mount } from '#http/mount.ts';
import { testHouse } from '#tests/house.ts';
import type { TestHouse } from '#tests/house.ts';
import { visit } from '#tests/visitor.ts';
import { createThreadWorld } from '#tests/world-thread.ts';
import type { Thread, ThreadWorld } from '#tests/world-thread.ts';
import type { Person } from '#tests/world.ts';
import { publicRoutes } from './routes.ts';

let house: TestHouse;
let app: App;
let world: ThreadWorld;
let thread: Thread;

before(async () => {
  house = await testHouse();
  app = mount(house.house, publicRoutes);
  world = createThreadWorld(house);
  thread = await world.aThread();
  const company = thread.company.organisation;
  await world.aDeclaration(thread, { company, month: '2026-08', state: 'rejected' });
  await world.aDeclaration(thread, { company, month: '2026-09', state: 'late', dueOn: '2026-10-10' });
  await world.aDeclaration(thread, { company, month: '2026-10', state: 'expected', dueOn: '2026-11-30' });
  await world.aDeclaration(thread, { company, month: '2026-07', state: 'submitted' });
  await world.aFollowedPerson(thread.facilitator.organisation, { eligible: null });
});

after(async () => {
  assert.deepEqual(house.failures, []);
  await house.close();
});

async function home(person: Person): Promise<string> {
  const { text } = await visit(app, person).get('/');
  return text.slice(text.indexOf('<h1'), text.indexOf('</main>')).replaceAll('\u00A0', ' ');
}

/** State, what waits, action: the line about one's own account aside. */
async function lines(person: Person): Promise<string[]> {
  const found = (await home(person)).matchAll(
    /<li><span class="status[^>]*>.*?<\/svg>(.*?)<\/span>.*?<strong>(.*?)\.<\/strong>.*?<a [^>]*><span>([^<]+)</gs,
  );
  return [...found]
    .map(([, state = '', what = '', action = '']) => [state, what, action].join(' | '))
    .filter((line) => !line.includes('double authentification'));
}

test('a facilitator: to validate, late, to decide, to watch', async () => {
  assert.deepEqual(await lines(thread.facilitator), [
    'À faire | 1 déclaration à valider | Valider',
    'À faire | 1 déclaration en retard | Relancer',
    'À faire | 1 personne attend une décision | Décider',
    'À suivre | 1 marché à surveiller | Voir',
  ]);
});

test('a company: what was refused, what is late, what is due, and what it owes in all', async () => {
  assert.deepEqual(await lines(thread.company), [
    'Bloquant | Des lignes d’août 2026 sont refusées | Corriger',
    'Bloquant | Les heures de septembre 2026 sont à déclarer | Déclarer',
    'À faire | Les heures d’octobre 2026 sont à déclarer | Déclarer',
  ]);
  assert.match(
    await home(thread.company),
    /Ce que vous devez.*Restauration collective des Tanneurs.*0 \/ 500 h.*En retard/s,
  );
});

test('a buyer: every clause with its colour and its hours on the first page, and the steps that are hers', async () => {
  const market = await world.aMarket({
    keeper: thread.facilitator.organisation,
    buyer: thread.buyer.organisation,
    object: 'À publier',
    state: 'dce-ready',
  });
  await world.aLot({ market });
  assert.deepEqual(await lines(thread.buyer), ['À faire | 1 marché attend une étape de votre part | Voir']);
  const text = await home(thread.buyer);
  assert.match(text, /Vos clauses.*1 marché<\/strong> · 1 en retard, 0 à surveiller/s);
  assert.match(text, /Tanneurs<\/a>.*status-problem.*En retard/s);
  assert.doesNotMatch(text, /Amadou|Céline|Yacine/);
});

test('a clerk reads nothing she cannot do', async () => {
  const clerk = await house.world.aMember(thread.facilitator.organisation, 'facilitator.clerk');
  assert.deepEqual(await lines(clerk), ['À suivre | 1 marché à surveiller | Voir']);
});
