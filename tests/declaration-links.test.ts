/** Links without account: they open one lot, repair themselves, and never tell who is known. */
import assert from 'node:assert/strict';
import { after, before, beforeEach, test } from 'node:test';
import { mailJobs } from '#features/mails/jobs.ts';
import { runJob } from '#http/job.ts';
import type { Declaring } from '#tests/declaring.ts';
import { openDeclaring } from '#tests/declaring.ts';
import { hiddenKey } from '#tests/visitor.ts';
import type { Thread } from '#tests/world-thread.ts';
import { declareRoutes } from '#features/hours/declare-routes.ts';

let desk: Declaring;
let thread: Thread & { link: string };

before(async () => {
  desk = await openDeclaring(declareRoutes);
});
after(() => desk.close());
beforeEach(async () => {
  thread = await desk.aThread();
  await desk.house.admin.query('delete from outbox');
  await desk.house.admin.query('delete from throttle');
});

async function posted(): Promise<string[]> {
  const found = await desk.house.admin.query(
    `select recipient from outbox where template = 'declaration-link' order by recipient`,
  );
  return found.rows.map(({ recipient }) => recipient);
}

async function contactOf(party: string): Promise<string> {
  const found = await desk.house.admin.query('select contact_email from lot_party where id = $1', [party]);
  return found.rows[0].contact_email;
}

test('a dead link leads to one button; the new link leaves for the known address and opens the same lot', async () => {
  const dead = await desk.world.aDeclarationLink(thread.company.organisation, thread.party, { days: -1 });
  const visitor = desk.visitor();
  const moved = await visitor.get(`/declarer/${dead}`);
  assert.deepEqual([moved.status, moved.location], [303, `/declarer/nouveau-lien/${dead}`]);
  assert.equal((await visitor.get(moved.location ?? '')).status, 410);
  const asked = await visitor.submit(`/declarer/nouveau-lien/${dead}`, {});
  assert.equal(asked.location, '/declarer/nouveau-lien?envoye=1');
  assert.deepEqual(await posted(), [await contactOf(thread.party)]);
  const [deliver] = mailJobs;
  assert.ok(deliver);
  await runJob(desk.house.house, deliver);
  const mail = await desk.house.admin.query('select status, kept_body from outbox');
  assert.equal(mail.rows[0].status, 'kept');
  const path = /http:\/\/localhost:3000(\/declarer\/[\w-]+)/u.exec(mail.rows[0].kept_body)?.[1] ?? '';
  const page = await visitor.get(path);
  assert.equal(page.status, 200);
  assert.match(page.text, /accès sécurisé jusqu’au 17\/01\/2027/u);
  const minted = await desk.house.admin.query(
    `select organisation_id, subject_id from link_token where purpose = 'declaration' and used_at is null order by created_at desc, expires_at desc limit 1`,
  );
  assert.equal(minted.rows.length, 1);
});

test('the answer is the same for a link, an address, a telephone or a market, known or not', async () => {
  const email = await contactOf(thread.party);
  const answers = [];
  for (const contact of [email, email.toUpperCase(), 'inconnu@exemple.test', '01 99 00 12 34', 'M-inconnu', '‘; --']) {
    await desk.house.admin.query('delete from throttle');
    const answer = await desk.visitor().submit('/declarer/nouveau-lien', { contact });
    answers.push(`${answer.status} ${answer.location}`);
  }
  const unknown = await desk.visitor().submit(`/declarer/nouveau-lien/${'x'.repeat(43)}`, {});
  answers.push(`${unknown.status} ${unknown.location}`);
  assert.deepEqual([...new Set(answers)], ['303 /declarer/nouveau-lien?envoye=1']);
  assert.deepEqual(await posted(), [email, email]);
  const empty = await desk.visitor().submit('/declarer/nouveau-lien', { contact: ' ' });
  assert.equal(empty.status, 422);
});

test('by telephone or by market the link still leaves for the known address, or for the delegate in force', async () => {
  const email = await contactOf(thread.party);
  await desk.house.admin.query(`update lot_party set contact_phone = '+33199001234' where id = $1`, [thread.party]);
  await desk.visitor().submit('/declarer/nouveau-lien', { contact: '01 99 00 12 34' });
  assert.deepEqual(await posted(), [email]);
  await desk.house.admin.query(
    `update lot_party set delegate_email = 'agence@exemple.test', delegate_until = '2026-11-18' where id = $1`,
    [thread.party],
  );
  const { rows } = await desk.house.admin.query('select reference from market where id = $1', [thread.market]);
  await desk.visitor().submit('/declarer/nouveau-lien', { contact: rows[0].reference });
  assert.deepEqual(await posted(), ['agence@exemple.test', email].toSorted());
  await desk.house.admin.query(`update lot_party set ended_on = '2026-11-01' where id = $1`, [thread.party]);
  await desk.visitor().submit('/declarer/nouveau-lien', { contact: email });
  assert.equal((await posted()).length, 2);
});

test('asking again and again waits, and a contact’s mailbox is not filled by changing what is typed', async () => {
  const email = await contactOf(thread.party);
  const statuses = [];
  for (let time = 0; time < 5; time += 1) {
    statuses.push((await desk.visitor().submit('/declarer/nouveau-lien', { contact: email })).status);
  }
  assert.deepEqual(statuses, [303, 303, 303, 429, 429]);
  await desk.house.admin.query(
    `delete from throttle where key not in (select key from throttle where key like 'reset:%')`,
  );
  const dead = await desk.world.aDeclarationLink(thread.company.organisation, thread.party, { days: -1 });
  const asked = await desk.visitor().submit(`/declarer/nouveau-lien/${dead}`, {});
  assert.equal(asked.status, 303);
  assert.equal((await posted()).length, 3);
});

test('a link opens its own lot only, and nothing that needs an account', async () => {
  const other = await desk.world.aLot({ market: thread.market, number: 7, title: 'Autre lot' });
  await desk.world.aParty(other, thread.company.organisation);
  const page = await desk.visitor().get(thread.link);
  assert.doesNotMatch(page.text, /Autre lot/u);
  assert.match((await desk.visitor().get('/declarations')).location ?? '', /^\/connexion/u);
  const elsewhere = await desk.world.aDeclarationLink(other.lot, thread.party).catch(() => null);
  assert.equal(elsewhere, null);
  const stranger = await desk.aThread();
  const crossed = await desk.world.aDeclarationLink(stranger.company.organisation, thread.party);
  assert.equal((await desk.visitor().get(`/declarer/${crossed}`)).status, 404);
});

test('a link is looked at as often as needed, and its expiry between two pages leads to the repair', async () => {
  const visitor = desk.visitor();
  const first = await visitor.get(thread.link);
  assert.equal((await visitor.get(thread.link)).status, 200);
  await desk.house.admin.query(`update link_token set expires_at = $1 where purpose = 'declaration'`, [
    desk.house.clock.now(),
  ]);
  const late = await visitor.submit(thread.link, desk.typed(thread, [1, 1, 1]), {
    key: hiddenKey(first.text),
  });
  assert.equal(late.status, 303);
  assert.match(late.location ?? '', /^\/declarer\/nouveau-lien\//u);
  assert.deepEqual(await desk.rows(thread), []);
});
