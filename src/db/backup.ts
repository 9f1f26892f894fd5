/** Export and restore of everything the database holds, between any two servers, with a checksum on every part. */
import { existsSync } from 'node:fs';
import type { ClientConfig } from 'pg';
import { Client } from 'pg';
import { readTables } from './backup-catalog.ts';
import { prepareSession, seeEveryRow } from './backup-session.ts';
import { exportLines } from './backup-dump.ts';
import { writeExport } from './backup-file.ts';
import { loadExport } from './backup-load.ts';
import { readExport } from './backup-read.ts';
import { OperatorError } from './connect-operator-error.ts';
import { migrate } from './migrate.ts';
import { readMigrations } from './migrate-files.ts';
import { appliedMigrations, refuseStrangeHistory } from './migrate-journal.ts';

export interface BackupReport {
  tables: number;
  rows: number;
}

/** One snapshot of the database; people may go on working meanwhile. Never replaces a file. */
export async function exportTo({
  admin,
  file,
  product,
}: {
  admin: ClientConfig;
  file: string;
  product: string;
}): Promise<BackupReport> {
  if (existsSync(file)) {
    throw new OperatorError(
      `Le fichier ${file} existe déjà\u00A0: choisissez un autre nom, par exemple ${file.replace(/(\.[^./]+)?$/, '-2$1')}.`,
    );
  }
  return connected(admin, async (client) => {
    await client.query('begin isolation level repeatable read');
    try {
      await prepareSession(client);
      const tables = await readTables(client);
      await seeEveryRow(client, tables);
      const migrations = await appliedMigrations(client);
      const report = { tables: tables.length, rows: 0 };
      await writeExport(file, exportLines(client, { product, migrations, tables, report }));
      return report;
    } finally {
      await client.query('rollback').catch(() => undefined);
    }
  });
}

/** Into an empty database only, all or nothing; an export of an older version is brought up to date afterwards. */
export async function restoreFrom({
  admin,
  file,
  migrationsFolder,
}: {
  admin: ClientConfig;
  file: string;
  migrationsFolder: string;
}): Promise<BackupReport> {
  const header = await readWhole(file);
  const number = header.migrations.length;
  try {
    refuseStrangeHistory(header.migrations, readMigrations(migrationsFolder));
  } catch (error) {
    throw new OperatorError(
      `Le fichier ${file} vient d’une autre version de Guichet (${header.product}, mise à jour ${number} de la base)\u00A0: ` +
        'installez cette version, ou une plus récente, puis relancez la restauration.',
      { cause: error },
    );
  }
  const before = await migrate({ admin, folder: migrationsFolder, upTo: number });
  if (before.number > number) {
    throw new OperatorError(
      `La base a déjà la mise à jour ${before.number} et le fichier s’arrête à la ${number}\u00A0: ` +
        'restaurez dans une base neuve (par exemple GUICHET_DATA=./data-nouveau)\u00A0; elle sera mise à jour ensuite.',
    );
  }
  const report = await connected(admin, (client) => loadExport(client, file));
  await migrate({ admin, folder: migrationsFolder });
  return report;
}

/** A first reading of the whole file: nothing is touched if any part of it is wrong. */
async function readWhole(file: string): Promise<{
  product: string;
  migrations: { number: number; name: string; checksum: string }[];
}> {
  let header = null;
  for await (const part of readExport(file)) if (part.kind === 'header') header = part;
  if (header === null) throw new OperatorError(`Le fichier ${file} n’est pas un export de Guichet.`);
  return header;
}

async function connected<Value>(admin: ClientConfig, work: (client: Client) => Promise<Value>): Promise<Value> {
  const client = new Client(admin);
  client.on('error', () => undefined);
  await client.connect();
  return work(client).finally(() => client.end());
}
