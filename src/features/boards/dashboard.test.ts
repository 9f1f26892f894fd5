/** The dashboard adds up the same hours as the pages behind it, for each side. */
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
import { boardRoutes } from './routes.ts';

let house: TestHouse;
let app: App;
let thread: Thread;
let world: ReturnType<typeof createThreadWorld>;

before(async () => {
  house = await testHouse();
  app = mount(house.house, boardRoutes);
  world = createThreadWorld(house);
  thread = await world.aThread();
  await house.admin.query("update market set department_code = '44'");
  const [amadou, celine] = thread.workers;
  const company = thread.company.organisation;
  const october = await world.aDeclaration(thread, { company, month: '2026-10', state: 'validated' });
  await world.anEntry({ declaration: october, contract: amadou.contract, hours: 120, state: 'validated' });
  const older = await world.aDeclaration(thread, { company, month: '2025-10', state: 'validated' });
  await world.anEntry({ declaration: older, contract: celine.contract, hours: 30, state: 'validated' });
  const sent = await world.aDeclaration(thread, { company, month: '2026-09', state: 'submitted' });
  await world.anEntry({ declaration: sent, contract: celine.contract, hours: 80 });
  await house.admin.query("update declaration set submitted_at = '2026-10-05' where state = 'submitted'");
});

after(async () => {
  assert.deepEqual(house.failures, []);
  await house.close();
});

async function read(person: Person): Promise<string> {
  const { status, text } = await visit(app, person).get('/tableau-de-bord');
  assert.equal(status, 200);
  return text.slice(text.indexOf('<h1'), text.indexOf('</main>')).replaceAll('\u00A0', ' ');
}

test('a facilitator reads what waits, the hours done over due, months, types, départements and what to watch', async () => {
  const text = await read(thread.facilitator);
  assert.match(text, /1 déclaration attend votre validation<\/strong>, dont 1 depuis plus de 15 jours/);
  assert.match(text, /150<\/strong><span class="figure-detail">sur 500 h dues, soit 30 %/);
  assert.match(text, /dont 1 à surveiller/);
  assert.match(text, /3<\/strong><span class="figure-detail">Chacune comptée une fois/);
  assert.match(text, /<th scope="row">octobre 2026<\/th><td class="end">120</);
  assert.doesNotMatch(text, /octobre 2025/);
  assert.match(text, /CDD<\/span><b>120 h/);
  assert.match(text, /44 Loire-Atlantique<\/th><td class="end">30</);
  assert.match(text, /departement=44/);
  assert.match(text, /Restauration collective des Tanneurs<\/a><span class="status status-problem">/);
});

test('a buyer reads the same hours, no name and nothing to validate', async () => {
  const text = await read(thread.buyer);
  assert.match(text, /150<\/strong><span class="figure-detail">sur 500 h dues/);
  assert.doesNotMatch(text, /votre validation|Amadou|Céline/);
});

test('a structure without markets reads empty boards, not zeros divided by zeros', async () => {
  const alone = await house.world.aMember(await house.world.anOrganisation('facilitator'), 'facilitator.steering');
  const text = await read(alone);
  assert.match(text, /Aucune heure due/);
  assert.match(text, /Aucune heure validée encore\./);
  assert.match(text, /Aucun marché à surveiller\./);
  assert.doesNotMatch(text, /NaN|Infinity|undefined/);
});

test('what waits for another structure’s decision is not counted as one’s own', async () => {
  const contributor = await house.world.aMember(
    await house.world.anOrganisation('facilitator', { name: 'Relais voisin' }),
    'facilitator.facilitator',
  );
  await world.anAssignment(thread, contributor.organisation, { role: 'contributor' });
  assert.doesNotMatch(await read(contributor), /votre validation/);
});
