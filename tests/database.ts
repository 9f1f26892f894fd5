/** One PostgreSQL per test run and a fresh migrated copy per caller; all of it vanishes with the process, however it ends. */
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtempSync } from 'node:fs';
import { join } from 'node:path';
import type { ClientConfig } from 'pg';
import { Client, Pool } from 'pg';
import { requestPool } from '#db/connect.ts';
import { valueTypes } from '#db/connect-types.ts';
import type { Binaries } from '#db/embedded-binaries.ts';
import { findSystemPostgres, packagedPostgres } from '#db/embedded-binaries.ts';
import { startCluster } from '#db/embedded-cluster.ts';
import { readMigrations } from '#db/migrate-files.ts';
import { migrate } from '#db/migrate.ts';

export interface FreshDatabase {
  name: string;
  /** Connection of the owner: superuser, sees everything. */
  settings: ClientConfig;
  admin: Pool;
  /** What the application uses: bound by row security. */
  pool: Pool;
  /** Ends its connections and keeps it, to be copied. */
  leave(): Promise<void>;
  drop(): Promise<void>;
}

export const migrationsFolder = join(import.meta.dirname, '../migrations');

const templateLock = 7_105_105_434;

let cluster: Promise<string> | null = null;
let template: Promise<string> | null = null;
let count = 0;

/** A migrated database of your own, or a copy of one nobody is connected to, in about 50 ms. Drop it in an after() hook. */
export async function freshDatabase(copied?: string): Promise<FreshDatabase> {
  const host = await testCluster();
  template ??= migratedTemplate(host);
  const model = copied ?? (await template);
  count++;
  const name = `test_${process.pid}_${count}`;
  await asAdmin(host, (client) => client.query(`create database ${name} template ${model} strategy file_copy`));
  const settings = adminSettings(host, name);
  const admin = new Pool({ ...settings, max: 4, allowExitOnIdle: true });
  preparing(admin);
  admin.on('error', ignore);
  admin.on('connect', (client) => client.on('error', ignore));
  const pool = requestPool({ ...settings, user: 'guichet_login', allowExitOnIdle: true });
  return { name, settings, admin, pool, leave, drop };

  async function leave(): Promise<void> {
    await Promise.all([pool.end(), admin.end()]);
  }

  async function drop(): Promise<void> {
    await leave();
    await asAdmin(host, (client) => client.query(`drop database if exists ${name} with (force)`));
  }
}

/** An empty database without any migration, for tests of the machinery itself. */
export async function emptyDatabase(): Promise<{ settings: ClientConfig; drop(): Promise<void> }> {
  const host = await testCluster();
  count++;
  const name = `test_${process.pid}_${count}`;
  await asAdmin(host, (client) => client.query(`create database ${name}`));
  return {
    settings: adminSettings(host, name),
    async drop() {
      await asAdmin(host, (client) => client.query(`drop database if exists ${name} with (force)`));
    },
  };
}

/** Nothing survives a test: nothing need reach the disk. */
const hasty = { fsync: 'off', full_page_writes: 'off', synchronous_commit: 'off' };

/** The socket folder of the run's server; child processes find it in GUICHET_TEST_CLUSTER. Who comes first says its settings. */
export function testCluster(settings: Record<string, string> = hasty): Promise<string> {
  cluster ??= startTestCluster(settings);
  return cluster;
}

async function startTestCluster(settings: Record<string, string>): Promise<string> {
  const running = process.env['GUICHET_TEST_CLUSTER'];
  if (running !== undefined && running !== '') return running;
  // Short, so that the socket fits, and on the disk that tests may fill.
  const folder = mkdtempSync('/tmp/guichet-test-');
  cleanUpAfterwards(folder);
  const started = await startCluster({
    binaries: chosenBinaries(),
    folder: join(folder, 'postgres'),
    settings: { ...settings, max_connections: '200' },
  });
  process.env['GUICHET_TEST_CLUSTER'] = started.host;
  return started.host;
}

function chosenBinaries(): Binaries {
  const wanted = process.env['GUICHET_TEST_POSTGRES'] ?? '';
  if (wanted === '' || wanted === '18') return packagedPostgres();
  const found = findSystemPostgres(Number(wanted));
  if (found === null) throw new Error(`GUICHET_TEST_POSTGRES=${wanted}: this PostgreSQL is not installed here`);
  return found;
}

/** A shell waiting on a pipe: whatever ends this process, kill -9 included, closes the pipe and the shell cleans up. */
function cleanUpAfterwards(folder: string): void {
  const script = `read -r line
    pid=$(head -n 1 "$0/postgres/postmaster.pid" 2>/dev/null)
    if [ -n "$pid" ]; then kill -QUIT "$pid"; fi
    for turn in 1 2 3 4 5 6 7 8 9 10; do rm -rf "$0" 2>/dev/null && break; sleep 0.2; done`;
  const keeper = spawn('/bin/sh', ['-c', script, folder], {
    detached: true,
    cwd: '/',
    stdio: ['pipe', 'ignore', 'ignore'],
  });
  keeper.unref();
  const { stdin } = keeper;
  if ('unref' in stdin && typeof stdin.unref === 'function') stdin.unref();
}

/** Migrated once per run and per state of the migrations, by the first process that needs it. */
async function migratedTemplate(host: string): Promise<string> {
  const checksums = readMigrations(migrationsFolder).map(({ checksum }) => checksum);
  const name = `template_${createHash('sha256').update(checksums.join()).digest('hex').slice(0, 16)}`;
  await asAdmin(host, async (client) => {
    await client.query('select pg_advisory_lock($1)', [templateLock]);
    const found = await client.query('select from pg_database where datname = $1', [name]);
    if (found.rows.length > 0) return;
    const draft = `${name}_draft`;
    await client.query(`drop database if exists ${draft} with (force)`);
    await client.query(`create database ${draft}`);
    await migrate({ admin: adminSettings(host, draft), folder: migrationsFolder });
    await client.query(`alter database ${draft} rename to ${name}`);
  });
  return name;
}

async function asAdmin<Value>(host: string, work: (client: Client) => Promise<Value>): Promise<Value> {
  const client = new Client(adminSettings(host, 'postgres'));
  await client.connect();
  return work(client).finally(() => client.end());
}

function adminSettings(host: string, database: string): ClientConfig {
  return { host, port: 5432, user: 'postgres', database, types: valueTypes };
}

/** Thousands of worlds are built with the same statements: each is read by the server once. */
function preparing(pool: Pool): void {
  pool.on('connect', (client) => {
    const plain = client.query.bind(client) as (...all: unknown[]) => unknown;
    const prepared = (text: unknown, values?: unknown, ...rest: unknown[]) =>
      typeof text === 'string' && Array.isArray(values) && values.length > 0
        ? plain({ name: createHash('md5').update(text).digest('hex'), text, values }, ...rest)
        : plain(text, values, ...rest);
    Object.assign(client, { query: prepared });
  });
}

function ignore(): void {}
