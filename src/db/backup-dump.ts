/** The lines of an export, read through a server cursor: memory stays small whatever the number of rows. */
import { createHash } from 'node:crypto';
import type { ClientBase } from 'pg';
import type { BackupTable } from './backup-catalog.ts';
import { readSequenceNames } from './backup-catalog.ts';
import type { AppliedMigration } from './migrate-journal.ts';

export const exportFormat = 1;

const smallBatch = 250_000;
const largeBatch = 2_000_000;

export async function* exportLines(
  client: ClientBase,
  {
    product,
    migrations,
    tables,
    report,
  }: {
    product: string;
    migrations: AppliedMigration[];
    tables: BackupTable[];
    report: { rows: number };
  },
): AsyncGenerator<string> {
  yield control({ kind: 'header', format: exportFormat, product, migrations, tables: tables.length });
  for (const table of tables) {
    yield control({ kind: 'table', table: table.name, columns: table.columns.map(({ name }) => name) });
    const hash = createHash('sha256');
    let rows = 0;
    for await (const lines of rowLines(client, table)) {
      rows += lines.length;
      const text = `${lines.join('\n')}\n`;
      hash.update(text);
      yield text;
    }
    yield control({ kind: 'end', table: table.name, rows, sha256: hash.digest('hex') });
    report.rows += rows;
  }
  yield control({ kind: 'sequences', sequences: await readSequences(client) });
}

async function* rowLines(client: ClientBase, { name, columns, order }: BackupTable): AsyncGenerator<string[]> {
  const values = columns.map((column) => `${column.name}::text`).join(', ');
  await client.query(`declare guichet_export no scroll cursor for
    select to_json(array[${values}]::text[])::text as line from ${name} order by ${order.join(', ')}`);
  let asked = 16;
  for (;;) {
    const answer = await client.query<{ line: string }>(`fetch ${asked} from guichet_export`);
    const lines = answer.rows.map((row) => row.line);
    if (lines.length > 0) yield lines;
    if (lines.length < asked) break;
    const size = lines.reduce((sum, line) => sum + line.length, 0);
    if (size < smallBatch) asked = Math.min(asked * 2, 4096);
    if (size > largeBatch) asked = Math.max(1, Math.floor(asked / 4));
  }
  await client.query('close guichet_export');
}

export interface SequenceState {
  name: string;
  value: string;
  called: boolean;
}

async function readSequences(client: ClientBase): Promise<SequenceState[]> {
  const states: SequenceState[] = [];
  for (const name of await readSequenceNames(client)) {
    const answer = await client.query<{ value: string; called: boolean }>(
      `select last_value::text as value, is_called as called from ${name}`,
    );
    for (const row of answer.rows) states.push({ name, ...row });
  }
  return states;
}

function control(fact: Record<string, unknown>): string {
  return `${JSON.stringify(fact)}\n`;
}
