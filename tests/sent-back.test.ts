/** What comes back to a company: told at once, reminded like what was never sent, by whatever reaches its contact. */
import assert from 'node:assert/strict';
import { afterEach, beforeEach, test } from 'node:test';
import { declareRoutes } from '#features/hours/declare-routes.ts';
import { hoursJobs } from '#features/hours/jobs.ts';
import { reviewRoutes } from '#features/hours/review-routes.ts';
import { runJob } from '#http/job.ts';
import type { House } from '#http/house.ts';
import { mount } from '#http/mount.ts';
import { deliverMails } from './delivery.ts';
import type { TestHouse } from './house.ts';
import { testHouse } from './house.ts';
import type { Visitor } from './visitor.ts';
import { visit } from './visitor.ts';
import type { Thread, ThreadWorld } from './world-thread.ts';
import { createThreadWorld } from './world-thread.ts';

let house: TestHouse;
let world: ThreadWorld;
let place: Thread;
let desk: Visitor;
let declaration: string;

beforeEach(async () => {
  house = await testHouse();
  world = createThreadWorld(house);
  place = await world.aThread();
  desk = visit(mount(house.house, reviewRoutes), place.facilitator);
  await house.admin.query("update lot set state = 'suspended'");
  await house.admin.query("update lot_party set contact_email = 'chantier@exemple.test' where id = $1", [place.party]);
  const company = place.company.organisation;
  declaration = await world.aDeclaration(place, { company, month: '2026-09', state: 'submitted', dueOn: '2026-10-15' });
  await world.anEntry({ declaration, contract: place.workers[0].contract, hours: 20 });
});
afterEach(async () => {
  assert.deepEqual(house.failures, []);
  await house.close();
});

interface Letter {
  template: string;
  recipient: string;
  status: string;
  body: string | null;
}

async function letters(): Promise<Letter[]> {
  const found = await house.admin.query(
    "select template, recipient, status, kept_body as body from outbox where template like 'declaration-%' order by created_at",
  );
  return found.rows;
}

async function handBack(): Promise<void> {
  const on = `/heures/${declaration}`;
  const { rows } = await house.admin.query('select version from declaration where id = $1', [declaration]);
  const page = await desk.get(on);
  const correction = /name="correction"[^]*?<option value="([a-z-]+)"/u.exec(page.text)?.[1] ?? '';
  const sent = await desk.submit(`${on}/rendre`, { version: String(rows[0].version), correction }, { on });
  assert.equal(sent.status, 303, sent.text);
}

async function remindAll(within: House = house.house): Promise<void> {
  const job = hoursJobs.find(({ name }) => name === 'hours.expect');
  assert.ok(job);
  await runJob(within, job);
}

const inDays = (days: number) => house.clock.walk(days * 86_400_000);

test('handed back, the contact is told at once, with a link that opens the month and its reason, and no name', async () => {
  await handBack();
  await deliverMails(house);
  const [letter, ...others] = await letters();
  assert.equal(others.length, 0);
  assert.deepEqual([letter?.template, letter?.recipient], ['declaration-sent-back', 'chantier@exemple.test']);
  assert.match(letter?.body ?? '', /septembre 2026/u);
  assert.doesNotMatch(letter?.body ?? '', /Darrieux|Amadou/u);
  const path = /http:\/\/localhost:3000(\/declarer\/[\w-]+)/u.exec(letter?.body ?? '')?.[1] ?? '';
  const page = await visit(mount(house.house, declareRoutes)).get(path);
  assert.equal(page.status, 200);
  assert.match(page.text, /À corriger/u);
});

test('taken back before it leaves, nothing is told', async () => {
  await handBack();
  await desk.submit(`/heures/${declaration}/remettre`, {}, { on: `/heures/${declaration}` });
  await deliverMails(house);
  assert.deepEqual(
    (await letters()).map(({ status }) => status),
    ['cancelled'],
  );
});

test('validated, nobody is written to', async () => {
  const { rows } = await house.admin.query('select version from declaration where id = $1', [declaration]);
  const on = `/heures/${declaration}`;
  assert.equal((await desk.submit(`${on}/valider`, { version: String(rows[0].version) }, { on })).status, 303);
  assert.deepEqual(await letters(), []);
});

test('not corrected within a week, it is reminded as to correct, four times at most, until it is sent again', async () => {
  await handBack();
  await deliverMails(house);
  inDays(6);
  await remindAll();
  assert.equal((await letters()).length, 1, 'the letter that said so counts for a week');
  inDays(1);
  await remindAll();
  await deliverMails(house);
  const [, reminder] = await letters();
  assert.equal(reminder?.template, 'declaration-reminder');
  assert.match(reminder?.body ?? '', /\(à corriger\)/u);
  for (let week = 0; week < 5; week += 1) {
    inDays(7);
    await remindAll();
  }
  assert.equal((await letters()).length, 5, 'one letter that said so, four reminders');
});

test('sent again, it is not reminded', async () => {
  await handBack();
  await house.admin.query("update declaration set state = 'submitted' where id = $1", [declaration]);
  inDays(8);
  await remindAll();
  await deliverMails(house);
  assert.deepEqual(
    (await letters()).map(({ status }) => status),
    ['cancelled'],
  );
});

test('a telephone alone: to be called where no text message leaves, and written to where one does', async () => {
  await house.admin.query("update lot_party set contact_email = '', contact_phone = '+33639980123' where id = $1", [
    place.party,
  ]);
  await house.admin.query("update declaration set state = 'late' where id = $1", [declaration]);
  await remindAll();
  assert.deepEqual(await letters(), []);
  const on = `/heures/${declaration}`;
  assert.match((await desk.get(on)).text, /À appeler\u00a0: ce contact n’a qu’un téléphone/u);
  assert.match((await desk.get('/heures?vue=en-retard')).text, /à appeler/u);
  const forced = await desk.submit(`${on}/relancer`, {}, { on });
  assert.equal(forced.status, 422);
  assert.match(forced.text, /Appelez-le/u);
  const told: string[] = [];
  const sms: House['sms'] = {
    leaves: true,
    async send({ to, text }) {
      told.push(`${to} ${text}`);
      return { ok: true, outcome: 'sent', parts: 1 };
    },
  };
  await remindAll({ ...house.house, sms });
  await deliverMails({ ...house, house: { ...house.house, sms } });
  assert.equal(told.length, 1);
  assert.match(told[0] ?? '', /^\+33639980123 Il reste des heures d'insertion à déclarer.*\/declarer\/[\w-]{20,}$/u);
});

test('a mail that its server refuses for good is shown beside the contact; a delay is not', async () => {
  await house.admin.query("update declaration set state = 'late' where id = $1", [declaration]);
  await remindAll();
  const answers = [
    { ok: false, because: 'mail-delayed', code: '450' },
    { ok: false, because: 'mail-refused', code: '550' },
  ] as const;
  const bounced = async () =>
    (await house.admin.query('select bounced_at from lot_party where id = $1', [place.party])).rows[0].bounced_at;
  for (const [rank, answer] of answers.entries()) {
    const mailer = { ...house.house.mailer, send: async () => answer };
    await deliverMails({ ...house, house: { ...house.house, mailer } });
    assert.equal((await bounced()) !== null, rank === 1);
    house.clock.walk(5 * 60_000);
  }
});
