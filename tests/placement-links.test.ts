/** Links without account to a post and to a candidate: one tap, no name, no other organisation, and they repair themselves. */
import assert from 'node:assert/strict';
import { after, before, beforeEach, test } from 'node:test';
import { mailJobs } from '#features/mails/jobs.ts';
import { offerLinkRoutes, offerRoutes } from '#features/offers/routes.ts';
import { placementJobs } from '#features/placements/jobs.ts';
import { placementLinkRoutes, placementRoutes } from '#features/placements/routes.ts';
import { runJob } from '#http/job.ts';
import type { App } from '#http/mount.ts';
import { mount } from '#http/mount.ts';
import { testHouse } from './house.ts';
import type { TestHouse } from './house.ts';
import { hiddenKey, visit } from './visitor.ts';
import type { PlacementWorld, Recruiting } from './world-placements.ts';
import { createPlacementWorld } from './world-placements.ts';

let house: TestHouse;
let app: App;
let world: PlacementWorld;
let here: Recruiting;

before(async () => {
  house = await testHouse();
  app = mount(house.house, [...offerLinkRoutes, ...offerRoutes, ...placementLinkRoutes, ...placementRoutes]);
  world = createPlacementWorld(house);
});
beforeEach(async () => {
  here = await world.aRecruitment();
  await house.admin.query('delete from outbox');
  await house.admin.query('delete from throttle');
});
after(async () => {
  assert.deepEqual(house.failures, []);
  await house.close();
});

async function one(text: string, values: unknown[] = []) {
  return (await house.admin.query(text, values)).rows[0];
}

/** Delivers what waits, and gives the path of the link of the last letter kept. */
async function pathInLetter(): Promise<string> {
  const [deliver] = mailJobs;
  assert.ok(deliver);
  await runJob(house.house, deliver);
  const { kept_body: body } = await one(
    `select kept_body from outbox where status = 'kept' order by sent_at desc limit 1`,
  );
  return /http:\/\/localhost:3000(\/(?:besoin|candidature)\/[\w-]{40,})/u.exec(body)?.[1] ?? '';
}

async function aCandidate(more: { state?: string; family?: string; dueOn?: string } = {}): Promise<string> {
  const holder = here.facilitator.organisation;
  const person = await world.aReferredPerson(holder, here.prescriber.organisation, {
    family: more.family ?? 'ZZ-NOM-SECRET',
  });
  return world.aPlacement(here.offer, {
    person,
    holder,
    company: here.company.organisation,
    proposedBy: here.prescriber.organisation,
    ...(more.state !== undefined && { state: more.state }),
    ...(more.dueOn !== undefined && { dueOn: more.dueOn }),
  });
}

async function linkTo(placement: string, more: { days?: number } = {}): Promise<string> {
  return `/candidature/${await world.aLink('placement', { organisation: here.company.organisation, subject: placement, ...more })}`;
}

async function stateOf(placement: string): Promise<string> {
  return (await one('select state from placement where id = $1', [placement])).state;
}

test('the letter opens the post without account; one tap answers, a second changes, a closed post takes no answer', async () => {
  await visit(app, here.facilitator).submit(`/besoins/${here.offer}/diffuser`, {
    prescribers: here.prescriber.organisation,
  });
  const path = await pathInLetter();
  const visitor = visit(app);
  const page = await visitor.get(path);
  assert.equal(page.status, 200);
  assert.match(page.text, /Maçon de chantier/);
  assert.doesNotMatch(page.text, /Léon Brunet|Tanneurs/);
  const key = hiddenKey(page.text);
  const answered = await visitor.submit(path, { answer: 'someone' }, { key });
  assert.equal(answered.status, 303, answered.text);
  assert.equal((await visitor.submit(path, { answer: 'someone' }, { key })).status, 303, 'a replay has one effect');
  const events = await one(`select count(*) from audit_event where action = 'need.answered' and subject_id = $1`, [
    here.need,
  ]);
  assert.equal(events.count, 1);
  await visitor.submit(path, { answer: 'nobody' });
  assert.equal((await one('select answer from offer_recipient where id = $1', [here.need])).answer, 'nobody');
  assert.match((await visit(app, here.facilitator).get(`/besoins/${here.offer}`)).text, /N’a personne/);
  await house.admin.query(`update job_offer set state = 'closed' where id = $1`, [here.offer]);
  assert.match((await visitor.get(path)).text, /n’est plus ouvert/);
  assert.equal(
    (
      await visitor.submit(
        path,
        { answer: 'someone' },
        { key: hiddenKey((await visitor.get('/besoin/nouveau-lien')).text) },
      )
    ).status,
    422,
  );
});

test('a dead link to a post repairs itself towards the known address only; a crossed one opens nothing', async () => {
  const prescriber = here.prescriber.organisation;
  const dead = await world.aLink('need', { organisation: prescriber, subject: here.need, days: -1 });
  const visitor = visit(app);
  const moved = await visitor.get(`/besoin/${dead}`);
  assert.equal(moved.location, `/besoin/nouveau-lien/${dead}`);
  assert.equal((await visitor.get(moved.location ?? '')).status, 410);
  assert.equal((await visitor.submit(moved.location ?? '', {})).location, '/besoin/nouveau-lien?envoye=1');
  const known = (await one('select recipient from offer_recipient where id = $1', [here.need])).recipient;
  assert.deepEqual((await house.admin.query('select recipient from outbox')).rows, [{ recipient: known }]);
  const answers = [];
  for (const contact of [known, 'inconnu@exemple.test', 'pas une adresse']) {
    await house.admin.query('delete from throttle');
    answers.push((await visitor.submit('/besoin/nouveau-lien', { contact })).location);
  }
  assert.deepEqual([...new Set(answers)], ['/besoin/nouveau-lien?envoye=1']);
  assert.equal((await house.admin.query('select from outbox')).rowCount, 2);
  const stranger = await world.aRecruitment();
  const crossed = await world.aLink('need', { organisation: stranger.prescriber.organisation, subject: here.need });
  assert.equal((await visitor.get(`/besoin/${crossed}`)).status, 404);
  const other = await world.aLink('placement', { organisation: prescriber, subject: here.need });
  assert.match((await visitor.get(`/besoin/${other}`)).location ?? '', /nouveau-lien/);
});

test('yes, no with its reason, interview: each in one tap, seen by the three sides, and told to the referent', async () => {
  for (const [fields, state, news] of [
    [{ answer: 'yes' }, 'selected', 0],
    [{ answer: 'interview' }, 'interview', 1],
    [{ answer: 'no', reason: 'skills' }, 'rejected', 1],
  ] as const) {
    await house.admin.query('delete from referral_feedback');
    const placement = await aCandidate();
    const path = await linkTo(placement);
    const visitor = visit(app);
    const page = await visitor.get(path);
    assert.match(page.text, /M\. O\. pour Maçon de chantier/);
    assert.doesNotMatch(page.text, /ZZ-NOM-SECRET|Mission locale|Mina/);
    const version = /name="version" value="(\d+)"/u.exec(page.text)?.[1] ?? '';
    const key = hiddenKey(page.text);
    const sent = await visitor.submit(path, { version, ...fields }, { key });
    assert.equal(sent.status, 303, sent.text);
    assert.equal(await stateOf(placement), state);
    assert.match((await visitor.get(sent.location ?? '')).text, /Merci, c’est noté/);
    const told = await house.admin.query('select holder_id from referral_feedback');
    assert.equal(told.rowCount, news);
    for (const { holder_id: owner } of told.rows) assert.equal(owner, here.facilitator.organisation);
    assert.equal((await visitor.submit(path, { version, ...fields }, { key })).status, 303, 'a replay has one effect');
    const steps = await one('select count(*) from placement_step where placement_id = $1', [placement]);
    assert.equal(steps.count, 1);
    const follows = await visit(app, here.prescriber).get(`/candidatures/${placement}`);
    assert.match(follows.text, /ZZ-NOM-SECRET Mina/);
  }
});

test('no without a reason, or with one that is not the company’s to say, is refused with a sentence', async () => {
  const placement = await aCandidate();
  const path = await linkTo(placement);
  const visitor = visit(app);
  for (const [reason, words] of [
    ['', /Choisissez pourquoi/],
    ['obstacle', /une raison de la liste/],
    ['n’importe quoi', /une raison de la liste/],
  ] as const) {
    const sent = await visitor.submit(path, { version: '1', answer: 'no', reason });
    assert.equal(sent.status, 422);
    assert.match(sent.text, words);
  }
  assert.equal(await stateOf(placement), 'proposed');
});

test('a hasty no is corrected from the same link; an old page is told that things moved', async () => {
  const placement = await aCandidate();
  const path = await linkTo(placement);
  const visitor = visit(app);
  await visitor.submit(path, { version: '1', answer: 'no', reason: 'no-position' });
  const stale = await visitor.submit(path, { version: '1', answer: 'interview' });
  assert.equal(stale.status, 409);
  assert.equal((await visitor.submit(path, { version: '2', answer: 'again' })).status, 303);
  assert.equal(await stateOf(placement), 'proposed');
  assert.equal((await visitor.submit(path, { version: '3', answer: 'interview' })).status, 303);
  assert.equal(await stateOf(placement), 'interview');
});

test('a link opens its own candidate only: not another’s, not another organisation’s, nothing that needs an account', async () => {
  const placement = await aCandidate();
  const stranger = await world.aRecruitment();
  const crossed = await world.aLink('placement', { organisation: stranger.company.organisation, subject: placement });
  const visitor = visit(app);
  assert.equal((await visitor.get(`/candidature/${crossed}`)).status, 404);
  const ofPrescriber = await world.aLink('placement', {
    organisation: here.prescriber.organisation,
    subject: placement,
  });
  assert.equal((await visitor.get(`/candidature/${ofPrescriber}`)).status, 404);
  const hidden = await aCandidate({ state: 'suggested' });
  assert.equal((await visitor.get(await linkTo(hidden))).status, 404, 'not presented yet');
  await visitor.get(await linkTo(placement));
  assert.match((await visitor.get(`/candidatures/${placement}`)).location ?? '', /^\/connexion/);
});

test('a dead link to a candidate repairs itself towards the contact known today, and only while an answer is due', async () => {
  const placement = await aCandidate();
  const dead = await linkTo(placement, { days: -1 });
  const visitor = visit(app);
  const moved = await visitor.get(dead);
  assert.match(moved.location ?? '', /^\/candidature\/nouveau-lien\//);
  assert.equal((await visitor.get(moved.location ?? '')).status, 410);
  await house.admin.query(`update lot_party set contact_email = 'nouvelle@exemple.test' where id = $1`, [here.party]);
  assert.equal((await visitor.submit(moved.location ?? '', {})).location, '/candidature/nouveau-lien?envoye=1');
  assert.equal((await one('select recipient from outbox')).recipient, 'nouvelle@exemple.test');
  const path = await pathInLetter();
  assert.equal((await visitor.get(path)).status, 200);
  assert.equal((await visitor.submit('/candidature/nouveau-lien', { contact: 'nouvelle@exemple.test' })).status, 303);
  assert.equal((await house.admin.query('select from outbox')).rowCount, 2);
  await house.admin.query(`update placement set state = 'withdrawn' where id = $1`, [placement]);
  await house.admin.query('delete from throttle');
  await visitor.submit(moved.location ?? '', {});
  assert.equal((await house.admin.query('select from outbox')).rowCount, 2);
});

test('the reminder leaves at half time and on the last day, silence is told the day after, and the company may still answer', async () => {
  const start = house.clock.now();
  const placement = await aCandidate({ dueOn: '2026-11-23' });
  const [remind] = placementJobs;
  assert.ok(remind);
  const letters = async (): Promise<number> =>
    (
      await one(
        `select count(*) from outbox where template = 'candidate-reminder' and parameters ->> 'placement' = $1`,
        [placement],
      )
    ).count;
  const counts: number[] = [];
  for (let day = 0; day < 7; day += 1) {
    await runJob(house.house, remind);
    await runJob(house.house, remind);
    counts.push(await letters());
    house.clock.walk(86_400_000);
  }
  assert.deepEqual(counts, [0, 0, 1, 1, 1, 2, 2]);
  assert.equal(await stateOf(placement), 'silent');
  const page = await visit(app, await aFreshFacilitator()).get(`/candidatures/${placement}`);
  assert.match(page.text, /À vous.*Appeler l’entreprise, ou retirer la candidature/s);
  const visitor = visit(app);
  const path = await linkTo(placement);
  const version = /name="version" value="(\d+)"/u.exec((await visitor.get(path)).text)?.[1] ?? '';
  assert.equal((await visitor.submit(path, { version, answer: 'yes' })).status, 303);
  assert.equal(await stateOf(placement), 'selected');
  house.clock.set(start);
});

test('a letter whose reason is gone does not leave', async () => {
  const placement = await aCandidate();
  await house.admin.query('delete from outbox');
  await visit(app, here.facilitator).submit(
    `/candidatures/${placement}/relancer`,
    {},
    { on: `/candidatures/${placement}` },
  );
  await house.admin.query(`update placement set state = 'rejected' where id = $1`, [placement]);
  const [deliver] = mailJobs;
  assert.ok(deliver);
  await runJob(house.house, deliver);
  assert.deepEqual((await house.admin.query('select status from outbox')).rows, [{ status: 'cancelled' }]);
});

/** Days have passed: the session of the world has expired. */
async function aFreshFacilitator() {
  return house.world.aMember(here.facilitator.organisation, 'facilitator.facilitator');
}
