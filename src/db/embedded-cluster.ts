/** Makes a PostgreSQL cluster in a folder, runs it on a unix socket, joins one that already runs, stops it cleanly. */
import type { ChildProcess } from 'node:child_process';
import { spawn } from 'node:child_process';
import { closeSync, mkdirSync, openSync, readFileSync, statSync, truncateSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { Client } from 'pg';
import { errorCode, errorMessage, OperatorError } from './connect-operator-error.ts';
import { isConnectionTrouble } from './connect-trouble.ts';
import { chooseAccount, commandFor, giveFolder } from './embedded-account.ts';
import type { Binaries } from './embedded-binaries.ts';
import { initialise, refuseUnusableFolder } from './embedded-initialise.ts';
import { prepareSocketFolder, refuseForeignSocket, socketFolder, socketPort } from './embedded-socket.ts';
import { stopServer } from './embedded-stop.ts';

export interface ClusterChoice {
  binaries: Binaries;
  /** The data folder of PostgreSQL itself. */
  folder: string;
  /** Server settings added to, or replacing, the durable ones. */
  settings?: Record<string, string>;
  userNamespaces?: boolean;
}

export interface Cluster {
  host: string;
  port: number;
  version: number;
  stop(): Promise<void>;
}

const durable: Record<string, string> = {
  listen_addresses: '',
  unix_socket_permissions: '0700',
  fsync: 'on',
  full_page_writes: 'on',
  synchronous_commit: 'on',
  timezone: 'UTC',
  // A refused statement or row would carry personal data into the log.
  log_min_error_statement: 'panic',
  log_error_verbosity: 'terse',
};

const lockPatience = 10_000;
const recoveryPatience = 300_000;
const longestLog = 5_000_000;

/** A server for the caller alone: its stop() stops it whoever else is connected. */
export async function startCluster(choice: ClusterChoice): Promise<Cluster> {
  const folder = resolve(choice.folder);
  const client = await joinCluster({ ...choice, folder });
  try {
    const version = await serverVersion(client);
    return { host: socketFolder(folder), port: socketPort, version, stop: () => stopServer(folder) };
  } finally {
    await client.end();
  }
}

/** A connection to the running server of this folder, which is made and started when needed. */
export async function joinCluster(choice: ClusterChoice): Promise<Client> {
  refuseUnusableFolder(choice.folder, choice.binaries);
  const host = socketFolder(choice.folder);
  refuseForeignSocket(host, choice.folder);
  const began = Date.now();
  let server: Launched | null = null;
  for (;;) {
    const client = await tryConnection(host);
    if (client instanceof Client) return client;
    const waited = Date.now() - began;
    const alive = server !== null && !server.ended();
    if (client === 'nobody' && !alive) {
      if (server !== null) {
        if (waited > lockPatience) throw startFailure(choice.folder);
        await pause(200);
      }
      server = launch(choice, host);
    }
    if (waited > recoveryPatience) throw startFailure(choice.folder);
    await pause(10);
  }
}

export async function serverVersion(client: Client): Promise<number> {
  const answer = await client.query<{ version: string }>("select current_setting('server_version_num') as version");
  return Math.floor(Number(answer.rows[0]?.version) / 10_000);
}

async function tryConnection(host: string): Promise<Client | 'nobody' | 'starting'> {
  const client = new Client({ host, port: socketPort, user: 'postgres', database: 'postgres' });
  client.on('error', ignore);
  try {
    await client.connect();
    return client;
  } catch (error) {
    await client.end().catch(ignore);
    const code = errorCode(error);
    if (code === '57P03') return 'starting';
    if (isConnectionTrouble(error)) return 'nobody';
    throw new OperatorError(`La base intégrée refuse la connexion\u00A0: ${errorMessage(error)}.`, {
      cause: error,
    });
  }
}

interface Launched {
  ended(): boolean;
}

function launch({ binaries, folder, settings, userNamespaces }: ClusterChoice, host: string): Launched {
  mkdirSync(dirname(folder), { recursive: true });
  const account = chooseAccount({
    binaries,
    folder,
    ...(userNamespaces === undefined ? {} : { userNamespaces }),
  });
  initialise({ account, folder });
  giveFolder(folder, account);
  prepareSocketFolder(host, account);
  const all = { ...durable, unix_socket_directories: `"${host.replaceAll('"', '""')}"`, ...settings };
  const options = Object.entries(all).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
  const run = commandFor(account, 'postgres', ['-D', folder, '-p', String(socketPort), ...options]);
  const log = openLog(logFile(folder));
  // Its own session: Ctrl-C in the terminal reaches Guichet, which stops the server when it is ready to.
  const child = spawn(run.file, run.parameters, {
    ...run.identity,
    cwd: '/',
    detached: true,
    stdio: ['ignore', log, log],
    env: { PATH: process.env['PATH'] ?? '' },
  });
  closeSync(log);
  child.unref();
  return watch(child);
}

function watch(child: ChildProcess): Launched {
  let over = false;
  child.once('exit', () => {
    over = true;
  });
  child.once('error', () => {
    over = true;
  });
  return { ended: () => over };
}

function openLog(file: string): number {
  const size = statSync(file, { throwIfNoEntry: false })?.size ?? 0;
  if (size > longestLog) truncateSync(file);
  return openSync(file, 'a', 0o600);
}

function logFile(folder: string): string {
  return `${folder}.log`;
}

function startFailure(folder: string): OperatorError {
  const told = readFileSync(logFile(folder), 'utf8').trimEnd().split('\n');
  const last = told.findLast((line) => /FATAL|PANIC|ERROR|error/.test(line)) ?? told.at(-1) ?? '';
  return new OperatorError(
    `La base intégrée ne démarre pas (${last.trim()}). Le détail est dans ${logFile(folder)}\u00A0; ` +
      'vérifiez l’espace disque et qu’aucun autre PostgreSQL n’utilise ce dossier, puis relancez.',
  );
}

function ignore(): void {}
