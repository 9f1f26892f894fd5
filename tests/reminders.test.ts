/** What is expected each month, what turns late, and who is reminded, of what, how often. */
import assert from 'node:assert/strict';
import { afterEach, beforeEach, test } from 'node:test';
import { runJob } from '#http/job.ts';
import { mount } from '#http/mount.ts';
import { mailJobs } from '#features/mails/jobs.ts';
import { testHouse } from './house.ts';
import type { TestHouse } from './house.ts';
import { visit } from './visitor.ts';
import { createThreadWorld } from './world-thread.ts';
import type { Thread, ThreadWorld } from './world-thread.ts';
import { hoursJobs } from '#features/hours/jobs.ts';
import { declareRoutes } from '#features/hours/declare-routes.ts';
import { reviewRoutes } from '#features/hours/review-routes.ts';

let house: TestHouse;
let thread: ThreadWorld;
let place: Thread;

beforeEach(async () => {
  house = await testHouse();
  thread = createThreadWorld(house);
  place = await thread.aThread();
});

afterEach(async () => {
  assert.deepEqual(house.failures, []);
  await house.close();
});

async function run(name: string): Promise<void> {
  const job = [...hoursJobs, ...mailJobs].find((one) => one.name === name);
  assert.ok(job);
  await runJob(house.house, job);
}

async function declarations() {
  const found = await house.admin.query(
    'select month, state, company_id, cardinality(reminded_at) as times from declaration order by month, company_id',
  );
  return found.rows;
}

async function letters() {
  const found = await house.admin.query(
    "select recipient, status, kept_body, parameters from outbox where template = 'declaration-reminder' order by created_at",
  );
  return found.rows;
}

function inDays(days: number): void {
  house.clock.walk(days * 86_400_000);
}

test('the month just over is expected once of each party of a lot that runs and owes hours', async () => {
  const sub = await house.world.anOrganisation('company');
  await thread.aParty(place, sub, { role: 'subcontractor' });
  const gone = await house.world.anOrganisation('company');
  await thread.aParty(place, gone, { role: 'joint', endedOn: '2026-09-30' });
  const quiet = await thread.aLot({ market: place.market, number: 2 });
  await thread.aParty(quiet, sub);
  const over = await thread.aLot({ market: place.market, number: 3, state: 'completed' });
  await thread.aCommitment(over);
  await thread.aParty(over, sub);
  await run('hours.expect');
  await run('hours.expect');
  const rows = await declarations();
  assert.deepEqual(
    new Set(rows.map(({ month, company_id }) => `${month} ${company_id}`)),
    new Set([`2026-10 ${place.company.organisation}`, `2026-10 ${sub}`]),
  );
  assert.equal(rows.length, 2);
});

test('a month not sent turns late the day after it was due, and one already sent is left alone', async () => {
  const company = place.company.organisation;
  await thread.aDeclaration(place, { company, month: '2026-08', dueOn: '2026-11-17' });
  await thread.aDeclaration(place, { company, month: '2026-07', dueOn: '2026-11-18' });
  await thread.aDeclaration(place, { company, month: '2026-06', state: 'submitted', dueOn: '2026-07-15' });
  await run('hours.expect');
  assert.deepEqual(
    (await declarations()).slice(0, 3).map(({ month, state }) => [month, state]),
    [
      ['2026-06', 'submitted'],
      ['2026-07', 'expected'],
      ['2026-08', 'late'],
    ],
  );
});

test('one letter per person for all her lots, with a link, and none again within a week', async () => {
  const company = place.company.organisation;
  await house.admin.query("update lot_party set contact_email = 'chantier@exemple.test' where id = $1", [place.party]);
  const second = await thread.aLot({ market: place.market, number: 2 });
  await thread.aParty(second, company, { email: 'chantier@exemple.test' });
  for (const lot of [place, second]) {
    await thread.aDeclaration(lot, { company, month: '2026-09', state: 'late', dueOn: '2026-10-15' });
  }
  await run('hours.expect');
  await run('hours.expect');
  await run('mail.deliver');
  const [letter, ...others] = await letters();
  assert.equal(others.length, 0);
  assert.equal(letter.recipient, 'chantier@exemple.test');
  assert.equal(letter.parameters.declarations.length, 3, 'September on both lots, October on the first');
  assert.match(letter.kept_body, /\/declarer\/[\w-]{20,}/u);
  assert.match(letter.kept_body, /septembre 2026/u);
  const link = await house.admin.query(
    "select organisation_id, subject_id from link_token where purpose = 'declaration'",
  );
  assert.equal(link.rows[0].organisation_id, company);
  const path = /http:\/\/localhost:3000(\/declarer\/[\w-]+)/u.exec(letter.kept_body)?.[1] ?? '';
  const page = await visit(mount(house.house, declareRoutes)).get(path);
  assert.match(page.text, /Vos autres lots à déclarer/u);
  assert.match(page.text, /mois=2026-09/u, 'each month the letter tells of is opened by its one link');
  inDays(6);
  await run('hours.expect');
  assert.equal((await letters()).length, 1);
  inDays(1);
  await run('hours.expect');
  assert.equal((await letters()).length, 2);
});

test('never to someone who has answered: before the letter is asked for, nor between that and its leaving', async () => {
  const company = place.company.organisation;
  const id = await thread.aDeclaration(place, { company, month: '2026-10', dueOn: '2026-11-15' });
  await run('hours.expect');
  await house.admin.query("update declaration set state = 'submitted' where id = $1", [id]);
  await run('mail.deliver');
  assert.deepEqual(
    (await letters()).map(({ status }) => status),
    ['cancelled'],
  );
  inDays(8);
  await run('hours.expect');
  assert.equal((await letters()).length, 1);
});

test('a delegate is written to until her last day, then the contact again', async () => {
  const company = place.company.organisation;
  await house.admin.query(
    "update lot_party set contact_email = 'contact@exemple.test', delegate_email = 'agence@exemple.test', delegate_until = '2026-11-20' where id = $1",
    [place.party],
  );
  await thread.aDeclaration(place, { company, month: '2026-10', dueOn: '2026-11-15' });
  await run('hours.expect');
  inDays(8);
  await run('hours.expect');
  assert.deepEqual(
    (await letters()).map(({ recipient }) => recipient),
    ['agence@exemple.test', 'contact@exemple.test'],
  );
});

test('four letters by themselves at most for one month', async () => {
  const company = place.company.organisation;
  await thread.aDeclaration(place, { company, month: '2026-10', dueOn: '2026-11-15' });
  await house.admin.query("update lot set state = 'suspended'");
  for (let week = 0; week < 6; week += 1) {
    await run('hours.expect');
    inDays(7);
  }
  assert.equal((await letters()).length, 4);
});

test('by hand: the past reminders are shown, a second one within a week is told no, and an answer closes it', async () => {
  const company = place.company.organisation;
  const id = await thread.aDeclaration(place, {
    company,
    month: '2026-10',
    state: 'late',
    dueOn: '2026-11-15',
  });
  const desk = visit(mount(house.house, reviewRoutes), place.facilitator);
  assert.match((await desk.get(`/heures/${id}`)).text, /Aucun rappel envoyé/u);
  assert.equal((await desk.submit(`/heures/${id}/relancer`, {}, { on: `/heures/${id}` })).status, 303);
  assert.match((await desk.get(`/heures/${id}`)).text, /Rappel du/u);
  const again = await desk.submit(`/heures/${id}/relancer`, {}, { on: `/heures/${id}` });
  assert.equal(again.status, 422);
  assert.match(again.text, /moins de 7\u00a0jours/u);
  await run('mail.deliver');
  const link = await house.admin.query("select organisation_id from link_token where purpose = 'declaration'");
  assert.equal(link.rows[0].organisation_id, company, 'the link acts for the company, whoever sent it');
  await house.admin.query("update declaration set state = 'submitted' where id = $1", [id]);
  const late = await desk.submit(`/heures/${id}/relancer`, {}, { on: `/heures/${id}` });
  assert.equal(late.status, 422);
  assert.match(late.text, /rien à rappeler/u);
});

test('folding with two processes at once keeps every minute', async () => {
  const company = place.company.organisation;
  const id = await thread.aDeclaration(place, { company, month: '2026-10', state: 'submitted' });
  for (const { contract } of place.workers) await thread.anEntry({ declaration: id, contract, hours: 10 });
  await Promise.all([run('hours.fold'), run('hours.fold')]);
  await run('hours.fold');
  const found = await house.admin.query(
    'select (select count(*)::int from hours_delta) as waiting, (select sum(submitted_minutes)::int from hours_total) as folded',
  );
  assert.deepEqual(found.rows, [{ waiting: 0, folded: 1800 }]);
});

test('the last month of a lot stopped in its course is expected; not the next, nor of who left, nor of a lot without hours', async () => {
  const { lot, market } = place;
  await house.admin.query("update lot set state = 'completed', closed_on = '2026-10-12' where id = $1", [lot]);
  const qualitative = await thread.aLot({ market, number: 2 });
  const company = place.company.organisation;
  await thread.aParty(qualitative, company);
  await thread.aCommitment(qualitative);
  await house.admin.query("update commitment set kind = 'qualitative' where lot_id = $1", [qualitative.lot]);
  const left = await thread.aLot({ market, number: 3 });
  await thread.aCommitment(left);
  await thread.aParty(left, company, { endedOn: '2026-09-30' });
  house.clock.set(new Date('2026-11-02T08:00:00Z'));
  await run('hours.expect');
  assert.deepEqual((await house.admin.query('select lot_id, month from declaration')).rows, [
    { lot_id: lot, month: '2026-10' },
  ]);
  const app = mount(house.house, declareRoutes);
  await house.admin.query('delete from declaration');
  const shown = await visit(app, place.company).get('/declarations');
  assert.match(shown.text, new RegExp(`/declarations/${lot}[^"]*"`, 'u'), 'the page says the same');
  assert.doesNotMatch(
    shown.text,
    new RegExp(`/declarations/${qualitative.lot}\\?mois=2026-10|/declarations/${left.lot}\\?mois=2026-10`, 'u'),
  );
  house.clock.set(new Date('2026-12-02T08:00:00Z'));
  await run('hours.expect');
  assert.deepEqual(
    (await declarations()).map(({ month }) => month),
    [],
    'not the month after',
  );
});
