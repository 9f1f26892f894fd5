/** The embedded PostgreSQL 18: whoever comes first starts it, everyone shares it, the last one to leave stops it. */
import { resolve } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type pg from 'pg';
import { OperatorError } from './connect-operator-error.ts';
import { isConnectionTrouble } from './connect-trouble.ts';
import { packagedPostgres } from './embedded-binaries.ts';
import type { ClusterChoice } from './embedded-cluster.ts';
import { joinCluster, serverVersion } from './embedded-cluster.ts';
import { socketFolder, socketPort } from './embedded-socket.ts';
import { stopServer } from './embedded-stop.ts';

export interface EmbeddedServer {
  host: string;
  port: number;
  database: string;
  version: number;
  /** Leaves; stops the server when no other Guichet process holds it. */
  stop(): Promise<void>;
}

const databaseName = 'guichet';

// Every Guichet process keeps this advisory lock shared: the server itself knows who is there, even after a kill -9.
const presenceLock = 7_105_105_432;
const creationLock = 7_105_105_433;

/** A server found running is joined; one that dies while we live is started again. */
export async function startEmbedded({ dataFolder }: { dataFolder: string }): Promise<EmbeddedServer> {
  const choice = { binaries: packagedPostgres(), folder: resolve(dataFolder, 'postgres') };
  let holder = await hold(choice);
  const version = await serverVersion(holder);
  await ensureDatabase(holder);
  const life = { leaving: false, returning: Promise.resolve() };

  watch();
  return { host: socketFolder(choice.folder), port: socketPort, database: databaseName, version, stop };

  function watch(): void {
    holder.once('end', () => {
      if (!life.leaving) life.returning = comeBack();
    });
  }

  async function comeBack(): Promise<void> {
    while (!life.leaving) {
      try {
        holder = await hold(choice);
        watch();
        return;
      } catch (error) {
        console.error(error instanceof OperatorError ? error.message : error);
        await pause(1000);
      }
    }
  }

  async function stop(): Promise<void> {
    if (life.leaving) return;
    life.leaving = true;
    await life.returning;
    const alone = await leave(holder).catch(() => false);
    if (alone) await stopServer(choice.folder);
    await holder.end().catch(() => undefined);
  }
}

async function hold(choice: ClusterChoice): Promise<pg.Client> {
  for (;;) {
    const client = await joinCluster(choice);
    try {
      await refuseFragileServer(client);
      await client.query('select pg_advisory_lock_shared($1)', [presenceLock]);
      return client;
    } catch (error) {
      await client.end().catch(() => undefined);
      // The last process was leaving and its server went away under us: start another.
      if (!isConnectionTrouble(error)) throw error;
    }
  }
}

/** True when nobody else holds the server; newcomers then wait, and start it again once it has stopped. */
async function leave(holder: pg.Client): Promise<boolean> {
  await holder.query('select pg_advisory_unlock_shared($1)', [presenceLock]);
  const answer = await holder.query<{ alone: boolean }>('select pg_try_advisory_lock($1) as alone', [presenceLock]);
  return answer.rows[0]?.alone === true;
}

async function refuseFragileServer(client: pg.Client): Promise<void> {
  const asked = ['fsync', 'full_page_writes', 'synchronous_commit', 'data_checksums'];
  const answer = await client.query<{ name: string }>(
    "select name from pg_settings where name = any($1) and setting <> 'on'",
    [asked],
  );
  if (answer.rows.length === 0) return;
  const missing = answer.rows.map((row) => row.name).join(', ');
  throw new OperatorError(
    `La base intégrée tourne sans protection contre les coupures de courant (${missing})\u00A0: ` +
      'arrêtez ce serveur, puis relancez Guichet, qui le démarre avec les bons réglages.',
  );
}

async function ensureDatabase(client: pg.Client): Promise<void> {
  await client.query('select pg_advisory_lock($1)', [creationLock]);
  const found = await client.query('select from pg_database where datname = $1', [databaseName]);
  if (found.rows.length === 0) await client.query(`create database ${databaseName}`);
  await client.query('select pg_advisory_unlock($1)', [creationLock]);
}
