/** The structure answers: steps, refusals with ready reasons, undo; referents are told, sensitive prescribers never named outside the team. */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { runJob } from '#http/job.ts';
import { mailJobs } from '#features/mails/jobs.ts';
import { testHouse } from './house.ts';
import type { TestHouse } from './house.ts';
import { visit } from './visitor.ts';
import { createReferralWorld } from './world-referrals.ts';
import type { ReferralWorld } from './world-referrals.ts';
import type { Person } from './world.ts';
import { referralJobs } from '#features/referrals/jobs.ts';

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
  const decision = { verdict: 'eligible', fromDay: '2026-11-18', type: 'CDD', courante: '' };
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

test('a sensitive prescriber is named to the team alone: neither to the clerk, the steering, the journal nor the API', async () => {
  const secret = 'Service ZZTILLEULS';
  const service = await house.world.anOrganisation('prescriber', { name: secret });
  await build.aPartner(facilitator.organisation, service, { kind: 'SPIP' });
  const referent = await build.aReferent(service, { addedBy: facilitator.organisation, email: 'x@zztilleuls.example' });
  const { id, person } = await build.aReferral(
    { ...both(), prescriber: service },
    { family: 'Discrète', referent, eligible: true },
  );
  await build.aProfile(facilitator.organisation, person);
  assert.match((await visit(house.app, facilitator).get(`/orientations/${id}`)).text, /ZZTILLEULS/);
  assert.equal((await send(id, 'accepter')).status, 303);
  await run('referral.tell');
  await run('mail.deliver');
  const organisation = facilitator.organisation;
  const outside = [
    await house.world.aMember(organisation, 'facilitator.clerk', { administers: true }),
    await house.world.aMember(organisation, 'facilitator.steering', { administers: true }),
    await house.world.aMember(organisation, 'control.dpo', { administers: true }),
    other,
  ];
  const doors = [
    '/',
    '/personnes',
    `/personnes/${person}`,
    '/orientations',
    `/orientations/${id}`,
    '/prescripteurs',
    '/vivier',
    '/plateformes',
    '/doublons',
    `/personnes/${person}/prescripteurs`,
    '/organisation/courriels',
    '/organisation/journal',
    '/recherche?q=zztilleuls',
    '/recherche.json?q=zztilleuls',
    '/contacts',
    '/liens',
  ];
  for (const who of outside) {
    for (const door of doors) {
      const { text } = await visit(house.app, who).get(door);
      assert.doesNotMatch(
        text.replaceAll(/value="[^"]*"|<title>[^<]*/gu, ''),
        /ZZTILLEULS|zztilleuls\.example|SPIP/,
        door,
      );
    }
  }
  const journal = await house.admin.query('select entry from audit_event where organisation_id = $1', [organisation]);
  for (const { entry } of journal.rows) assert.doesNotMatch(entry, /ZZTILLEULS|zztilleuls|SPIP/);
  const key = await house.world.aPartnerKey(organisation, facilitator.account, [
    'markets:read',
    'organisation:read',
    'contacts:read',
  ]);
  for (const path of ['/api/v1/organisation', '/api/v1/contacts', '/api/v1/markets']) {
    const answer = await house.app.request(`http://localhost:3000${path}`, {
      headers: { authorization: `Bearer ${key}` },
    });
    assert.doesNotMatch(await answer.text(), /ZZTILLEULS|SPIP/, path);
  }
});

async function run(name: string): Promise<void> {
  const job = [...referralJobs, ...mailJobs].find((one) => one.name === name);
  assert.ok(job);
  await runJob(house.house, job);
}

async function letters(recipient: string) {
  const found = await house.admin.query(
    "select organisation_id, template, kept_body from outbox where recipient = $1 and template like 'referral%' order by created_at",
    [recipient],
  );
  return found.rows;
}

test('each referent gets one letter a day, with initials and a link, and it belongs to her own house', async () => {
  const account = await build.aReferent(prescriber.organisation, { account: prescriber.account });
  const ids = [];
  for (const family of ['Zwei', 'Yankee']) {
    ids.push(await build.aReferral(both(), { family, given: 'Awa', referent: account }));
  }
  const written = await build.aReferent(other.organisation, {
    addedBy: facilitator.organisation,
    email: 'sans.compte@exemple.test',
  });
  const third = await build.aReferral(
    { ...both(), prescriber: other.organisation },
    { family: 'Xavier', given: 'Bo', referent: written },
  );
  for (const { id } of [...ids, third]) await send(id, 'rencontrer');
  await run('referral.tell');
  await run('referral.tell');
  await run('mail.deliver');
  const [mine, ...more] = await letters(prescriber.email);
  assert.deepEqual(more, []);
  assert.equal(mine.organisation_id, prescriber.organisation);
  assert.match(mine.kept_body, /A\.\u00A0Z\./);
  assert.match(mine.kept_body, /A\.\u00A0Y\./);
  assert.doesNotMatch(mine.kept_body, /Zwei|Yankee|Awa|rencontr/i);
  const [linked] = await letters('sans.compte@exemple.test');
  assert.equal(linked.template, 'referral-news-link');
  const link = /http:\/\/localhost:3000(\/suivi-candidats\/[\w-]+)/u.exec(linked.kept_body)?.[1] ?? '';
  const page = await visit(house.app).get(link);
  assert.equal(page.status, 200);
  assert.match(page.text, /Xavier Bo/);
  assert.doesNotMatch(page.text, /Zwei|Yankee|Commune/);
  house.clock.walk(31 * 86_400_000);
  const dead = await visit(house.app).get(link);
  assert.match(String(dead.location), /nouveau-lien/);
  const repair = String(dead.location);
  assert.equal((await visit(house.app).submit(repair, {})).status, 303);
  assert.equal((await letters('sans.compte@exemple.test')).at(-1).template, 'referral-link');
  const unknown = await visit(house.app).submit(`/suivi-candidats/nouveau-lien/${'x'.repeat(43)}`, {});
  assert.equal(unknown.status, 303, 'the same answer whoever asks');
});

test('an eligibility that ended leaves the pool by itself and is told once', async () => {
  const { id, person } = await build.aReferral(both(), { family: 'Échue', state: 'in-pool', eligible: true });
  await run('referral.tell');
  assert.equal((await stateOf(id)).state, 'in-pool');
  await house.admin.query("update eligibility set until_day = '2026-12-01' where person_id = $1", [person]);
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
