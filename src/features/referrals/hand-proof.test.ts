/** A prescriber answers "Justificatif attendu": the turn passes to the structure, which is told; nobody else may say it. */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { testHouse } from '#tests/house.ts';
import type { TestHouse } from '#tests/house.ts';
import { visit } from '#tests/visitor.ts';
import { createReferralWorld } from '#tests/world-referrals.ts';
import type { ReferralWorld } from '#tests/world-referrals.ts';
import type { Person } from '#tests/world.ts';

let house: TestHouse;
let build: ReferralWorld;
let facilitator: Person;
let prescriber: Person;
let other: Person;

before(async () => {
  house = await testHouse();
  build = createReferralWorld(house);
  ({ facilitator, prescriber, other } = await build.aTerritory());
});
after(async () => {
  assert.deepEqual(house.failures, []);
  await house.close();
});

test('the paper is said handed in one form: the turn passes, the structure reads it, and it is taken back', async () => {
  const { id } = await build.aReferral(
    { holder: facilitator.organisation, prescriber: prescriber.organisation },
    { state: 'eligibility-pending' },
  );
  const path = `/candidats/${id}`;
  const own = visit(house.app, prescriber);
  const desk = visit(house.app, facilitator);
  assert.match((await own.get(path)).text, /À vous\u00A0: montrer le justificatif/);
  assert.match((await own.get('/')).text, /1\u00A0justificatif est attendu/);
  const door = `${path}/justificatif`;
  assert.match((await own.submit(door, { kind: '' }, { on: path })).text, /Choisissez la pièce/);
  assert.equal((await own.submit(door, { kind: 'disability-decision' }, { on: path })).status, 422);
  const future = await own.submit(door, { kind: 'identity', datedOn: '2026-11-19' }, { on: path });
  assert.match(future.text, /datée dans le futur/);
  const sent = await own.submit(door, { kind: 'benefit-statement', datedOn: '2026-11-02' }, { on: path });
  assert.equal(sent.status, 303, sent.text.slice(0, 300));
  assert.match((await own.get(path)).text, /À la structure\u00A0: vérifier le justificatif remis/);
  assert.doesNotMatch((await own.get('/candidats?vue=a-vous')).text, new RegExp(id));
  const read = (await desk.get(`/orientations/${id}`)).text;
  assert.match(read, /Attestation de la CAF ou de la MSA du 02\/11\/2026/);
  assert.match(read, /À vous\u00A0: vérifier/);
  assert.match((await desk.get('/')).text, /1\u00A0justificatif est remis/);
  assert.equal((await own.submit(`${door}/annuler`, {}, { on: path })).status, 303);
  assert.match((await own.get(path)).text, /À vous\u00A0: montrer le justificatif/);
  assert.doesNotMatch((await desk.get('/')).text, /justificatif est remis/);
});

test('another prescriber and a proposal where nothing is waited for are refused', async () => {
  const { id } = await build.aReferral(
    { holder: facilitator.organisation, prescriber: prescriber.organisation },
    { state: 'met' },
  );
  const path = `/candidats/${id}`;
  const own = visit(house.app, prescriber);
  assert.doesNotMatch((await own.get(path)).text, /Pièce remise/);
  assert.equal((await own.submit(`${path}/justificatif`, { kind: 'identity' }, { on: path })).status, 422);
  const stranger = await visit(house.app, other).submit(
    `${path}/justificatif`,
    { kind: 'identity' },
    { on: '/candidats' },
  );
  assert.equal(stranger.status, 404);
});
