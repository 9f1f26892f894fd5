/** Migrations: in order, once, all or nothing, and refused when the history is not ours. */
import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, afterEach, beforeEach, test } from 'node:test';
import type { ClientConfig } from 'pg';
import { Client } from 'pg';
import { emptyDatabase } from '#tests/database.ts';
import { migrate } from './migrate.ts';

let database: { settings: ClientConfig; drop(): Promise<void> };
let folder: string;
const folders: string[] = [];

beforeEach(async () => {
  database = await emptyDatabase();
  folder = mkdtempSync(join(tmpdir(), 'guichet-migrate-'));
  folders.push(folder);
  file('0001-people.sql', 'create table people (id int);\ninsert into people values (1);');
  file('0002-more.sql', 'insert into people values (2);');
});
afterEach(() => database.drop());
after(() => folders.forEach((each) => rmSync(each, { recursive: true })));

function file(name: string, sql: string): void {
  writeFileSync(join(folder, name), sql);
}

function run(upTo?: number): ReturnType<typeof migrate> {
  return migrate({ admin: database.settings, folder, ...(upTo === undefined ? {} : { upTo }) });
}

async function query(sql: string, settings = database.settings): Promise<unknown[][]> {
  const client = new Client(settings);
  await client.connect();
  const answer = await client.query<unknown[]>({ text: sql, rowMode: 'array' }).finally(() => client.end());
  return answer.rows;
}

function refused(message: RegExp): Promise<void> {
  return assert.rejects(run(), (error: Error) => {
    assert.equal(error.name, 'OperatorError');
    assert.match(error.message, message);
    return true;
  });
}

test('files are applied in order, once, and journalized', async () => {
  assert.deepEqual(await run(1), { applied: ['0001-people.sql'], number: 1 });
  assert.deepEqual(await run(), { applied: ['0002-more.sql'], number: 2 });
  assert.deepEqual(await run(), { applied: [], number: 2 });
  assert.deepEqual(await query('select id from people order by id'), [[1], [2]]);
  assert.deepEqual(await query('select number, name, length(checksum) from guichet_migration order by 1'), [
    [1, '0001-people.sql', 64],
    [2, '0002-more.sql', 64],
  ]);
});

test('four processes starting at once apply each file once', async () => {
  file('0003-slow.sql', 'select pg_sleep(0.3); insert into people values (3);');
  const reports = await Promise.all([run(), run(), run(), run()]);
  assert.equal(reports.flatMap(({ applied }) => applied).length, 3);
  assert.deepEqual(await query('select count(*)::int from people'), [[3]]);
});

test('a failing file is undone whole, names its line, and earlier files stay', async () => {
  file('0003-broken.sql', 'insert into people values (3);\ninsert into nowhere values (1);');
  await refused(/0003-broken\.sql .* à la ligne 2 .*annulée.*nowhere/);
  assert.deepEqual(await query('select count(*)::int from people'), [[2]]);
  file('0003-broken.sql', 'insert into people values (3);');
  assert.deepEqual(await run(), { applied: ['0003-broken.sql'], number: 3 });
});

test('a changed file is refused, a change of line ends is not', async () => {
  await run();
  file('0001-people.sql', 'create table people (id int);\r\ninsert into people values (1);');
  assert.equal((await run()).number, 2);
  file('0001-people.sql', 'create table people (id bigint);');
  await refused(/0001-people\.sql a changé/);
});

test('a gap, a duplicate number, a wrong name or a transaction in a file are refused before anything runs', async () => {
  file('0004-far.sql', 'select 1');
  await refused(/0003 de la base manque avant 0004-far\.sql/);
  rmSync(join(folder, '0004-far.sql'));
  file('0002-twice.sql', 'select 1');
  await refused(/portent le numéro 2 .*0003-nom\.sql/);
  rmSync(join(folder, '0002-twice.sql'));
  file('later.sql', 'select 1');
  await refused(/later\.sql n’a pas un nom/);
  rmSync(join(folder, 'later.sql'));
  file('0003-open.sql', 'insert into people values (3);\nCOMMIT;');
  await refused(/0003-open\.sql ouvre ou ferme/);
  assert.deepEqual(await query("select to_regclass('guichet_migration') is null"), [[true]]);
});

test('a database newer than the program is refused', async () => {
  await run();
  rmSync(join(folder, '0002-more.sql'));
  await refused(/version plus récente de Guichet \(mise à jour 2, ce programme s’arrête à 1\)/);
});

test('an account that may not migrate continues when all is applied, and is told whom to ask when not', async () => {
  const name = `limited_${process.pid}`;
  await query(`create role ${name} login`);
  const limited = { ...database.settings, user: name };
  await assert.rejects(migrate({ admin: limited, folder }), { message: /propriétaire de la base/ });
  await run();
  await query(`grant select on guichet_migration to ${name}`);
  assert.deepEqual(await migrate({ admin: limited, folder }), { applied: [], number: 2 });
  file('0003-more.sql', 'insert into people values (3);');
  await assert.rejects(migrate({ admin: limited, folder }), { message: /propriétaire de la base/ });
  await query(`drop owned by ${name}; drop role ${name}`);
});
