/** The day's work on posts and candidates, by role: what waits, and one next action; the first page of a prescriber. */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { App } from '#http/mount.ts';
import { mount } from '#http/mount.ts';
import { testHouse } from '#tests/house.ts';
import type { TestHouse } from '#tests/house.ts';
import { visit } from '#tests/visitor.ts';
import type { PlacementWorld, Recruiting } from '#tests/world-placements.ts';
import { createPlacementWorld } from '#tests/world-placements.ts';
import type { Person } from '#tests/world.ts';
import { publicRoutes } from './routes.ts';

let house: TestHouse;
let app: App;
let world: PlacementWorld;
let here: Recruiting;

before(async () => {
  house = await testHouse();
  app = mount(house.house, publicRoutes);
  world = createPlacementWorld(house);
  here = await world.aRecruitment();
  const holder = here.facilitator.organisation;
  for (const state of ['suggested', 'proposed', 'silent', 'interview', 'selected', 'rejected']) {
    const person = await world.aReferredPerson(holder, here.prescriber.organisation, { family: `ZZ-NOM ${state}` });
    await world.aPlacement(here.offer, {
      person,
      holder,
      company: here.company.organisation,
      proposedBy: here.prescriber.organisation,
      state,
    });
  }
});
after(async () => {
  assert.deepEqual(house.failures, []);
  await house.close();
});

async function lines(person: Person): Promise<string[]> {
  const { text } = await visit(app, person).get('/');
  assert.doesNotMatch(text, /ZZ-NOM/, 'no name on a first page');
  const found = text
    .replaceAll('\u00A0', ' ')
    .matchAll(/<strong>([^<]*(?:candidature|entretien|embauche|poste)[^<]*)\.<\/strong>/g);
  return [...found].map(([, what = '']) => what);
}

test('the facilitator: silences, what to present, to date, to hire, to spread', async () => {
  assert.deepEqual(await lines(here.facilitator), [
    '1 candidature sans réponse',
    '1 candidature à présenter',
    '1 entretien sans date',
    '1 embauche à enregistrer',
    '1 poste à diffuser',
  ]);
});

test('who accompanies does not spread; who enters hours has none of it', async () => {
  const own = here.facilitator.organisation;
  const accompanies = await house.world.aMember(own, 'facilitator.accompaniment');
  assert.equal((await lines(accompanies)).length, 4);
  assert.deepEqual(await lines(await house.world.aMember(own, 'facilitator.clerk')), []);
});

test('the company: what waits for its answer, silence included; nothing not presented', async () => {
  assert.deepEqual(await lines(here.company), ['2 candidatures attendent votre réponse']);
});

test('a prescriber sees the open posts near its people without pressing anything', async () => {
  assert.deepEqual(await lines(here.prescriber), ['1 poste attend votre réponse']);
  const { text } = await visit(app, here.prescriber).get('/');
  assert.match(text, /Postes ouverts près de mes personnes.*Maçon de chantier.*6\u00A0de vos personnes y habitent/s);
  const stranger = await world.aRecruitment();
  assert.doesNotMatch((await visit(app, stranger.prescriber).get('/')).text, new RegExp(here.offer));
});
