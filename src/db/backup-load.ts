/** Loads a vouched export into an empty database in one transaction, without being superuser. */
import type { ClientBase } from 'pg';
import type { BackupTable } from './backup-catalog.ts';
import { readForeignKeys, readTables, readTriggers } from './backup-catalog.ts';
import { readExport } from './backup-read.ts';
import { prepareSession, seeEveryRow } from './backup-session.ts';
import { errorCode, OperatorError } from './connect-operator-error.ts';

const batchSize = 1_000_000;

export async function loadExport(client: ClientBase, file: string): Promise<{ tables: number; rows: number }> {
  await client.query('begin');
  try {
    await prepareSession(client);
    const report = await loadInside(client, file);
    await client.query('commit');
    return report;
  } catch (error) {
    await client.query('rollback').catch(() => undefined);
    throw errorCode(error) === '55P03' ? busy(error) : error;
  }
}

async function loadInside(client: ClientBase, file: string): Promise<{ tables: number; rows: number }> {
  const tables = await readTables(client);
  const names = tables.map(({ name }) => name).join(', ');
  if (names !== '') await client.query(`lock table ${names} in access exclusive mode`);
  const forced = await seeEveryRow(client, tables);
  await refuseOccupied(client, tables);
  const foreignKeys = await readForeignKeys(client);
  const triggers = await readTriggers(client);
  for (const { lift } of [...triggers, ...foreignKeys]) await client.query(lift);
  // What the migrations wrote is in the export too.
  if (names !== '') await client.query(`truncate ${names}`);

  const report = await loadParts(client, { file, tables });

  await client.query('set constraints all immediate');
  for (const { putBack } of [...foreignKeys, ...triggers]) await client.query(putBack);
  for (const { name } of forced) await client.query(`alter table ${name} force row level security`);
  return report;
}

async function loadParts(
  client: ClientBase,
  { file, tables }: { file: string; tables: BackupTable[] },
): Promise<{ tables: number; rows: number }> {
  const report = { tables: 0, rows: 0 };
  let insertion = '';
  let waiting: string[] = [];
  let size = 0;
  for await (const part of readExport(file)) {
    if (part.kind === 'table') {
      insertion = insertionInto(tables, part);
      report.tables++;
    } else if (part.kind === 'rows') {
      for (const line of part.lines) {
        waiting.push(line);
        size += line.length;
        if (size > batchSize) await flush();
      }
    } else if (part.kind === 'end') {
      await flush();
    } else if (part.kind === 'sequences') {
      for (const { name, value, called } of part.sequences) {
        await client.query('select setval($1::regclass, $2::bigint, $3)', [name, value, called]);
      }
    }
  }
  return report;

  async function flush(): Promise<void> {
    if (waiting.length === 0) return;
    const done = await client.query(insertion, [`[${waiting.join(',')}]`]);
    if (done.rowCount !== waiting.length) throw new Error('The server did not keep every row of the export');
    report.rows += waiting.length;
    waiting = [];
    size = 0;
  }
}

function insertionInto(tables: BackupTable[], { table, columns }: { table: string; columns: string[] }): string {
  const known = tables.find(({ name }) => name === table);
  const same = known?.columns.map(({ name }) => name).join() === columns.join();
  if (known === undefined || !same) {
    throw new OperatorError(
      `La table ${table} de l’export n’est pas celle de la base\u00A0: rien n’a été restauré. ` +
        'Restaurez dans une base neuve, sans modification faite à la main.',
    );
  }
  const values = known.columns.map(({ type }, index) => `(item ->> ${index})::${type}`);
  return `insert into ${table} (${columns.join(', ')}) overriding system value
    select ${values.join(', ')} from jsonb_array_elements($1::text::jsonb) as item`;
}

/** Rows written by the migrations themselves carry the same transaction as their line in the journal. */
async function refuseOccupied(client: ClientBase, tables: BackupTable[]): Promise<void> {
  for (const { name } of tables) {
    const answer = await client.query<{ occupied: boolean }>(`select exists (
      select from ${name} as kept
      where kept.xmin::text not in (select xmin::text from public.guichet_migration)) as occupied`);
    if (answer.rows[0]?.occupied !== true) continue;
    throw new OperatorError(
      `La base n’est pas vide (table ${name})\u00A0: rien n’a été restauré. ` +
        'Restaurez dans une base neuve, par exemple avec GUICHET_DATA=./data-nouveau.',
    );
  }
}

function busy(cause: unknown): OperatorError {
  return new OperatorError(
    'La base est utilisée par un autre programme\u00A0: arrêtez Guichet, puis relancez la restauration.',
    { cause },
  );
}
