/** Jobs exist when their transaction commits, run under the role of jobs, and stop without losing any. */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { Client } from 'pg';
import { CamelCasePlugin, Kysely, PostgresDialect, sql } from 'kysely';
import { freshDatabase } from '#tests/database.ts';
import type { FreshDatabase } from '#tests/database.ts';
import { requestPool } from './connect.ts';
import { enqueue } from './jobs-enqueue.ts';
import type { JobData } from './jobs-enqueue.ts';
import { prepareJobs } from './jobs-prepare.ts';
import type { RunningJobs, StartedJob } from './jobs.ts';
import { asJob, startJobs } from './jobs.ts';
import type { DB } from './schema.ts';
import { inTransaction } from './transaction.ts';
import type { Database } from './transaction.ts';

const queues = [{ name: 'count.sheep' }, { name: 'wake.up', cron: '15 2 * * *' }];
const scope = { role: 'app', actor: 'test', organisation: null, account: null, today: '2026-11-21' } as const;

let fresh: FreshDatabase;
let database: Database;

before(async () => {
  fresh = await freshDatabase();
  database = new Kysely<DB>({
    dialect: new PostgresDialect({ pool: fresh.pool }),
    plugins: [new CamelCasePlugin()],
  });
  await Promise.all([1, 2, 3].map(() => prepareJobs({ admin: fresh.settings, jobs: queues })));
});
after(() => fresh.drop());

test('several processes prepare the queues together, and again later', async () => {
  await prepareJobs({ admin: fresh.settings, jobs: queues });
  const { rows } = await fresh.admin.query("select name from pgboss.queue where name not like '\\_\\_%' order by name");
  assert.deepEqual(rows, [{ name: 'count.sheep' }, { name: 'wake.up' }]);
});

test('a job asked for in a transaction runs once it commits, and the role comes back', async () => {
  const seen: JobData[] = [];
  const running = await start({ 'count.sheep': async (data) => void seen.push(data) });
  try {
    await inTransaction(database, scope, async (db) => {
      await enqueue({ db }, 'count.sheep', { flock: 'one' });
      const { rows } = await sql<{ role: string }>`select current_user as role`.execute(db);
      assert.equal(rows[0]?.role, 'guichet_app');
    });
    await until(() => seen.length > 0);
    assert.deepEqual(seen, [{ flock: 'one' }]);
  } finally {
    await running.stop();
  }
});

test('a job of a transaction that is undone never existed', async () => {
  const before = await jobCount();
  const undone = inTransaction(database, scope, async (db) => {
    await enqueue({ db }, 'count.sheep', { flock: 'lost' });
    throw new Error('undone');
  });
  await assert.rejects(undone, /undone/);
  assert.equal(await jobCount(), before);
});

test('the connections of the jobs take their role as they open, embedded or by DATABASE_URL', async () => {
  const owned = requestPool({ ...fresh.settings, options: '-c role=guichet_login' });
  try {
    for (const pool of [fresh.pool, owned]) {
      const client = new Client(asJob(pool));
      await client.connect();
      const { rows } = await client.query('select current_user as role, current_setting($1) as limit', [
        'statement_timeout',
      ]);
      await client.end();
      assert.deepEqual(rows, [{ role: 'guichet_job', limit: '15s' }]);
    }
  } finally {
    await owned.end();
  }
});

test('a job nobody declared is refused', async () => {
  const unknown = inTransaction(database, scope, (db) => enqueue({ db }, 'no.such.job'));
  await assert.rejects(unknown, /no queue for the job no\.such\.job/);
});

test('the application may not touch the queues itself', async () => {
  const direct = inTransaction(database, scope, (db) => sql`select data from pgboss.job`.execute(db));
  await assert.rejects(direct, /permission denied/);
});

test('the clock of the jobs is the one of Paris, and a job taken off the clock is forgotten', async () => {
  const running = await start({});
  await running.stop();
  const { rows } = await fresh.admin.query('select name, cron, timezone from pgboss.schedule');
  assert.deepEqual(rows, [{ name: 'wake.up', cron: '15 2 * * *', timezone: 'Europe/Paris' }]);
  const bare = await startJobs({ pool: fresh.pool, jobs: [], onTrouble: fail });
  await bare.stop();
  assert.equal((await fresh.admin.query('select from pgboss.schedule')).rowCount, 0);
});

test('what the database announces is done at once, and announcements during a turn make one more turn', async () => {
  let turns = 0;
  let release = (): void => undefined;
  const running = await start(
    {
      'wake.up': async () => {
        turns += 1;
        if (turns === 2) await new Promise<void>((resolve) => void (release = resolve));
      },
    },
    { 'wake.up': 'test_channel' },
  );
  try {
    await until(() => turns === 1);
    await announce();
    await until(() => turns === 2);
    for (let time = 0; time < 5; time++) await announce();
    await new Promise((resolve) => setTimeout(resolve, 150));
    release();
    await until(() => turns === 3);
    await new Promise((resolve) => setTimeout(resolve, 150));
    assert.equal(turns, 3);
  } finally {
    await running.stop();
  }
});

test('the listening connection comes back when it is cut', async () => {
  let turns = 0;
  const running = await start({ 'wake.up': async () => void (turns += 1) }, { 'wake.up': 'test_channel' });
  try {
    await until(() => turns === 1);
    await fresh.admin.query(
      "select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'guichet-jobs-listen' and datname = current_database()",
    );
    await until(() => turns === 2);
    await announce();
    await until(() => turns === 3);
  } finally {
    await running.stop();
  }
});

test('stopping waits for the job under way', async () => {
  let finished = false;
  let started = false;
  const running = await start({
    'count.sheep': async () => {
      started = true;
      await new Promise((resolve) => setTimeout(resolve, 700));
      finished = true;
    },
  });
  await inTransaction(database, scope, (db) => enqueue({ db }, 'count.sheep'));
  await until(() => started);
  await running.stop();
  assert.equal(finished, true);
});

function start(
  work: Record<string, (data: JobData) => Promise<void>>,
  wokenBy: Record<string, string> = {},
): Promise<RunningJobs> {
  const jobs: StartedJob[] = queues.map((queue) => ({
    ...queue,
    run: work[queue.name] ?? (async () => undefined),
    ...(wokenBy[queue.name] !== undefined && { wokenBy: String(wokenBy[queue.name]) }),
  }));
  return startJobs({ pool: fresh.pool, jobs, onTrouble: () => undefined });
}

function fail(error: unknown): void {
  throw error;
}

async function announce(): Promise<void> {
  await fresh.admin.query("select pg_notify('test_channel', '')");
}

async function jobCount(): Promise<number> {
  return (await fresh.admin.query('select from pgboss.job')).rowCount ?? 0;
}

async function until(done: () => boolean): Promise<void> {
  for (let time = 0; time < 200 && !done(); time++) await new Promise((resolve) => setTimeout(resolve, 50));
  assert.ok(done(), 'it did not happen within ten seconds');
}
