/** Writes src/db/schema.ts from a migrated database, or with --check says whether the file still tells the truth. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ClientBase, ClientConfig } from 'pg';
import { Client } from 'pg';
import { packagedPostgres } from './embedded-binaries.ts';
import { startCluster } from './embedded-cluster.ts';
import type { CatalogueColumn } from './generate-types-catalog.ts';
import { readCatalogue } from './generate-types-catalog.ts';
import { columnType } from './generate-types-value.ts';
import { migrate } from './migrate.ts';

export const schemaFile = join(import.meta.dirname, 'schema.ts');

const head = `/** Generated from the migrated database by \`npm run types\`. Do not edit. */
import type { ColumnType, InsertType, SelectType, UpdateType } from 'kysely';

export type Json = string | number | boolean | null | Json[] | { [key: string]: Json };

export type Timestamp = ColumnType<Date, Date | string, Date | string>;

/** The database can fill it. */
export type Generated<T> = ColumnType<SelectType<T>, InsertType<T> | undefined, UpdateType<T>>;

/** Only the database fills it. */
export type GeneratedAlways<T> = ColumnType<SelectType<T>, never, never>;
`;

/** The text of the types: the same database always gives the same text. */
export async function generateTypes(client: ClientBase): Promise<string> {
  const tables = new Map<string, CatalogueColumn[]>();
  for (const column of await readCatalogue(client)) {
    const key = column.schema === 'public' ? column.table : `${column.schema}.${column.table}`;
    tables.set(key, [...(tables.get(key) ?? []), column]);
  }
  const interfaces = [...tables].map(([key, columns]) => {
    const lines = columns.map((column) => `  ${camel(column.column)}: ${columnType(column)};`);
    return `export interface ${typeName(key)} {\n${lines.join('\n')}\n}\n`;
  });
  const members = [...tables.keys()].map((key) => `  ${property(key)}: ${typeName(key)};`);
  return [head, ...interfaces, `export interface DB {\n${members.join('\n')}\n}\n`].join('\n');
}

/** True when the file on disk is what the database gives. */
export async function typesAreFresh(client: ClientBase, file = schemaFile): Promise<boolean> {
  return readFileSync(file, 'utf8') === (await generateTypes(client));
}

function camel(name: string): string {
  const written = name.replaceAll(/_+(.)/g, (_, letter: string) => letter.toUpperCase());
  const back = written.replaceAll(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
  if (back === name) return written;
  throw new Error(`The name ${name} does not survive camelCase (it comes back as ${back}): rename it`);
}

function property(key: string): string {
  const name = key.split('.').map(camel).join('.');
  return name.includes('.') ? `'${name}'` : name;
}

function typeName(key: string): string {
  return key
    .split('.')
    .map((part) => camel(part).replace(/^./, (letter) => letter.toUpperCase()))
    .join('');
}

async function withMigratedDatabase<Value>(work: (client: Client) => Promise<Value>): Promise<Value> {
  const folder = mkdtempSync(join(tmpdir(), 'guichet-types-'));
  const cluster = await startCluster({
    binaries: packagedPostgres(),
    folder: join(folder, 'postgres'),
    settings: { fsync: 'off' },
  });
  const admin: ClientConfig = {
    host: cluster.host,
    port: cluster.port,
    user: 'postgres',
    database: 'postgres',
  };
  try {
    await migrate({ admin, folder: join(import.meta.dirname, '../../migrations') });
    const client = new Client(admin);
    await client.connect();
    return await work(client).finally(() => client.end());
  } finally {
    await cluster.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}

async function run(checkOnly: boolean): Promise<void> {
  const text = await withMigratedDatabase(generateTypes);
  if (!checkOnly) {
    writeFileSync(schemaFile, text);
    return;
  }
  if (readFileSync(schemaFile, 'utf8') === text) return;
  console.error('src/db/schema.ts is stale: run «npm run types».');
  process.exitCode = 1;
}

if (import.meta.main) await run(process.argv.includes('--check'));
