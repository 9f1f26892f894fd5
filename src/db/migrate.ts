/** Applies the numbered SQL files that a database has not seen yet: forward only, one transaction each, one process at a time. */
import type { ClientConfig } from 'pg';
import { Client, DatabaseError } from 'pg';
import { errorCode, errorMessage, OperatorError } from './connect-operator-error.ts';
import type { Migration } from './migrate-files.ts';
import { readMigrations } from './migrate-files.ts';
import { appliedMigrations, createJournal, journalize, refuseStrangeHistory } from './migrate-journal.ts';

export interface MigrationReport {
  /** Names of the files applied by this call. */
  applied: string[];
  /** Number reached by the database. */
  number: number;
}

// One lock per database: several processes may start at once.
const migrationLock = 7_105_105_431;

/** Brings the database up to the last file of the folder, or up to a given number. */
export async function migrate({
  admin,
  folder,
  upTo = Number.POSITIVE_INFINITY,
}: {
  admin: ClientConfig;
  folder: string;
  upTo?: number;
}): Promise<MigrationReport> {
  const migrations = readMigrations(folder);
  const client = new Client(admin);
  client.on('error', () => undefined);
  await client.connect();
  try {
    const known = await appliedMigrations(client);
    refuseStrangeHistory(known, migrations);
    const missing = migrations.slice(known.length).filter(({ number }) => number <= upTo);
    if (missing.length === 0) return { applied: [], number: known.length };
    return await applyUnderLock(client, { migrations, upTo });
  } finally {
    await client.end();
  }
}

async function applyUnderLock(
  client: Client,
  { migrations, upTo }: { migrations: Migration[]; upTo: number },
): Promise<MigrationReport> {
  await client.query("set lock_timeout = '10min'");
  await client.query('select pg_advisory_lock($1)', [migrationLock]);
  // Long enough for the requests under way, short enough not to block the next ones behind us.
  await client.query("set lock_timeout = '10s'");
  await createJournal(client);
  const known = await appliedMigrations(client);
  refuseStrangeHistory(known, migrations);
  const applied: string[] = [];
  for (const migration of migrations.slice(known.length)) {
    if (migration.number > upTo) break;
    await apply(client, migration);
    applied.push(migration.name);
  }
  return { applied, number: known.length + applied.length };
}

async function apply(client: Client, migration: Migration): Promise<void> {
  await client.query('begin');
  try {
    await client.query(migration.sql);
    await journalize(client, migration);
    await client.query('commit');
  } catch (error) {
    await client.query('rollback').catch(() => undefined);
    throw new OperatorError(failure(migration, error), { cause: error });
  }
}

function failure(migration: Migration, error: unknown): string {
  const told = `La mise à jour ${migration.name} de la base a échoué${lineOf(migration, error)} et a été annulée`;
  switch (errorCode(error)) {
    case '42501':
      return `${told}\u00A0: le compte de DATABASE_URL n’a pas le droit (${errorMessage(error)})\u00A0; lancez «\u00A0npm run migrate\u00A0» avec le propriétaire de la base.`;
    case '55P03':
      return `${told}\u00A0: une table est restée occupée plus de dix secondes\u00A0; arrêtez les autres traitements, puis relancez.`;
    default:
      return `${told}\u00A0: ${errorMessage(error)}. Corrigez la cause, puis relancez.`;
  }
}

function lineOf({ sql }: Migration, error: unknown): string {
  const position = error instanceof DatabaseError ? Number(error.position) : Number.NaN;
  return Number.isNaN(position) ? '' : ` à la ligne ${sql.slice(0, position).split('\n').length}`;
}
