/** The page of a company: found from the list, the search and its lots; absent for who looks after none of them. */
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
import { routes } from '../../routes.ts';

let house: TestHouse;
let app: App;
let world: ThreadWorld;
let thread: Thread;
let joint: string;
let months: { late: string; done: string };

before(async () => {
  house = await testHouse();
  app = mount(house.house, routes);
  world = createThreadWorld(house);
  thread = await world.aThread();
  const company = thread.company.organisation;
  joint = await house.world.anOrganisation('company', { name: 'Toitures du Val' });
  const party = await world.aParty(thread, joint, { role: 'joint', name: 'Lise Faure', email: 'lise@toitures.test' });
  await house.admin.query('update lot_party set share_minutes = 6000 where id = $1', [party]);
  const done = await world.aDeclaration(thread, { company, month: '2026-09', state: 'validated' });
  await world.anEntry({ declaration: done, contract: thread.workers[0].contract, hours: 112, state: 'validated' });
  const late = await world.aDeclaration(thread, { company, month: '2026-08', state: 'late' });
  months = { late, done };
});

after(async () => {
  assert.deepEqual(house.failures, []);
  await house.close();
});

async function read(person: Person, path: string): Promise<string> {
  const { status, text } = await visit(app, person).get(path);
  assert.equal(status, 200, path);
  return text.replaceAll('\u00A0', ' ');
}

test('the page tells lots, role, what is owed, contact and the months that miss first', async () => {
  const text = await read(thread.facilitator, `/entreprises/${thread.company.organisation}`);
  assert.match(text, /<h1>Bâtir Ouest<\/h1>/);
  assert.match(text, new RegExp(`href="/lots/${thread.lot}/intervenants">Lot 1, Gros œuvre`));
  assert.match(text, /Titulaire/);
  assert.match(text, /112 h.*sur 500 h dues/s);
  assert.match(text, /Paul Martin, <a href="mailto:chantier/);
  assert.ok(text.indexOf(months.late) < text.indexOf(months.done));
  const ofJoint = await read(thread.facilitator, `/entreprises/${joint}`);
  assert.match(ofJoint, /Cotraitant.*0 \/ 100 h/s);
});

test('a buyer who may only read opens it too, and no door behind it', async () => {
  const site = await house.world.aMember(thread.buyer.organisation, 'buyer.site');
  const text = await read(site, `/entreprises/${thread.company.organisation}`);
  assert.match(text, /Lise Faure|Paul Martin/);
  assert.doesNotMatch(text, /href="\/heures\//);
});

test('a stranger, a company, and an organisation on no lot are the same absence', async () => {
  const path = `/entreprises/${thread.company.organisation}`;
  const stranger = await house.world.aMember(await house.world.anOrganisation('facilitator'), 'facilitator.admin');
  assert.equal((await visit(app, stranger).get(path)).status, 404);
  assert.equal((await visit(app, thread.company).get(path)).status, 403);
  assert.equal((await visit(app, thread.facilitator).get(`/entreprises/${thread.buyer.organisation}`)).status, 404);
});

test('the list, the search and the lot lead to it; the list of markets finds every role', async () => {
  const link = new RegExp(`href="/entreprises/${joint}"`);
  assert.match(await read(thread.facilitator, '/entreprises'), link);
  assert.match(await read(thread.facilitator, `/lots/${thread.lot}/intervenants`), link);
  assert.match(await read(thread.buyer, `/marches/${thread.market}`), link);
  assert.match(await read(thread.facilitator, '/recherche?q=toitures'), link);
  assert.match(await read(thread.company, '/marches?q=toitures'), /Restauration collective des Tanneurs/);
});

test('operations and receipt numbers are found, by who may open what they lead to', async () => {
  await house.admin.query(
    "with made as (insert into operation (keeper_id, buyer_id, name, reference) values ($1, $2, 'Quartier des Berges', 'OP-9') returning id) update market set operation_id = (select id from made) where id = $3",
    [thread.facilitator.organisation, thread.buyer.organisation, thread.market],
  );
  assert.match(await read(thread.buyer, '/recherche?q=berges'), /href="\/operations\/[0-9a-f-]{36}"/);
  const number = `2026-09-${months.done.slice(0, 8).toUpperCase()}`;
  assert.match(await read(thread.facilitator, `/recherche?q=${number}`), new RegExp(`href="/heures/${months.done}"`));
  assert.match(await read(thread.company, `/recherche?q=${number}`), new RegExp(`href="/declarations/${months.done}"`));
  assert.doesNotMatch(await read(thread.buyer, `/recherche?q=${number}`), new RegExp(months.done));
});

test('lists leave as files without birth date, reason or proof, and each is noted', async () => {
  for (const [path, said] of [
    ['/entreprises.csv?q=toit', /Toitures du Val;.*Lise Faure/s],
    ['/personnes.csv?q=darr', /Darrieux;Amadou;/],
    ['/heures.csv?vue=validees', /Bâtir Ouest;2026-09;Restauration collective des Tanneurs;1;112/],
    [`/lots/${thread.lot}/heures.csv`, /Amadou Darrieux;2026-09;Bâtir Ouest;112/],
  ] as const) {
    const { status, text } = await visit(app, thread.facilitator).get(path);
    assert.equal(status, 200, path);
    assert.match(text, said, path);
    assert.doesNotMatch(text, /1990|DELD/, path);
  }
  const sums = await read(thread.buyer, `/lots/${thread.lot}/heures.csv`);
  assert.match(sums, /2026-09;Bâtir Ouest;112,00;112,00/);
  assert.doesNotMatch(sums, /Darrieux/);
  const noted = await house.admin.query(
    "select count(*)::int as n from audit_event where action like 'view.%exported'",
  );
  assert.equal(noted.rows[0].n, 5);
});
