/** R1: the statement of a quarter is issued to the buyer: its hours are sealed, a correction goes to the next, nobody is named. */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { App } from '#http/mount.ts';
import { mount } from '#http/mount.ts';
import { testHouse } from '#tests/house.ts';
import type { TestHouse } from '#tests/house.ts';
import { visit } from '#tests/visitor.ts';
import type { Visitor } from '#tests/visitor.ts';
import { aSharedLot, aSharedMonth, stateOf } from '#tests/world-lots.ts';
import type { SharedLot } from '#tests/world-lots.ts';
import { createThreadWorld } from '#tests/world-thread.ts';
import type { ThreadWorld } from '#tests/world-thread.ts';
import { declareRoutes } from './declare-routes.ts';
import { reviewRoutes } from './review-routes.ts';
import { statementRoutes } from './statement-routes.ts';

let house: TestHouse;
let app: App;
let thread: ThreadWorld;
let lot: SharedLot;
let lead: Visitor;
let other: Visitor;
let buyer: Visitor;
let page: string;

before(async () => {
  house = await testHouse();
  app = mount(house.house, [...reviewRoutes, ...declareRoutes, ...statementRoutes]);
  thread = createThreadWorld(house);
  lot = await aSharedLot(house, thread);
  lead = visit(app, lot.facilitator);
  other = visit(app, lot.contributor);
  buyer = visit(app, lot.buyer);
  page = `/marches/${lot.market}/etats`;
});

after(async () => {
  assert.deepEqual(house.failures, []);
  await house.close();
});

function decide(by: Visitor, id: string, verb: string, fields: Record<string, string> = {}) {
  return by.submit(`/heures/${id}/${verb}`, { version: '1', ...fields }, { on: `/heures/${id}` });
}

async function issue(quarter: string, more: Record<string, string> = {}) {
  const shown = await lead.get(`${page}?trimestre=${quarter}`);
  const vues = /name="vues" value="([^"]+)"/u.exec(shown.text)?.[1] ?? '';
  return lead.submit(page, { trimestre: quarter, vues, ...more }, { on: `${page}?trimestre=${quarter}` });
}

test('what is validated is sealed whoever follows the people; what is open waits; the buyer reads sums and no name', async () => {
  const april = await aSharedMonth(thread, lot, '2026-04');
  const may = await aSharedMonth(thread, lot, '2026-05');
  for (const by of [lead, other]) await decide(by, april.id, 'valider');
  const seen = await lead.get(`${page}?trimestre=2026-T2`);
  assert.match(seen.text, /1\u00a0déclaration validée, 140\u00a0h comptées, pour avril 2026/u);
  assert.match(seen.text, /1\u00a0déclaration n’est pas décidée/u);
  const sent = await issue('2026-T2', { observations: 'Deux embauches prévues en juin.' });
  assert.equal(sent.status, 303, sent.text);
  assert.equal(await stateOf(house, april.id), 'locked');
  assert.equal(await stateOf(house, may.id), 'submitted');
  const lines = await house.admin.query('select distinct state, locked_in from hour_entry where declaration_id = $1', [
    april.id,
  ]);
  assert.deepEqual(lines.rows, [{ state: 'locked', locked_in: '2026-T2' }]);
  const list = await buyer.get(page);
  assert.doesNotMatch(list.text, /Remettre l’état/u, 'only who reviews issues');
  const statement = /\/etats\/[0-9a-f-]{36}/u.exec(list.text)?.[0] ?? '';
  const read = await buyer.get(statement);
  assert.equal(read.status, 200);
  assert.match(read.text, /140\u00a0h/u);
  assert.match(read.text, /Deux embauches prévues/u);
  assert.doesNotMatch(read.text, /Darrieux|Cazenave/u);
  const file = await buyer.get(`${statement}/fichier`);
  assert.match(file.text, /Bâtir Ouest;500,00;140,00;0,00;140,00/u);
  assert.equal((await visit(app, lot.company).get(statement)).status, 403, 'a company reads its own pages');
  const stranger = visit(app, (await thread.aThread()).facilitator);
  assert.equal((await stranger.get(statement)).status, 404);
  assert.equal((await stranger.get(page)).status, 404);
});

test('a sealed month is neither undone nor declared again; a correction and a late month go to the next statement', async () => {
  const found = await house.admin.query(
    "select d.id, (select id from hour_entry e where e.declaration_id = d.id order by id limit 1)::int as line from declaration d where lot_id = $1 and month = '2026-04'",
    [lot.lot],
  );
  const { id, line } = found.rows[0];
  assert.equal((await decide(lead, id, 'remettre')).status, 422);
  const form = `/declarations/${lot.lot}?mois=2026-04&modifier=1`;
  const resent = await visit(app, lot.company).submit(
    `/declarations/${lot.lot}`,
    { mois: '2026-04', version: '3', [`heures-${lot.workers[0].contract}`]: '10' },
    { on: form },
  );
  assert.equal(resent.status, 422, resent.text);
  const fixed = { ligne: String(line), heures: '90', formation: '', motif: 'Erreur de saisie' };
  assert.equal((await decide(lead, id, 'corriger', fixed)).status, 303);
  const may = await house.admin.query("select id from declaration where lot_id = $1 and month = '2026-05'", [lot.lot]);
  for (const by of [lead, other]) await decide(by, may.rows[0].id, 'valider');
  const sent = await issue('2026-T3');
  assert.equal(sent.status, 303, sent.text);
  const kept = await house.admin.query(
    `select s.number, l.quarter_minutes / 60 as quarter, l.earlier_minutes / 60 as earlier, l.sealed_minutes / 60 as sealed, l.people
     from hours_statement_line l join hours_statement s on s.id = l.statement_id where s.market_id = $1 order by s.number`,
    [lot.market],
  );
  assert.deepEqual(kept.rows, [
    { number: '2026-T2', quarter: 140, earlier: 0, sealed: 140, people: 2 },
    { number: '2026-T3', quarter: 0, earlier: 130, sealed: 270, people: 2 },
  ]);
});

test('nothing to issue, a quarter not over, a quarter unknown, or figures that moved since they were read: told, nothing sealed', async () => {
  assert.match((await issue('2026-T1')).text, /Aucune déclaration validée n’attend un état/u);
  assert.equal((await issue('2026-T4')).status, 422);
  assert.equal((await issue('demain')).status, 422);
  const june = await aSharedMonth(thread, lot, '2026-06');
  for (const by of [lead, other]) await decide(by, june.id, 'valider');
  const moved = await issue('2026-T2', { vues: '1/60' });
  assert.equal(moved.status, 409);
  assert.match(moved.text, /ont changé pendant votre lecture/u);
  assert.equal(await stateOf(house, june.id), 'validated');
  assert.equal((await issue('2026-T2')).status, 303);
  const numbers = await house.admin.query(
    'select number from hours_statement where market_id = $1 order by number collate "C"',
    [lot.market],
  );
  assert.deepEqual(
    numbers.rows.map(({ number }) => number),
    ['2026-T2', '2026-T2-2', '2026-T3'],
  );
});

test('a contributor leads on nothing there: she reads the statements and has nothing to issue', async () => {
  const read = await other.get(page);
  assert.match(read.text, /État 2026-T2/u);
  assert.match(read.text, /Aucune déclaration validée n’attend un état/u);
});
