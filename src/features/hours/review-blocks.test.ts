/** What the law forbids is never counted by a reviewer's press, whoever declared it: the line is refused first, or handed back. */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { App } from '#http/mount.ts';
import { mount } from '#http/mount.ts';
import { testHouse } from '#tests/house.ts';
import type { TestHouse } from '#tests/house.ts';
import { visit } from '#tests/visitor.ts';
import type { Visitor } from '#tests/visitor.ts';
import { hoursOf, stateOf } from '#tests/world-lots.ts';
import { createThreadWorld } from '#tests/world-thread.ts';
import type { Thread, ThreadWorld } from '#tests/world-thread.ts';
import { reviewRoutes } from './review-routes.ts';

let house: TestHouse;
let app: App;
let thread: ThreadWorld;

before(async () => {
  house = await testHouse();
  app = mount(house.house, reviewRoutes);
  thread = createThreadWorld(house);
});

after(async () => {
  assert.deepEqual(house.failures, []);
  await house.close();
});

interface TwoSites {
  one: Thread;
  desk: Visitor;
  first: { id: string; entry: number };
  second: { id: string; entry: number; lot: string };
}

/** The same person at work for two companies, which cannot see each other's lines. */
async function twoSites(hours: number, days: boolean): Promise<TwoSites> {
  const one = await thread.aThread();
  const { organisation: holder } = one.facilitator;
  const other = await thread.aLot({ market: one.market, number: 2 });
  await thread.anAssignment(other, holder, { account: one.facilitator.account });
  const company = await house.world.anOrganisation('company', { name: 'Peinture Sud' });
  await thread.aParty(other, company);
  const { person, contract } = one.workers[0];
  const elsewhere = await thread.aContract(other, { person, holder, company });
  const worked = days ? { days: [{ day: '2026-06-08', minutes: hours * 60 }] } : {};
  const own = { company: one.company.organisation, month: '2026-06', state: 'submitted' as const };
  const first = await thread.aDeclaration(one, own);
  const second = await thread.aDeclaration(other, { ...own, company });
  return {
    one,
    desk: visit(app, one.facilitator),
    first: { id: first, entry: await thread.anEntry({ declaration: first, contract, hours, ...worked }) },
    second: {
      id: second,
      entry: await thread.anEntry({ declaration: second, contract: elsewhere, hours, ...worked }),
      lot: other.lot,
    },
  };
}

function decide(desk: Visitor, id: string, verb: string, fields: Record<string, string> = {}) {
  return desk.submit(`/heures/${id}/${verb}`, { version: '1', ...fields }, { on: `/heures/${id}` });
}

test('H11 same person, two companies, same day, 10 h each: neither is accepted until one is refused', async () => {
  const { one, desk, first, second } = await twoSites(10, true);
  const page = await desk.get(`/heures/${first.id}`);
  assert.match(page.text, /À refuser/u);
  assert.match(page.text, /1\u00a0ligne ne peut pas être acceptée/u);
  assert.doesNotMatch(page.text, /Valider et ouvrir la suivante/u);
  for (const { id } of [first, second]) {
    const sent = await decide(desk, id, 'valider');
    assert.equal(sent.status, 422);
    assert.match(sent.text, /deux lots comptent 20\u00a0h pour la même personne/u);
    assert.equal(await stateOf(house, id), 'submitted');
  }
  const selected = await desk.submit(
    '/heures/valider',
    { declaration: first.id, [`version-${first.id}`]: '1' },
    { on: '/heures' },
  );
  assert.equal(selected.status, 422, 'nor by the selection');
  const refused = await decide(desk, second.id, 'valider-en-partie', { [`motif-${second.entry}`]: 'hours-differ' });
  assert.equal(refused.status, 303, refused.text);
  assert.equal((await decide(desk, first.id, 'valider')).status, 303, 'one refused, the other is possible');
  assert.deepEqual(await hoursOf(house, { lot: one.lot, month: '2026-06' }), { submitted: 10, counted: 10 });
  assert.deepEqual(await hoursOf(house, { lot: second.lot, month: '2026-06' }), { submitted: 0, counted: 0 });
});

test('more hours in a month than 60 a week allow, over two companies: refused with its sentence, never counted', async () => {
  const { desk, first, second } = await twoSites(150, false);
  const sent = await decide(desk, first.id, 'valider');
  assert.equal(sent.status, 422);
  assert.match(sent.text, /Avec 300\u00a0h dans le mois/u);
  assert.deepEqual(await hoursOf(house, { lot: second.lot, month: '2026-06' }), { submitted: 150, counted: 0 });
});

test('a line refused in the same press no longer weighs on another of the same declaration', async () => {
  const one = await thread.aThread();
  const desk = visit(app, one.facilitator);
  const { person, contract } = one.workers[0];
  const company = one.company.organisation;
  const again = await thread.aContract(one, { person, holder: one.facilitator.organisation, company });
  const id = await thread.aDeclaration(one, { company, month: '2026-06', state: 'submitted' });
  const kept = await thread.anEntry({ declaration: id, contract, hours: 150 });
  const wrong = await thread.anEntry({ declaration: id, contract: again, hours: 150 });
  assert.equal((await decide(desk, id, 'valider')).status, 422);
  const sent = await decide(desk, id, 'valider-en-partie', { [`motif-${wrong}`]: 'hours-differ' });
  assert.equal(sent.status, 303, sent.text);
  const lines = await house.admin.query('select id::int, state from hour_entry where declaration_id = $1 order by id', [
    id,
  ]);
  assert.deepEqual(lines.rows, [
    { id: kept, state: 'validated' },
    { id: wrong, state: 'rejected' },
  ]);
});

test('a declaration that cannot be accepted is still handed back or refused', async () => {
  const { desk, first, second } = await twoSites(150, false);
  assert.equal((await decide(desk, first.id, 'rendre', { correction: 'to-complete' })).status, 303);
  assert.equal((await decide(desk, second.id, 'valider')).status, 303);
});
