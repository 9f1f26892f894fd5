/** The structure answers: steps, refusals with ready reasons, undo; referents are told. */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { runJob } from '#http/job.ts';
import { testHouse } from '#tests/house.ts';
import type { TestHouse } from '#tests/house.ts';
import { visit } from '#tests/visitor.ts';
import { createReferralWorld } from '#tests/world-referrals.ts';
import type { ReferralWorld } from '#tests/world-referrals.ts';
import type { Person } from '#tests/world.ts';
import { referralJobs } from './jobs.ts';

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

const both = () => ({ holder: facilitator.organisation, prescriber: prescriber.organisation });

async function send(id: string, step: string, fields: Record<string, string> = {}) {
  const path = `/orientations/${id}`;
  return visit(house.app, facilitator).submit(`${path}/${step}`, fields, { on: path });
}

async function stateOf(id: string) {
  const found = await house.admin.query(
    'select state, reason, accepted_at, meet_on::text, closed_at from referral where id = $1',
    [id],
  );
  return found.rows[0];
}

async function told(person: string): Promise<string[]> {
  const found = await house.admin.query('select what from referral_feedback where person_id = $1 order by id', [
    person,
  ]);
  return found.rows.map(({ what }) => what);
}

test('accept with an appointment, meet, ask for the proof, decide, enter the pool: each step is told', async () => {
  const { id, person } = await build.aReferral(both(), { family: 'Chemin' });
  assert.equal((await send(id, 'accepter', { meetOn: '24/11/2026' })).status, 303);
  assert.equal((await stateOf(id)).meet_on, '2026-11-24');
  assert.equal((await send(id, 'accepter')).status, 409);
  assert.equal((await send(id, 'rencontrer')).status, 303);
  assert.equal((await send(id, 'justificatif')).status, 303);
  assert.match((await visit(house.app, prescriber).get('/')).text, /1\u00A0justificatif est attendu/);
  const visitor = visit(house.app, facilitator);
  const decision = {
    situation: 'RSA',
    'date-RSA': '2026-10-30',
    verdict: 'eligible',
    fromDay: '2026-11-18',
    type: 'CDD',
    courante: '',
  };
  assert.equal((await visitor.submit(`/personnes/${person}/eligibilite`, decision)).status, 303);
  assert.equal((await stateOf(id)).state, 'eligible');
  const profile = { version: '0', trade: 'Maçonnerie', drivingLicence: 'yes', vehicle: 'unknown' };
  assert.equal((await visitor.submit(`/personnes/${person}/vivier`, profile)).status, 303);
  assert.equal((await stateOf(id)).state, 'in-pool');
  assert.deepEqual(await told(person), ['accepted', 'met', 'eligibility-pending', 'eligible', 'in-pool']);
  const own = await visit(house.app, prescriber).get(`/candidats/${id}`);
  for (const news of [
    'va être rencontrée',
    'Personne rencontrée',
    'justificatif',
    'Éligibilité validée',
    'Inscrite au vivier',
  ]) {
    assert.match(own.text, new RegExp(news));
  }
});

test('a refusal takes a ready reason, is told, and can be undone', async () => {
  const { id, person } = await build.aReferral(both(), { family: 'Refus' });
  const wrong = await send(id, 'refuser', { reason: 'n’importe quoi' });
  assert.equal(wrong.status, 422);
  assert.match(wrong.text, /Choisissez un motif de la liste/);
  assert.equal((await send(id, 'refuser', { reason: 'not-mobile' })).status, 303);
  assert.match((await visit(house.app, prescriber).get(`/candidats/${id}`)).text, /Trop loin, sans moyen de transport/);
  assert.equal((await send(id, 'annuler')).status, 303);
  const { state, closed_at: closedAt } = await stateOf(id);
  assert.deepEqual([state, closedAt], ['referred', null]);
  assert.equal((await send(id, 'annuler')).status, 422);
  assert.deepEqual(await told(person), ['refused', 'undone']);
});

test('«déjà proposée» is said only when the same prescriber did: another one stays unknown', async () => {
  const first = await build.aReferral(both(), { family: 'Double' });
  const second = await build.aReferral(
    { ...both(), prescriber: other.organisation },
    { person: first.person, family: 'Double' },
  );
  const refused = await send(second.id, 'refuser', { reason: 'duplicate' });
  assert.equal(refused.status, 422);
  assert.match(refused.text, /ouvrez les doublons/);
  const third = await build.aReferral(both(), { family: 'Double' });
  assert.equal((await send(third.id, 'refuser', { reason: 'duplicate' })).status, 303);
  assert.equal((await stateOf(first.id)).state, 'referred');
});

test('a step is true for both prescribers of one person, and each learns nothing of the other', async () => {
  const one = await build.aReferral(both(), { family: 'Commune', state: 'referred' });
  const two = await build.aReferral(
    { ...both(), prescriber: other.organisation },
    { person: one.person, family: 'Commune' },
  );
  assert.equal((await send(one.id, 'rencontrer')).status, 303);
  assert.equal((await stateOf(two.id)).state, 'met');
  const page = await visit(house.app, other).get(`/candidats/${two.id}`);
  assert.match(page.text, /Personne rencontrée/);
  assert.doesNotMatch(page.text, /Mission locale/);
  assert.equal((await visit(house.app, other).get(`/candidats/${one.id}`)).status, 404);
});

test('what happens after her proposal ended is nobody’s news', async () => {
  const { id, person } = await build.aReferral(both(), { family: 'Finie' });
  await visit(house.app, prescriber).submit(
    `/candidats/${id}/retirer`,
    { reason: 'training' },
    { on: `/candidats/${id}` },
  );
  house.clock.walk(60_000);
  await house.admin.query(
    "insert into referral_feedback (person_id, holder_id, what, at) values ($1, $2, 'hired', $3)",
    [person, facilitator.organisation, house.clock.now()],
  );
  assert.doesNotMatch((await visit(house.app, prescriber).get(`/candidats/${id}`)).text, /En emploi/);
});

async function run(name: string): Promise<void> {
  const job = referralJobs.find((one) => one.name === name);
  assert.ok(job);
  await runJob(house.house, job);
}

test('an eligibility that ended leaves the pool by itself and is told once', async () => {
  const { id, person } = await build.aReferral(both(), { family: 'Échue', state: 'in-pool', eligible: true });
  await run('referral.tell');
  assert.equal((await stateOf(id)).state, 'in-pool');
  await house.admin.query("update eligibility set until_day = '2026-11-17' where person_id = $1", [person]);
  await run('referral.tell');
  await run('referral.tell');
  assert.equal((await stateOf(id)).state, 'expired');
  assert.deepEqual(
    (await told(person)).filter((what) => what === 'expired'),
    ['expired'],
  );
});

test('a proposal heard on the telephone is noted on the person’s file, with a referent without an account', async () => {
  const person = await build.thread.aFollowedPerson(facilitator.organisation, { family: 'Notée' });
  const colleague = await house.world.aMember(facilitator.organisation, 'facilitator.accompaniment');
  const visitor = visit(house.app, colleague);
  const path = `/personnes/${person}/prescripteurs`;
  const fields = {
    prescriberId: other.organisation,
    referentName: 'Anne Leroy',
    referentEmail: 'anne.leroy@exemple.test',
    informed: 'oui',
  };
  assert.equal((await visitor.submit(path, { ...fields, prescriberId: facilitator.organisation })).status, 422);
  assert.equal((await visitor.submit(path, fields)).status, 303);
  assert.equal((await visitor.submit(path, fields)).status, 422, 'already open');
  assert.match((await visitor.get(path)).text, /PLIE du Val/);
});
