/** Opens the database, embedded or given by DATABASE_URL: an administrator's settings, and a pool that owns nothing. */
import type { ClientConfig, PoolConfig } from 'pg';
import { Pool } from 'pg';
import { OperatorError } from './connect-operator-error.ts';
import { reachServer, refuseOldServer } from './connect-reach.ts';
import { valueTypes } from './connect-types.ts';
import { startEmbedded } from './embedded.ts';

export interface OpenedDatabase {
  /** Migrations, export and restore connect with these. */
  admin: ClientConfig;
  /** Requests use this: neither superuser nor owner. */
  pool: Pool;
  embedded: boolean;
  version: number;
  close(): Promise<void>;
}

const requestRole = 'guichet_login';

const sessionLimits = [
  // Compiling a plan costs more than any page's query takes.
  'jit=off',
  'statement_timeout=15s',
  'lock_timeout=10s',
  'idle_in_transaction_session_timeout=30s',
  'timezone=UTC',
  'datestyle=ISO',
];

export async function openDatabase({
  databaseUrl,
  dataFolder,
}: {
  databaseUrl?: string | undefined;
  dataFolder: string;
}): Promise<OpenedDatabase> {
  return databaseUrl === undefined || databaseUrl === '' ? openEmbedded(dataFolder) : openExternal(databaseUrl);
}

/** A pool whose broken connections never end the process. */
export function requestPool(settings: PoolConfig): Pool {
  const options = [...sessionLimits, ...optionsOf(settings)].map((setting) => `-c ${setting}`).join(' ');
  const pool = new Pool({
    max: 10,
    connectionTimeoutMillis: 5000,
    idleTimeoutMillis: 30_000,
    keepAlive: true,
    application_name: 'guichet',
    // A server that went silent is given up a little after its own time limit.
    query_timeout: 20_000,
    types: valueTypes,
    ...settings,
    options,
  });
  pool.on('error', ignore);
  pool.on('connect', (client) => {
    client.on('error', ignore);
  });
  return pool;
}

/** Refuses to serve requests with an account that row-level security would not bind. */
export async function refusePowerfulPool(pool: Pool): Promise<void> {
  const answer = await pool.query<{ name: string; powerful: boolean; owns: boolean }>(
    `select rolname as name, rolsuper or rolbypassrls as powerful,
       exists (select from pg_class where relowner = pg_roles.oid and relkind in ('r', 'p')) as owns
     from pg_roles where rolname = current_user`,
  );
  const role = answer.rows[0];
  if (role === undefined || (!role.powerful && !role.owns)) return;
  throw new OperatorError(
    `Les requêtes utiliseraient le compte ${role.name}, qui échappe au cloisonnement des organisations\u00A0: ` +
      `retirez-lui ses droits de superutilisateur et de propriétaire, par exemple «\u00A0alter role ${role.name} nosuperuser nobypassrls\u00A0».`,
  );
}

async function openEmbedded(dataFolder: string): Promise<OpenedDatabase> {
  const server = await startEmbedded({ dataFolder });
  const { host, port, database } = server;
  const pool = requestPool({ host, port, database, user: requestRole });
  return {
    admin: { host, port, database, user: 'postgres', types: valueTypes },
    pool,
    embedded: true,
    version: server.version,
    async close() {
      await pool.end();
      await server.stop();
    },
  };
}

async function openExternal(databaseUrl: string): Promise<OpenedDatabase> {
  const admin: ClientConfig = {
    connectionString: databaseUrl,
    types: valueTypes,
    connectionTimeoutMillis: 5000,
    keepAlive: true,
  };
  const client = await reachServer(admin);
  const version = await refuseOldServer(client).finally(() => client.end());
  const { url, options } = withoutOptions(databaseUrl);
  const pool = requestPool({ connectionString: url, options: `${options} -c role=${requestRole}` });
  return { admin, pool, embedded: false, version, close: () => pool.end() };
}

/** Options written in the address would otherwise replace ours, the role included. */
function withoutOptions(databaseUrl: string): { url: string; options: string } {
  const url = new URL(databaseUrl);
  const options = url.searchParams.get('options') ?? '';
  url.searchParams.delete('options');
  return { url: url.href, options };
}

function optionsOf({ options = '' }: PoolConfig): string[] {
  return options
    .split(/(?:^|\s+)-c\s*/)
    .map((setting) => setting.trim())
    .filter((setting) => setting !== '');
}

function ignore(): void {}
