/** What follows a hire and what takes it back: the proposals, the home of that day, the contract, the post; trainings removed. */
import assert from 'node:assert/strict';
import { after, before, beforeEach, test } from 'node:test';
import { testHouse } from '#tests/house.ts';
import type { TestHouse } from '#tests/house.ts';
import { visit } from '#tests/visitor.ts';
import { createPlacementWorld } from '#tests/world-placements.ts';
import type { PlacementWorld, Recruiting } from '#tests/world-placements.ts';

let house: TestHouse;
let world: PlacementWorld;
let here: Recruiting;
let person: string;
let path: string;

before(async () => {
  house = await testHouse();
  world = createPlacementWorld(house);
});
after(async () => {
  assert.deepEqual(house.failures, []);
  await house.close();
});
beforeEach(async () => {
  here = await world.aRecruitment();
  const holder = here.facilitator.organisation;
  person = await world.aReferredPerson(holder, here.prescriber.organisation);
  await house.admin.query(
    `insert into person_residence (person_id, holder_id, label, commune, commune_code, longitude, latitude, precise, source, checked_at)
     values ($1, $2, 'Nantes', 'Nantes', '44109', -1.55, 47.21, false, 'essai', now())`,
    [person, holder],
  );
  const placement = await world.aPlacement(here.offer, {
    person,
    holder,
    company: here.company.organisation,
    proposedBy: here.prescriber.organisation,
    state: 'selected',
  });
  path = `/candidatures/${placement}`;
});

const desk = () => visit(house.app, here.facilitator);

async function one(query: string, value: string) {
  return (await house.admin.query(query, [value])).rows[0];
}

async function hire() {
  const fields = {
    version: '1',
    type: 'CDD',
    method: 'direct-hire',
    employerId: '',
    job: 'Maçon',
    weeklyMinutes: '35',
    startsOn: '2026-12-07',
    plannedEndOn: '2027-06-30',
  };
  const sent = await desk().submit(`${path}/embauche`, fields);
  assert.equal(sent.status, 303, sent.text.slice(0, 300));
}

const referral = () => one('select state, closed_at is not null as closed from referral where person_id = $1', person);
const undo = () => desk().submit(`${path}/embauche/annuler`, {}, { on: path });

test('a hire closes the proposal, keeps where she lived, and tells the referent once', async () => {
  await hire();
  assert.deepEqual(await referral(), { state: 'hired', closed: true });
  const home = await one(
    `select r.commune_code from contract_residence r join employment_contract c on c.id = r.contract_id where c.person_id = $1`,
    person,
  );
  assert.equal(home.commune_code, '44109');
  const told = await house.admin.query("select 1 from referral_feedback where person_id = $1 and what = 'hired'", [
    person,
  ]);
  assert.equal(told.rowCount, 1);
});

test('taken back within a day: the contract is removed, the post reopens, the proposal is where it was', async () => {
  await hire();
  assert.equal((await one('select state from job_offer where id = $1', here.offer)).state, 'filled');
  const done = await undo();
  assert.equal(done.status, 303, done.text.slice(0, 300));
  assert.deepEqual(await referral(), { state: 'in-pool', closed: false });
  assert.equal((await one('select state from employment_contract where person_id = $1', person)).state, 'removed');
  assert.equal((await one('select state from job_offer where id = $1', here.offer)).state, 'open');
  const open = await house.admin.query("select 1 from visit where person_id = $1 and state in ('planned', 'moved')", [
    person,
  ]);
  assert.equal(open.rowCount, 0, 'no visit is left');
  assert.match((await desk().get(path)).text, /Retenue/);
  assert.equal((await undo()).status, 409);
});

test('with hours, by another answer or a day later, a hire stays', async () => {
  await hire();
  const { id } = await one('select id from employment_contract where person_id = $1', person);
  const declaration = await world.aDeclaration(here, { company: here.company.organisation, month: '2026-12' });
  await world.anEntry({ declaration, contract: id, hours: 7 });
  assert.match((await undo()).text, /heures/);
  await house.admin.query('delete from hour_entry where contract_id = $1', [id]);
  const answered = await desk().submit(`${path}/reponse`, { version: '2', answer: 'yes' }, { on: path });
  assert.equal(answered.status, 422);
  house.clock.walk(25 * 3_600_000);
  const late = await visit(
    house.app,
    await house.world.aMember(here.facilitator.organisation, 'facilitator.facilitator'),
  ).submit(`${path}/embauche/annuler`, {}, { on: path });
  assert.match(late.text, /plus d’un jour/);
  assert.deepEqual(await referral(), { state: 'hired', closed: true });
});

test('a training entered by mistake is removed and put back; another structure finds none', async () => {
  const training = {
    kind: 'POEI',
    organiser: 'Centre des Docks',
    startsOn: '2026-11-23',
    endsOn: '2026-12-04',
    minutes: '70',
  };
  const colleague = visit(
    house.app,
    await house.world.aMember(here.facilitator.organisation, 'facilitator.facilitator'),
  );
  assert.equal((await colleague.submit(`${path}/formation`, training, { on: path })).status, 303);
  const { id } = await one(
    'select t.id from pre_hire_training t join placement p on p.id = t.placement_id where p.person_id = $1',
    person,
  );
  assert.equal((await colleague.submit(`/formations/${id}/retirer`, {}, { on: path })).status, 303);
  assert.doesNotMatch((await colleague.get(path)).text, /<li>POE/);
  assert.equal((await colleague.submit(`/formations/${id}/retirer`, {}, { on: path })).status, 409);
  assert.equal((await colleague.submit(`/formations/${id}/remettre`, {}, { on: path })).status, 303);
  assert.match((await colleague.get(path)).text, /Centre des Docks/);
  const far = await house.world.aMember(await house.world.anOrganisation('facilitator'), 'facilitator.facilitator');
  assert.equal((await visit(house.app, far).submit(`/formations/${id}/retirer`, {}, { on: '/besoins' })).status, 404);
});
