/** Whose lot it is inside a structure: chosen, changed after a departure, found in « Les miens »; a withdrawal is taken back. */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { visit } from '#tests/visitor.ts';
import type { Person } from '#tests/world.ts';
import type { MarketHouse } from '#tests/world-markets.ts';
import { marketHouse } from '#tests/world-markets.ts';
import type { Thread } from '#tests/world-thread.ts';
import { partyRoutes } from './routes.ts';

let house: MarketHouse;
let thread: Thread;
let colleague: Person;
let door: string;

before(async () => {
  house = await marketHouse(partyRoutes);
  thread = await house.thread.aThread();
  colleague = await house.world.aMember(thread.facilitator.organisation, 'facilitator.facilitator', {
    name: 'Ana Roche',
  });
  door = `/facilitateurs/${(await inCharge()).id}`;
});
after(async () => {
  assert.deepEqual(house.failures, []);
  await house.close();
});

async function inCharge() {
  const found = await house.admin.query(
    'select id, account_id, version, until_day from lot_assignment where lot_id = $1 order by role desc limit 1',
    [thread.lot],
  );
  return found.rows[0];
}

function change(fields: Record<string, string>, by: Person = thread.facilitator) {
  return visit(house.app, by).submit(door, { role: 'lead', share: '100', territory: '', ...fields });
}

test('the person in charge is shown, and changes to a colleague of the structure alone', async () => {
  const page = await visit(house.app, thread.facilitator).get(door);
  assert.match(page.text, /Personne chargée du lot/u);
  assert.match(page.text, /Ana Roche/u);
  const { version } = await inCharge();
  const stranger = (await house.thread.aThread()).facilitator;
  const refused = await change({ version: String(version), account: stranger.account });
  assert.equal(refused.status, 422);
  assert.match(refused.text, /ne suit pas de lots dans votre structure/u);
  const sent = await change({ version: String(version), account: colleague.account });
  assert.equal(sent.status, 303, sent.text);
  assert.equal((await inCharge()).account_id, colleague.account);
  const list = await visit(house.app, thread.facilitator).get(`/lots/${thread.lot}/intervenants`);
  assert.match(list.text, /Ana Roche/u);
});

test('who left is no longer offered', async () => {
  await house.admin.query('update membership set suspended_at = $2 where id = $1', [
    colleague.membership,
    house.clock.now(),
  ]);
  const page = await visit(house.app, thread.facilitator).get(door);
  assert.doesNotMatch(page.text, /<option[^>]*>Ana Roche/u);
  const { version } = await inCharge();
  assert.equal((await change({ version: String(version), account: colleague.account })).status, 422);
});

test('the buyer changes the part of a structure and leaves its person alone, a name it does not read', async () => {
  const { version, account_id: before } = await inCharge();
  const page = await visit(house.app, thread.buyer).get(door);
  assert.doesNotMatch(page.text, /Personne chargée du lot/u);
  const sent = await change({ version: String(version), account: thread.buyer.account }, thread.buyer);
  assert.equal(sent.status, 303, sent.text);
  assert.equal((await inCharge()).account_id, before);
});

test('a structure withdrawn by mistake is given the lot back', async () => {
  const other = await house.world.anOrganisation('facilitator', { name: 'Relais des Coteaux' });
  const id = await house.thread.anAssignment(thread, other, { role: 'contributor' });
  await house.admin.query('update lot_assignment set share_basis_points = 0 where id = $1', [id]);
  const desk = visit(house.app, thread.facilitator);
  const on = `/lots/${thread.lot}/intervenants`;
  assert.equal((await desk.submit(`/facilitateurs/${id}/retirer`, {}, { on })).status, 303);
  const told = await desk.get(on);
  assert.match(told.text, new RegExp(`/facilitateurs/${id}/remettre`, 'u'));
  const back = await desk.submit(`/facilitateurs/${id}/remettre`, {}, { on });
  assert.equal(back.status, 303, back.text);
  assert.equal((await desk.submit(`/facilitateurs/${id}/remettre`, {}, { on })).status, 409);
  const row = await house.admin.query('select until_day from lot_assignment where id = $1', [id]);
  assert.equal(row.rows[0].until_day, null);
});
