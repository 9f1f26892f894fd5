/** The jobs of the whole house: letters leave at once, and each job has its rule, its hour and its queue. */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { permissions } from '#domain/permissions.ts';
import { prepareJobs } from '#db/jobs-prepare.ts';
import { post } from '#db/outbox.ts';
import { inTransaction } from '#db/transaction.ts';
import { testHouse } from '#tests/house.ts';
import type { TestHouse } from '#tests/house.ts';
import { jobs, startHouseJobs } from './jobs.ts';

let standing: TestHouse;

before(async () => {
  standing = await testHouse();
  await prepareJobs({ admin: standing.fresh.settings, jobs });
});
after(() => standing.close());

test('each job has a permission that only jobs hold', () => {
  assert.ok(jobs.length >= 3);
  for (const { name, permission } of jobs) assert.equal(permissions[permission].who, 'jobs', name);
  assert.equal(new Set(jobs.map(({ name }) => name)).size, jobs.length);
});

test('a letter leaves within two seconds of its transaction, once, with two processes at work', async () => {
  const running = await Promise.all([1, 2].map(() => startHouseJobs(standing.house, standing.fresh.pool)));
  try {
    const now = standing.clock.now();
    const scope = {
      role: 'gate',
      actor: 'test',
      organisation: null,
      account: null,
      today: '2026-11-18',
    } as const;
    const organisation = await standing.world.anOrganisation();
    await inTransaction(standing.database, scope, (db) =>
      post({ db, now }, { organisation, template: 'link-accepted', recipient: 'agent@exemple.test', parameters: {} }),
    );
    const started = performance.now();
    let status = '';
    while (status !== 'kept' && performance.now() - started < 2000) {
      await new Promise((resolve) => setTimeout(resolve, 20));
      status = (await standing.admin.query('select status from outbox')).rows[0].status;
    }
    assert.equal(status, 'kept');
    assert.equal((await standing.admin.query('select attempts from outbox')).rows[0].attempts, 1);
  } finally {
    await Promise.all(running.map((one) => one.stop()));
  }
  assert.deepEqual(standing.failures, []);
});

test('stopping leaves no connection of the jobs behind', async () => {
  const running = await startHouseJobs(standing.house, standing.fresh.pool);
  assert.ok((await connections()) >= 2);
  await running.stop();
  for (let time = 0; time < 40 && (await connections()) > 0; time++) {
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  assert.equal(await connections(), 0);
});

async function connections(): Promise<number> {
  const { rows } = await standing.admin.query(
    `select count(*) as count from pg_stat_activity
     where datname = current_database() and application_name like 'guichet-jobs%'`,
  );
  return rows[0].count;
}
