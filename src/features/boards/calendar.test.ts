/** The calendar: read by whoever has its address, with the rights of its owner today, and without any name. */
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

before(async () => {
  house = await testHouse();
  app = mount(house.house, boardRoutes);
  const world = createThreadWorld(house);
  thread = await world.aThread();
  await world.aDeclaration(thread, {
    company: thread.company.organisation,
    month: '2026-11',
    dueOn: '2026-12-10',
  });
  await house.admin.query("update market set ends_on = '2027-06-30' where id = $1", [thread.market]);
  await house.admin.query("update eligibility set until_day = '2027-03-31'");
});

after(async () => {
  assert.deepEqual(house.failures, []);
  await house.close();
});

async function addressOf(person: Person): Promise<string> {
  const { status, text } = await visit(app, person).submit('/calendrier', {});
  assert.equal(status, 200);
  return /<code>http:\/\/localhost:3000(\/calendrier\/[\w-]{43}\.ics)<\/code>/.exec(text)?.[1] ?? '';
}

async function titles(path: string): Promise<string[]> {
  const { status, text } = await visit(app).get(path);
  assert.equal(status, 200);
  return [...text.replaceAll('\r\n ', '').matchAll(/SUMMARY:(.*)\r/g)].map(([, title = '']) =>
    title.replaceAll('\u00A0', ' '),
  );
}

test('each reads the deadlines of her role: the facilitator counts, the company its own months, the buyer its markets', async () => {
  const market = 'Fin du marché : Restauration collective des Tanneurs';
  assert.deepEqual(await titles(await addressOf(thread.facilitator)), [
    market,
    '1 déclaration attendue',
    '3 éligibilités prennent fin',
  ]);
  assert.deepEqual(await titles(await addressOf(thread.company)), [
    market,
    'Heures de novembre 2026 à déclarer : Restauration collective des Tanneurs\\, lot 1',
  ]);
  assert.deepEqual(await titles(await addressOf(thread.buyer)), [market]);
});

test('meetings of one’s structure are there with their hour and place, without their title; cancelled ones are not', async () => {
  const own = thread.facilitator.organisation;
  for (const state of ['planned', 'cancelled']) {
    await house.admin.query(
      "insert into platform_meeting (holder_id, title, held_on, starts_at, place, state) values ($1, 'Dossier Darrieux', '2026-12-10', '09:30', 'Mairie', $2)",
      [own, state],
    );
  }
  await house.admin.query(
    "insert into information_session (holder_id, title, place, starts_at, minutes) values ($1, 'Métiers du bois', 'Salle 2', '2026-12-15T13:00Z', 90)",
    [own],
  );
  const path = await addressOf(thread.facilitator);
  const told = await titles(path);
  assert.ok(told.includes('Plateforme de recrutement\\, 09:30'), told.join());
  assert.equal(told.filter((title) => title.startsWith('Plateforme')).length, 1);
  assert.ok(told.includes('Information collective'));
  const { text } = await visit(app).get(path);
  assert.doesNotMatch(text, /Darrieux/);
  assert.match(text, /DTSTART:20261215T130000Z\r\nDTEND:20261215T143000Z/);
  assert.ok(!(await titles(await addressOf(thread.buyer))).some((title) => /Plateforme|Information/.test(title)));
});

test('a new address closes the former; closing, suspension and invention open nothing', async () => {
  const { buyer } = thread;
  const former = await addressOf(buyer);
  const current = await addressOf(buyer);
  assert.equal((await visit(app).get(former)).status, 404);
  assert.equal((await visit(app).get(current)).status, 200);
  await house.admin.query('update membership set suspended_at = now() where id = $1', [buyer.membership]);
  assert.equal((await visit(app).get(current)).status, 404);
  await house.admin.query('update membership set suspended_at = null where id = $1', [buyer.membership]);
  const closed = await visit(app, buyer).submit('/calendrier/fermer', {}, { on: '/calendrier' });
  assert.equal(closed.location, '/calendrier');
  assert.equal((await visit(app).get(current)).status, 404);
  assert.equal((await visit(app).get(`/calendrier/${'A'.repeat(43)}.ics`)).status, 404);
  assert.equal((await visit(app).get('/calendrier/zut.ics')).status, 404);
  const kept = await house.admin.query("select 1 from link_token where purpose = 'calendar' and token_hash = $1", [
    current.slice(12, 55),
  ]);
  assert.equal(kept.rowCount, 0);
});
