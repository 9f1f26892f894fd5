/** What has expired goes on its day, not before; what still serves stays. */
import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, test } from 'node:test';
import { parisDay } from '#domain/day.ts';
import { retention } from '#domain/retention.ts';
import { runJob } from '#http/job.ts';
import { testHouse } from '#tests/house.ts';
import type { TestHouse } from '#tests/house.ts';
import { aDecision } from '#tests/world-eligibility.ts';
import { createThreadWorld } from '#tests/world-thread.ts';
import { cleaningJobs } from './jobs.ts';

let standing: TestHouse;

before(async () => {
  standing = await testHouse();
  const { world, admin, clock } = standing;
  const now = clock.now();
  const relay = await world.anOrganisation();
  const { account } = await world.aMember(relay, 'facilitator.admin');
  await admin.query(
    "insert into idempotency (actor, key, route, body_hash, created_at) values ('a', 'k', 'r', '', $1)",
    [now],
  );
  await admin.query("insert into link_token (token_hash, purpose, expires_at) values ('h', 'sign-in', $1)", [now]);
  await admin.query("insert into throttle (key, window_start) values ('t', $1)", [now]);
  await admin.query("insert into notice (account_id, tone, message, created_at) values ($1, 'done', 'm', $2)", [
    account,
    now,
  ]);
  await admin.query(
    `insert into outbox (organisation_id, template, recipient, status, message_id, subject, kept_body, created_at)
     values ($1, 'invitation', 'a@exemple.test', 'kept', '<m@guichet>', 's', 'body', $2)`,
    [relay, now],
  );
  const person = await createThreadWorld(standing).aFollowedPerson(relay, { eligible: null });
  await aDecision(admin, { person, document: randomUUID(), keepUntil: parisDay(now) });
  await admin.query('update session set expires_at = $1', [now]);
});
after(() => standing.close());

test('each thing goes the day after its term, walking through the days', async () => {
  const start = standing.clock.now().getTime();
  const last: Record<string, number> = {};
  for (let days = 0; days <= 95; days++) {
    standing.clock.set(new Date(start + days * 86_400_000));
    await clean();
    for (const [kind, left] of Object.entries(await leftOf())) if (left > 0) last[kind] = days;
  }
  assert.deepEqual(last, retention.days);
});

test('a letter keeps its subject and its end when its text goes', async () => {
  const { rows } = await standing.admin.query('select status, subject, kept_body from outbox');
  assert.deepEqual(rows, [{ status: 'kept', subject: 's', kept_body: null }]);
});

test('the journal of the instance counts what went, and a night with nothing writes nothing', async () => {
  const told = () => standing.admin.query("select entry from audit_event where action = 'instance.cleaned'");
  const { rows } = await told();
  const total: Record<string, number> = {};
  for (const { entry } of rows) {
    for (const [kind, count] of Object.entries<number>(JSON.parse(entry).after))
      total[kind] = (total[kind] ?? 0) + count;
  }
  assert.deepEqual(total, Object.fromEntries(Object.keys(retention.days).map((kind) => [kind, 1])));
  await clean();
  assert.equal((await told()).rows.length, rows.length);
});

test('more than one turn holds goes in the same night', async () => {
  await standing.admin.query(
    "insert into throttle (key, window_start) select 'many' || n, '2020-01-01' from generate_series(1, 2500) n",
  );
  await clean();
  assert.equal((await standing.admin.query('select from throttle')).rowCount, 0);
});

test('a job whose permission is not one of jobs does nothing', async () => {
  const [job] = cleaningJobs;
  assert.ok(job);
  let ran = false;
  const run = async () => void (ran = true);
  await assert.rejects(runJob(standing.house, { ...job, permission: 'contact.read', run }), /no rule/u);
  await assert.rejects(runJob(standing.house, { ...job, permission: 'gone' as 'contact.read', run }), /no rule/u);
  assert.equal(ran, false);
});

async function clean(): Promise<void> {
  const [job] = cleaningJobs;
  assert.ok(job);
  await runJob(standing.house, job);
}

async function leftOf(): Promise<Record<string, number>> {
  const { rows } = await standing.admin.query(`select
    (select count(*) from idempotency) as idempotency, (select count(*) from link_token) as link,
    (select count(*) from throttle) as throttle, (select count(*) from session) as session,
    (select count(*) from notice) as notice, (select count(kept_body) from outbox) as "mail-body",
    (select count(*) from eligibility_document) as "eligibility-document"`);
  return rows[0];
}
