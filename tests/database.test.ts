/** Each test gets its own migrated database, and nothing of a run survives it. */
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { test } from 'node:test';
import { setTimeout as pause } from 'node:timers/promises';
import { freshDatabase, testCluster } from '#tests/database.ts';

test('two databases do not see each other, requests are bound by row security, the server is the one asked for', async () => {
  const [one, two] = await Promise.all([freshDatabase(), freshDatabase()]);
  await one.admin.query("insert into account (email, name) values ('a@exemple.fr', 'Compte')");
  assert.equal((await two.admin.query('select from account')).rows.length, 0);
  await assert.rejects(one.pool.query('select from account'), { code: '42501' });
  const { rows } = await one.admin.query<{ version: string }>(
    "select current_setting('server_version_num') as version",
  );
  assert.equal(String(rows[0]?.version).slice(0, 2), process.env['GUICHET_TEST_POSTGRES'] || '18');
  await Promise.all([one.drop(), two.drop()]);
});

test('child processes share the run’s server', async () => {
  assert.equal(process.env['GUICHET_TEST_CLUSTER'], await testCluster());
});

test('a run killed with kill -9 leaves neither server nor folder', async () => {
  const script = `import { testCluster } from '${join(import.meta.dirname, 'database.ts')}'; console.log(await testCluster()); setInterval(() => {}, 1000);`;
  const other = spawn(process.execPath, ['--input-type=module-typescript', '-e', script], {
    cwd: join(import.meta.dirname, '..'),
    env: { ...process.env, GUICHET_TEST_CLUSTER: '' },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const host = await new Promise<string>((resolve) =>
    other.stdout.once('data', (text) => resolve(String(text).trim())).once('end', () => resolve('')),
  );
  assert.ok(existsSync(join(host, 'postmaster.pid')));
  other.kill('SIGKILL');
  const deadline = Date.now() + 10_000;
  while (existsSync(dirname(host))) {
    assert.ok(Date.now() < deadline, `${dirname(host)} is still there`);
    await pause(50);
  }
});
