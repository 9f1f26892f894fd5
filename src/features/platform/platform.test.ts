/** Meetings of the recruitment platform: guests, agenda from the pool, decisions, who came, and what a guest sees. */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { testHouse } from '#tests/house.ts';
import type { TestHouse } from '#tests/house.ts';
import { visit } from '#tests/visitor.ts';
import { createPlacementWorld } from '#tests/world-placements.ts';
import { createReferralWorld } from '#tests/world-referrals.ts';
import type { ReferralWorld } from '#tests/world-referrals.ts';
import type { Person } from '#tests/world.ts';

let house: TestHouse;
let build: ReferralWorld;
let facilitator: Person;
let prescriber: Person;
let other: Person;
let mine: { id: string; person: string };
let theirs: { id: string; person: string };
let meeting: string;

before(async () => {
  house = await testHouse();
  build = createReferralWorld(house);
  ({ facilitator, prescriber, other } = await build.aTerritory());
  const holder = facilitator.organisation;
  mine = await build.aReferral(
    { holder, prescriber: prescriber.organisation },
    { family: 'Mienne', state: 'in-pool', eligible: true },
  );
  theirs = await build.aReferral(
    { holder, prescriber: other.organisation },
    { family: 'Leur', state: 'in-pool', eligible: true },
  );
  for (const { person } of [mine, theirs]) await build.aProfile(holder, person);
});

after(async () => {
  assert.deepEqual(house.failures, []);
  await house.close();
});

const fields = { title: 'Besoins de janvier', heldOn: '2026-12-10', startsAt: '09:30', place: 'Salle des Docks' };

test('a meeting is planned with its guests, who see it; another prescriber does not', async () => {
  const visitor = visit(house.app, facilitator);
  const wrong = await visitor.submit('/plateformes/nouvelle', {
    ...fields,
    startsAt: '25:99',
    guests: prescriber.organisation,
  });
  assert.equal(wrong.status, 422);
  assert.match(wrong.text, /Indiquez l’heure de début/);
  const foreign = await house.world.anOrganisation('prescriber');
  assert.equal((await visitor.submit('/plateformes/nouvelle', { ...fields, guests: foreign })).status, 422);
  const sent = await visitor.submit('/plateformes/nouvelle', { ...fields, guests: prescriber.organisation });
  assert.equal(sent.status, 303, sent.text);
  meeting = String(sent.location).replace('/plateformes/', '');
  assert.match((await visit(house.app, prescriber).get('/rencontres')).text, /Besoins de janvier/);
  assert.doesNotMatch((await visit(house.app, other).get('/rencontres')).text, /Besoins de janvier/);
  assert.equal((await visit(house.app, other).get(`/rencontres/${meeting}`)).status, 404);
});

test('the agenda shows trades with how many are ready, and takes those one ticks', async () => {
  const visitor = visit(house.app, facilitator);
  const page = await visitor.get(`/plateformes/${meeting}?metier=F1703`);
  assert.match(page.text, /Maçonnerie \(0\u00A0poste, 2\u00A0profils\)/);
  assert.match(page.text, /Mienne/);
  const none = await visitor.submit(
    `/plateformes/${meeting}/profils`,
    { romeCode: 'F1703' },
    { on: `/plateformes/${meeting}` },
  );
  assert.equal(none.status, 422);
  for (const { person } of [mine, theirs]) {
    const sent = await visitor.submit(
      `/plateformes/${meeting}/profils`,
      { people: person, romeCode: 'F1703' },
      { on: `/plateformes/${meeting}` },
    );
    assert.equal(sent.status, 303);
  }
  const stranger = await build.thread.aFollowedPerson(await house.world.anOrganisation('facilitator'), {
    family: 'Étrangère',
  });
  await visitor.submit(
    `/plateformes/${meeting}/profils`,
    { people: stranger, romeCode: '' },
    { on: `/plateformes/${meeting}` },
  );
  const listed = await house.admin.query('select from platform_candidate where meeting_id = $1', [meeting]);
  assert.equal(listed.rowCount, 2);
});

test('decisions are noted one by one; a guest reads those about her own candidates alone', async () => {
  const visitor = visit(house.app, facilitator);
  const on = `/plateformes/${meeting}`;
  for (const [person, decision] of [
    [mine.person, 'training'],
    [theirs.person, 'propose'],
  ] as const) {
    const sent = await visitor.submit(`${on}/decision`, { personId: person, [`decision-${person}`]: decision }, { on });
    assert.equal(sent.status, 303, sent.text);
  }
  assert.equal(
    (await visitor.submit(`${on}/decision`, { personId: mine.person, [`decision-${mine.person}`]: 'fire' }, { on }))
      .status,
    422,
  );
  const guest = await visit(house.app, prescriber).get(`/rencontres/${meeting}`);
  assert.match(guest.text, /Mienne/);
  assert.match(guest.text, /orienter vers une formation/);
  assert.doesNotMatch(guest.text, /Leur|PLIE/);
});

test('minutes and who came make it held; the minutes stay with the structure', async () => {
  const visitor = visit(house.app, facilitator);
  const on = `/plateformes/${meeting}`;
  const sent = await visitor.submit(
    `${on}/compte-rendu`,
    { version: '1', minutes: 'Formation à prévoir ZZ', attended: prescriber.organisation },
    { on },
  );
  assert.equal(sent.status, 303, sent.text);
  const stale = await visitor.submit(`${on}/compte-rendu`, { version: '1', minutes: 'Autre' }, { on });
  assert.equal(stale.status, 409);
  const kept = await house.admin.query(
    'select m.state, g.attended from platform_meeting m join platform_guest g on g.meeting_id = m.id where m.id = $1',
    [meeting],
  );
  assert.deepEqual(kept.rows, [{ state: 'held', attended: true }]);
  assert.doesNotMatch((await visit(house.app, prescriber).get(`/rencontres/${meeting}`)).text, /Formation à prévoir/);
});

test('the calendar entry has its hour and place, for the structure and for a guest', async () => {
  for (const [who, path] of [
    [facilitator, `/plateformes/${meeting}/agenda.ics`],
    [prescriber, `/rencontres/${meeting}/agenda.ics`],
  ] as const) {
    const { status, text } = await visit(house.app, who).get(path);
    assert.equal(status, 200);
    assert.match(text, /DTSTART:20261210T083000Z/);
    assert.match(text, /LOCATION:Salle des Docks/);
    assert.doesNotMatch(text, /Mienne|Leur/);
  }
});

test('cancelled and put back; a sensitive guest is not named outside the team', async () => {
  const id = await build.aMeeting(facilitator.organisation, { guests: [prescriber.organisation] });
  const visitor = visit(house.app, facilitator);
  const on = `/plateformes/${id}`;
  assert.equal((await visitor.submit(`${on}/annuler`, {}, { on })).status, 303);
  assert.equal((await visitor.submit(`${on}/profils`, { people: mine.person, romeCode: '' }, { on })).status, 422);
  assert.equal((await visitor.submit(`${on}/remettre`, {}, { on })).status, 303);
  const clerk = await house.world.aMember(facilitator.organisation, 'facilitator.clerk');
  assert.equal((await visit(house.app, clerk).get(on)).status, 403);
  const elsewhere = await house.world.aMember(
    await house.world.anOrganisation('facilitator'),
    'facilitator.facilitator',
  );
  assert.equal((await visit(house.app, elsewhere).get(on)).status, 404);
});

test('a held meeting cancelled shows its minutes, and put back it is held again', async () => {
  const id = await build.aMeeting(facilitator.organisation, { state: 'held' });
  await house.admin.query("update platform_meeting set minutes = 'Trois postes de voirie.' where id = $1", [id]);
  const path = `/plateformes/${id}`;
  const desk = visit(house.app, facilitator);
  assert.equal((await desk.submit(`${path}/annuler`, {}, { on: path })).status, 303);
  assert.match((await desk.get(path)).text, /Trois postes de voirie/);
  assert.equal((await desk.submit(`${path}/remettre`, {}, { on: path })).status, 303);
  const row = await house.admin.query('select state from platform_meeting where id = $1', [id]);
  assert.equal(row.rows[0].state, 'held');
});

test('the agenda shows the posts companies ask for beside the people ready; a person is taken off it', async () => {
  const recruiting = createPlacementWorld(house);
  const here = await recruiting.aRecruitment();
  const holder = here.facilitator.organisation;
  const { person } = await build.aReferral(
    { holder, prescriber: here.prescriber.organisation },
    { family: 'Ordre', state: 'in-pool', eligible: true },
  );
  await build.aProfile(holder, person);
  const path = `/plateformes/${await build.aMeeting(holder)}`;
  const desk = visit(house.app, here.facilitator);
  const { text } = await desk.get(`${path}?metier=F1703`);
  assert.match(text, /1\u00A0poste, 1\u00A0profil/);
  assert.match(text, new RegExp(`href="/besoins/${here.offer}/candidats"`));
  assert.equal((await desk.submit(`${path}/profils`, { people: person, romeCode: 'F1703' }, { on: path })).status, 303);
  assert.match((await desk.get(path)).text, /Personnes à l’ordre du jour.*Ordre Paule/s);
  const off = await desk.submit(`${path}/profils/retirer`, { personId: person }, { on: path });
  assert.equal(off.status, 303, off.text.slice(0, 300));
  const left = await house.admin.query('select 1 from platform_candidate where person_id = $1', [person]);
  assert.equal(left.rowCount, 0);
  assert.equal(
    (
      await visit(house.app, facilitator).submit(
        `${path}/profils/retirer`,
        { personId: person },
        { on: '/plateformes' },
      )
    ).status,
    404,
  );
});
