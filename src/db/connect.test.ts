/** Opening a database: the two doors, the values, the refusals, and connections that break. */
import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import type { Pool } from 'pg';
import type { FreshDatabase } from '#tests/database.ts';
import { freshDatabase, migrationsFolder } from '#tests/database.ts';
import { openDatabase, refusePowerfulPool } from './connect.ts';
import { isConnectionTrouble } from './connect-trouble.ts';
import { migrate } from './migrate.ts';

let fresh: FreshDatabase;

before(async () => {
  fresh = await freshDatabase();
});
after(() => fresh.drop());

function address(options = ''): string {
  return `postgres://postgres@localhost/${fresh.name}?host=${encodeURIComponent(String(fresh.settings.host))}${options}`;
}

async function one(pool: Pool, query: string): Promise<unknown> {
  const answer = await pool.query<Record<string, unknown>>(query);
  return Object.values(answer.rows[0] ?? {})[0];
}

test('embedded: requests log in as a member that is neither superuser nor owner', async () => {
  const dataFolder = mkdtempSync(join(tmpdir(), 'guichet-connect-'));
  const opened = await openDatabase({ dataFolder });
  await migrate({ admin: opened.admin, folder: migrationsFolder });
  assert.equal(opened.embedded, true);
  assert.equal(await one(opened.pool, "select session_user || ' ' || current_user"), 'guichet_login guichet_login');
  await refusePowerfulPool(opened.pool);
  await assert.rejects(opened.pool.query('select from account'), { code: '42501' });
  await opened.close();
  rmSync(dataFolder, { recursive: true, force: true });
});

test('external: the account of the address takes the request role, whatever options the address adds', async () => {
  const opened = await openDatabase({
    databaseUrl: address(`&options=${encodeURIComponent('-c work_mem=5MB -c role=postgres')}`),
    dataFolder: '',
  });
  assert.equal(opened.embedded, false);
  assert.equal(await one(opened.pool, 'select current_user::text'), 'guichet_login');
  assert.equal(await one(opened.pool, 'show work_mem'), '5MB');
  assert.equal(await one(opened.pool, 'show statement_timeout'), '15s');
  assert.equal(await one(opened.pool, 'show timezone'), 'UTC');
  await refusePowerfulPool(opened.pool);
  await opened.close();
});

test('a pool of the owner is refused', async () => {
  await assert.rejects(refusePowerfulPool(fresh.admin), { name: 'OperatorError', message: /postgres/ });
});

test('values arrive exact: bigint as number, a legal day as its text, numeric as text, arrays alike', async () => {
  const answer = await fresh.pool.query(
    `select 9007199254740991::int8 as big, date '2026-03-29' as day, 1.10::numeric as amount,
      array[1, null]::int8[] as bigs, array[date '2026-01-31'] as days, timestamptz '2026-03-29 00:00Z' as instant`,
  );
  assert.deepEqual(answer.rows[0], {
    big: 9007199254740991,
    day: '2026-03-29',
    amount: '1.10',
    bigs: [1, null],
    days: ['2026-01-31'],
    instant: new Date('2026-03-29T00:00:00Z'),
  });
  await assert.rejects(fresh.pool.query('select 9007199254740993::int8'), RangeError);
});

test('a connection cut by the server is trouble, does not end the process, and the pool heals', async () => {
  const client = await fresh.pool.connect();
  const { rows } = await client.query<{ pid: number }>('select pg_backend_pid() as pid');
  await fresh.admin.query('select pg_terminate_backend($1)', [rows[0]?.pid]);
  await assert.rejects(client.query('select 1'), isConnectionTrouble);
  client.release(true);
  assert.equal(await one(fresh.pool, 'select 1'), 1);
});

test('a statement longer than its limit is cancelled and counts as trouble', async () => {
  const client = await fresh.pool.connect();
  await client.query("set statement_timeout = '50ms'");
  await assert.rejects(client.query('select pg_sleep(5)'), isConnectionTrouble);
  client.release(true);
});

test('a server that cannot be opened is told in one sentence without the password', async () => {
  const dataFolder = '';
  const cases: [string, RegExp][] = [
    ['not an address', /DATABASE_URL n’est pas une adresse/],
    ['postgres://guichet:secret@127.0.0.1:1/guichet', /127\.0\.0\.1:1 ne répond pas \(ECONNREFUSED\)/],
    [address().replace(fresh.name, 'nowhere'), /La base nowhere n’existe pas/],
    [address().replace('postgres@', 'nobody:secret@'), /refuse le compte nobody/],
  ];
  for (const [databaseUrl, message] of cases) {
    await assert.rejects(openDatabase({ databaseUrl, dataFolder }), (error: Error) => {
      assert.equal(error.name, 'OperatorError');
      assert.match(error.message, message);
      assert.doesNotMatch(error.message, /secret|\n/);
      return true;
    });
  }
});
