/** Collective information: organised by a structure, joined by the teams of its territory, attended. */
import assert from 'node:assert/strict';
import { after, before, beforeEach, test } from 'node:test';
import type { App } from '#http/mount.ts';
import { mount } from '#http/mount.ts';
import { testHouse } from '#tests/house.ts';
import type { TestHouse } from '#tests/house.ts';
import { visit } from '#tests/visitor.ts';
import type { PlacementWorld, Recruiting } from '#tests/world-placements.ts';
import { createPlacementWorld } from '#tests/world-placements.ts';
import { sessionRoutes } from './session-routes.ts';

let house: TestHouse;
let app: App;
let world: PlacementWorld;
let here: Recruiting;
const home = '/informations-collectives';

before(async () => {
  house = await testHouse();
  app = mount(house.house, sessionRoutes);
  world = createPlacementWorld(house);
});
beforeEach(async () => {
  here = await world.aRecruitment();
  await world.invite(here.facilitator.organisation, here.prescriber.organisation);
});
after(async () => {
  assert.deepEqual(house.failures, []);
  await house.close();
});

async function attendance(session: string): Promise<string[]> {
  const found = await house.admin.query(
    'select attendance from session_registration where session_id = $1 order by 1',
    [session],
  );
  return found.rows.map((row) => row.attendance);
}

test('organised, changed, in an agenda, cancelled with its reason', async () => {
  const visitor = visit(app, here.facilitator);
  const fields = {
    title: 'Gros œuvre',
    day: '2026-12-02',
    time: '14:00',
    place: 'Salle 2',
    minutes: '90',
    places: '12',
  };
  const past = await visitor.submit(`${home}/nouvelle`, { ...fields, day: '2026-11-01' });
  assert.equal(past.status, 422);
  const sent = await visitor.submit(`${home}/nouvelle`, fields);
  assert.equal(sent.status, 303, sent.text);
  const path = sent.location ?? '';
  assert.equal((await visitor.submit(`${path}/modifier`, { ...fields, version: '1', time: '15:00' })).status, 303);
  assert.equal((await visitor.submit(`${path}/modifier`, { ...fields, version: '1' })).status, 409);
  assert.match((await visitor.get(`${path}/agenda.ics`)).text, /DTSTART:20261202T140000Z/);
  const cancelled = await visitor.submit(`${path}/annuler`, { version: '2', reason: 'Salle fermée' }, { on: path });
  assert.equal(cancelled.status, 303, cancelled.text);
  assert.match((await visit(app, here.prescriber).get(path)).text, /annulée.*Salle fermée/s);
  assert.equal((await visitor.get(`${path}/agenda.ics`)).status, 404);
});

test('each team registers its own people only, sees its own only, and the places are counted for all', async () => {
  const holder = here.facilitator.organisation;
  const session = await world.aSession(holder, { places: 2 });
  const path = `${home}/${session}`;
  const referred = await world.aReferredPerson(holder, here.prescriber.organisation, { family: 'Zed Une' });
  const followed = await world.aFollowedPerson(holder, { family: 'Zed Deux' });
  const third = await world.aFollowedPerson(holder, { family: 'Zed Trois' });
  const prescriber = visit(app, here.prescriber);
  const page = await prescriber.get(path);
  assert.match(page.text, /Zed Une/);
  assert.doesNotMatch(page.text, /Zed Deux/);
  const theirs = await prescriber.submit(`${path}/inscriptions`, { people: followed }, { on: path });
  assert.equal(theirs.status, 422);
  assert.equal((await prescriber.submit(`${path}/inscriptions`, { people: referred }, { on: path })).status, 303);
  const facilitator = visit(app, here.facilitator);
  assert.equal((await facilitator.submit(`${path}/inscriptions`, { people: followed }, { on: path })).status, 303);
  const full = await facilitator.submit(`${path}/inscriptions`, { people: third }, { on: path });
  assert.equal(full.status, 422);
  assert.match(full.text, /Places encore libres\u00A0: 0/);
  const seen = await prescriber.get(path);
  assert.match(seen.text, /2 prises sur 2/);
  assert.doesNotMatch(seen.text, /Zed Deux/);
  const none = await prescriber.submit(`${path}/inscriptions`, {}, { on: path });
  assert.match(none.text, /au moins une personne/);
});

test('who came is noted in one press, by the structure; a person noted is not taken off', async () => {
  const holder = here.facilitator.organisation;
  const session = await world.aSession(holder);
  const path = `${home}/${session}`;
  const person = await world.aReferredPerson(holder, here.prescriber.organisation, {});
  const prescriber = visit(app, here.prescriber);
  await prescriber.submit(`${path}/inscriptions`, { people: person }, { on: path });
  const refused = await prescriber.submit(`${path}/presences`, { person, attendance: 'came' }, { on: path });
  assert.equal(refused.status, 403);
  const facilitator = visit(app, here.facilitator);
  assert.equal(
    (await facilitator.submit(`${path}/presences`, { person, attendance: 'came' }, { on: path })).status,
    303,
  );
  assert.deepEqual(await attendance(session), ['came']);
  assert.equal((await facilitator.submit(`${path}/desinscription`, { person }, { on: path })).status, 409);
  assert.deepEqual(await attendance(session), ['came']);
});

test('a team that is not invited, another structure and a company find nothing', async () => {
  const session = await world.aSession(here.facilitator.organisation, { title: 'ZZ-INFO' });
  const stranger = await world.aRecruitment();
  for (const person of [stranger.prescriber, stranger.facilitator]) {
    assert.equal((await visit(app, person).get(`${home}/${session}`)).status, 404);
    assert.doesNotMatch((await visit(app, person).get(home)).text, /ZZ-INFO/);
  }
  assert.equal((await visit(app, here.company).get(home)).status, 403);
});
